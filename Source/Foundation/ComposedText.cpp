// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/ComposedText.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace earmark
{

namespace
{

/** Letters with a mark behind them, and each as one character. */
struct Compositions
{
    char32_t mark;
    std::u32string_view letters, composed;
};

// clang-format off
/** Unicode's canonical compositions of Latin, Greek, Cyrillic and Arabic letters and of kana (UnicodeData.txt, without what
    CompositionExclusions.txt names). A letter that has a mark may get another one. */
constexpr std::array<Compositions, 39> table { {
    { U'\u0300',
      U"AEINOUWYaeinouwy¨ÂÊÔÜâêôüĂăĒēŌōƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋЕ",
      U"ÀÈÌǸÒÙẀỲàèìǹòùẁỳ῭ẦỀỒǛầềồǜẰằḔḕṐṑỜờỪừᾺῈῊῚῸῪῺὰὲὴὶὸὺὼῒῢЀ" },
    { U'\u0300',
      U"ИеиἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾",
      U"ЍѐѝἂἃἊἋἒἓἚἛἢἣἪἫἲἳἺἻὂὃὊὋὒὓὛὢὣὪὫ῍῝" },
    { U'\u0301',
      U"ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz¨ÂÅÆÇÊÏÔÕØÜâåæçêïô",
      U"ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýź΅ẤǺǼḈẾḮỐṌǾǗấǻǽḉếḯố" },
    { U'\u0301',
      U"õøüĂăĒēŌōŨũƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹ",
      U"ṍǿǘẮắḖḗṒṓṸṹỚớỨứΆΈΉΊΌΎΏάέήίόύώΐΰϓЃЌѓќἄἅἌἍἔἕἜἝἤἥἬἭἴἵἼἽ" },
    { U'\u0301', U"ὀὁὈὉὐὑὙὠὡὨὩ᾿῾", U"ὄὅὌὍὔὕὝὤὥὬὭ῎῞" },
    { U'\u0302',
      U"ACEGHIJOSUWYZaceghijosuwyzẠạẸẹỌọ",
      U"ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑẬậỆệỘộ" },
    { U'\u0303',
      U"AEINOUVYaeinouvyÂÊÔâêôĂăƠơƯư",
      U"ÃẼĨÑÕŨṼỸãẽĩñõũṽỹẪỄỖẫễỗẴẵỠỡỮữ" },
    { U'\u0304',
      U"AEGIOUYaegiouyÄÆÕÖÜäæõöüǪǫȦȧȮȯΑΙΥαιυИУиуḶḷṚṛ",
      U"ĀĒḠĪŌŪȲāēḡīōūȳǞǢȬȪǕǟǣȭȫǖǬǭǠǡȰȱᾹῙῩᾱῑῡӢӮӣӯḸḹṜṝ" },
    { U'\u0306',
      U"AEGIOUaegiouȨȩΑΙΥαιυАЕЖИУаежиуẠạ",
      U"ĂĔĞĬŎŬăĕğĭŏŭḜḝᾸῘῨᾰῐῠӐӖӁЙЎӑӗӂйўẶặ" },
    { U'\u0307',
      U"ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyzŚśŠšſṢṣ",
      U"ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏżṤṥṦṧẛṨṩ" },
    { U'\u0308',
      U"AEHIOUWXYaehiotuwxyÕõŪūΙΥιυϒІАЕЖЗИОУЧЫЭаежзиоучыэіӘә",
      U"ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿṎṏṺṻΪΫϊϋϔЇӒЁӜӞӤӦӰӴӸӬӓёӝӟӥӧӱӵӹӭїӚӛ" },
    { U'\u0308', U"Өө", U"Ӫӫ" },
    { U'\u0309', U"AEIOUYaeiouyÂÊÔâêôĂăƠơƯư", U"ẢẺỈỎỦỶảẻỉỏủỷẨỂỔẩểổẲẳỞởỬử" },
    { U'\u030A', U"AUauwy", U"ÅŮåůẘẙ" },
    { U'\u030B', U"OUouУу", U"ŐŰőűӲӳ" },
    { U'\u030C',
      U"ACDEGHIKLNORSTUZacdeghijklnorstuzÜüƷʒ",
      U"ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔžǙǚǮǯ" },
    { U'\u030F', U"AEIORUaeioruѴѵ", U"ȀȄȈȌȐȔȁȅȉȍȑȕѶѷ" },
    { U'\u0311', U"AEIORUaeioru", U"ȂȆȊȎȒȖȃȇȋȏȓȗ" },
    { U'\u0313', U"ΑΕΗΙΟΩαεηιορυω", U"ἈἘἨἸὈὨἀἐἠἰὀῤὐὠ" },
    { U'\u0314', U"ΑΕΗΙΟΡΥΩαεηιορυω", U"ἉἙἩἹὉῬὙὩἁἑἡἱὁῥὑὡ" },
    { U'\u031B', U"OUou", U"ƠƯơư" },
    { U'\u0323',
      U"ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzƠơƯư",
      U"ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓỢợỰự" },
    { U'\u0324', U"Uu", U"Ṳṳ" },
    { U'\u0325', U"Aa", U"Ḁḁ" },
    { U'\u0326', U"STst", U"ȘȚșț" },
    { U'\u0327', U"CDEGHKLNRSTcdeghklnrst", U"ÇḐȨĢḨĶĻŅŖŞŢçḑȩģḩķļņŗşţ" },
    { U'\u0328', U"AEIOUaeiou", U"ĄĘĮǪŲąęįǫų" },
    { U'\u032D', U"DELNTUdelntu", U"ḒḘḼṊṰṶḓḙḽṋṱṷ" },
    { U'\u032E', U"Hh", U"Ḫḫ" },
    { U'\u0330', U"EIUeiu", U"ḚḬṴḛḭṵ" },
    { U'\u0331', U"BDKLNRTZbdhklnrtz", U"ḆḎḴḺṈṞṮẔḇḏẖḵḻṉṟṯẕ" },
    { U'\u0342',
      U"¨αηιυωϊϋἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ᾿῾",
      U"῁ᾶῆῖῦῶῗῧἆἇἎἏἦἧἮἯἶἷἾἿὖὗὟὦὧὮὯ῏῟" },
    { U'\u0345',
      U"ΑΗΩάήαηωώἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪ",
      U"ᾼῌῼᾴῄᾳῃῳῴᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪ" },
    { U'\u0345', U"ὫὬὭὮὯὰὴὼᾶῆῶ", U"ᾫᾬᾭᾮᾯᾲῂῲᾷῇῷ" },
    { U'\u0653', U"ا", U"آ" },
    { U'\u0654', U"اويہےە", U"أؤئۂۓۀ" },
    { U'\u0655', U"ا", U"إ" },
    { U'\u3099',
      U"うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ",
      U"ゔがぎぐげござじずぜぞだぢづでどばびぶべぼゞヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺヾ" },
    { U'\u309A', U"はひふへほハヒフヘホ", U"ぱぴぷぺぽパピプペポ" },
} };
// clang-format on

/** Hangul is composed by arithmetic (The Unicode Standard, 3.12). */
std::optional<char32_t> composedHangul (char32_t first, char32_t second)
{
    constexpr char32_t firstLead = 0x1100, firstVowel = 0x1161, beforeTails = 0x11A7, firstSyllable = 0xAC00;
    constexpr char32_t leads = 19, vowels = 21, tails = 28;

    // What is below the first of its kind wraps around, and is none.
    if (first - firstLead < leads && second - firstVowel < vowels)
        return firstSyllable + ((first - firstLead) * vowels + (second - firstVowel)) * tails;

    if (const auto syllable = first - firstSyllable; syllable < leads * vowels * tails
                                                     && syllable % tails == 0 && second > beforeTails
                                                     && second < beforeTails + tails)
        return first + (second - beforeTails);

    return {};
}

std::optional<char32_t> composition (char32_t first, char32_t second)
{
    for (const auto& row : table)
        if (row.mark == second)
            if (const auto at = row.letters.find (first); at != std::u32string_view::npos)
                return row.composed[at];

    return composedHangul (first, second);
}

} // namespace

std::string composed (std::string_view text)
{
    std::string result;
    std::optional<char32_t> last;
    std::size_t lastBegins = 0;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        if (const auto whole = last ? composition (*last, c) : std::nullopt)
        {
            result.replace (lastBegins, std::string::npos, toUtf8 (*whole));
            last = whole;
        }
        else
        {
            lastBegins = result.size();
            result.append (text, i, size);
            last = c;
        }

        i += size;
    }

    return result;
}

} // namespace earmark
