// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/RichText.h"

#include "Formats/Techniques/Decoding.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace earmark
{

namespace
{

constexpr int westernPage = 1252;

struct CharacterSet
{
    int number; ///< behind \fcharset
    int page;
};

/** Those of Windows' fonts; any other has the document's. */
constexpr std::array characterSets {
    CharacterSet { 77, 10000 }, CharacterSet { 128, 932 },  CharacterSet { 129, 949 },
    CharacterSet { 130, 1361 }, CharacterSet { 134, 936 },  CharacterSet { 136, 950 },
    CharacterSet { 161, 1253 }, CharacterSet { 162, 1254 }, CharacterSet { 163, 1258 },
    CharacterSet { 177, 1255 }, CharacterSet { 178, 1256 }, CharacterSet { 186, 1257 },
    CharacterSet { 204, 1251 }, CharacterSet { 222, 874 },  CharacterSet { 238, 1250 }
};

struct Symbol
{
    std::string_view word;
    std::string_view text;
};

/** Control words that stand for text. */
constexpr std::array symbols {
    Symbol { "par", "\n" },      Symbol { "line", "\n" },   Symbol { "sect", "\n" },
    Symbol { "page", "\n" },     Symbol { "tab", "\t" },    Symbol { "cell", "\t" },
    Symbol { "emdash", "—" },    Symbol { "endash", "–" },  Symbol { "bullet", "•" },
    Symbol { "lquote", "‘" },    Symbol { "rquote", "’" },  Symbol { "ldblquote", "“" },
    Symbol { "rdblquote", "”" }, Symbol { "emspace", " " }, Symbol { "enspace", " " },
    Symbol { "qmspace", " " },
};

/** What groups hold that shows no text of the document, beside those that say so themselves, "{\*…". */
constexpr std::array<std::string_view, 14> hiddenGroups { "colortbl", "stylesheet", "info",    "pict",
                                                          "object",   "header",     "headerl", "headerr",
                                                          "headerf",  "footer",     "footerl", "footerr",
                                                          "footerf",  "nonshppict" };

/** What ends with its group. */
struct State
{
    bool isHidden = false;    ///< what the document shows elsewhere, or nowhere
    bool isInvisible = false; ///< text that its writer hides
    bool isFontTable = false;
    bool isListMark = false;  ///< the bullet or number of a list's paragraph, set with tabs
    int page = 0;             ///< 0: the document's
    std::size_t fallback = 1; ///< so many characters stand behind each \u for those who do not know it
};

/** A backslash and a word, or a character alone. */
struct Control
{
    std::string_view word;
    std::optional<int> number;
};

class RichTextReader
{
public:
    explicit RichTextReader (std::string_view bytes) : rest (bytes) {}

    Result<std::string> read()
    {
        while (! rest.empty() && ! isDone)
        {
            if (states.size() > maxRichTextNesting)
                return failure (Error::Kind::tooLarge,
                                std::format ("The RTF is nested deeper than {} levels.", maxRichTextNesting));

            step();
        }

        flush();
        return std::move (text);
    }

private:
    std::string_view rest;
    std::string text;
    std::string pending; ///< characters of the page `pendingPage`
    int pendingPage = westernPage;
    int documentPage = westernPage;
    std::vector<State> states { State() };
    std::map<int, int> pagesOfFonts;
    int font = 0; ///< that the font table tells of
    std::size_t toSkip = 0;
    char32_t highSurrogate = 0;
    bool isDone = false;

    State& state() { return states.back(); }

    bool isShown() const { return ! states.back().isHidden && ! states.back().isInvisible; }

    char take()
    {
        const auto c = rest.front();
        rest.remove_prefix (1);
        return c;
    }

    void step()
    {
        switch (const auto c = take(); c)
        {
            case '{':
                toSkip = 0;
                states.push_back (states.back());
                break;
            case '}':
                toSkip = 0;
                states.pop_back();
                isDone = states.size() < 2;
                break;
            case '\\':
                obey (takeControl());
                break;
            case '\r':
            case '\n':
                break;
            case '\t':
                put ("\t");
                break;
            default:
                putByte (c);
        }
    }

    Control takeControl()
    {
        const auto isLetter = [] (char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const auto isNumeral = [] (char c) { return c >= '0' && c <= '9'; };
        const auto takeWhile = [this] (const auto& is)
        {
            const auto size = std::size_t (std::ranges::find_if_not (rest, is) - rest.begin());
            return std::exchange (rest, rest.substr (size)).substr (0, size);
        };
        Control control { .word = takeWhile (isLetter), .number = {} };

        if (control.word.empty())
        {
            control.word = rest.substr (0, 1);
            rest.remove_prefix (control.word.size());
            return control;
        }

        const bool isNegative = rest.size() > 1 && rest[0] == '-' && isNumeral (rest[1]);
        rest.remove_prefix (isNegative ? 1 : 0);

        if (const auto digits = takeWhile (isNumeral); ! digits.empty())
        {
            constexpr int largest = 1 << 28;
            int value = 0;

            for (const char digit : digits)
                value = std::min (value, largest / 10) * 10 + (digit - '0');

            control.number = isNegative ? -value : value;
        }

        if (rest.starts_with (' '))
            rest.remove_prefix (1);

        return control;
    }

    void obey (const Control& control)
    {
        const auto word = control.word;
        const auto number = control.number.value_or (0);

        if (word == "'")
            putByte (takeHexByte());
        else if (word == "\\" || word == "{" || word == "}")
            putByte (word.front());
        else if (word == "\r" || word == "\n")
            put ("\n");
        else if (word == "~" || word == "_")
            put (word == "~" ? "\u00A0" : "-");
        else if (word == "u")
            putUnicode (number);
        else if (word == "uc")
            state().fallback = std::size_t (std::max (number, 0));
        else if (word == "bin")
            rest.remove_prefix (std::min (rest.size(), std::size_t (std::max (number, 0))));
        else if (word == "row")
            endRow();
        else if (word == "v")
            state().isInvisible = control.number != 0;
        else if (word == "*" || std::ranges::contains (hiddenGroups, word))
            state().isHidden = true;
        else if (word == "listtext" || word == "pntext")
            state().isListMark = true;
        else if (const auto symbol = std::ranges::find (symbols, word, &Symbol::word);
                 symbol != symbols.end())
            put (symbol->text);
        else
            setPage (word, number);
    }

    void setPage (std::string_view word, int number)
    {
        if (word == "fonttbl")
            state().isFontTable = state().isHidden = true;
        else if (word == "f" && state().isFontTable)
            font = number;
        else if (word == "f")
            state().page = pageOf (number);
        else if (word == "plain")
        {
            state().page = 0;
            state().isInvisible = false;
        }
        else if (word == "fcharset")
        {
            const auto set = std::ranges::find (characterSets, number, &CharacterSet::number);
            pagesOfFonts[font] = set == characterSets.end() ? 0 : set->page;
        }
        else if (word == "ansicpg")
            documentPage = number;
        else if (word == "mac")
            documentPage = 10000;
        else if (word == "pc")
            documentPage = 437;
        else if (word == "pca")
            documentPage = 850;
    }

    int pageOf (int fontNumber) const
    {
        const auto found = pagesOfFonts.find (fontNumber);
        return found == pagesOfFonts.end() ? 0 : found->second;
    }

    char takeHexByte()
    {
        int value = 0;

        for (int i = 0; i < 2 && ! rest.empty(); ++i)
        {
            constexpr std::string_view digits = "0123456789abcdef";
            const auto digit = digits.find (toLowerAscii (rest.substr (0, 1)));

            if (digit == std::string_view::npos)
                return '\0';

            value = value * 16 + int (digit);
            rest.remove_prefix (1);
        }

        return char (value);
    }

    /** Whether what comes is only there for those who do not know the \u before it. */
    bool isFallback()
    {
        const bool is = toSkip > 0;
        toSkip -= is ? 1 : 0;
        return is;
    }

    void putByte (char c)
    {
        if (isFallback() || ! isShown() || static_cast<unsigned char> (c) < 0x20)
            return;

        const auto page = state().page == 0 ? documentPage : state().page;

        if (page != pendingPage)
            flush();

        pendingPage = page;
        pending += c;
    }

    void put (std::string_view characters)
    {
        if (isFallback() || ! isShown())
            return;

        flush();
        text += characters == "\t" && state().isListMark ? " " : characters;
    }

    void putUnicode (int number)
    {
        constexpr int units = 0x10000;
        const auto unit = char32_t (number < 0 ? number + units : number);
        const auto high = std::exchange (highSurrogate, U'\0');
        toSkip = 0;

        if (unit >= 0xD800 && unit < 0xDC00)
            highSurrogate = unit;
        else if (unit >= 0xDC00 && unit < 0xE000 && high != 0)
            put (toUtf8 (0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)));
        else if (unit == 0x2028 || unit == 0x2029)
            put ("\n");
        else if (unit >= 0x20)
            put (toUtf8 (unit));

        toSkip = state().fallback;
    }

    /** What its last cell ends with divides it from nothing. */
    void endRow()
    {
        flush();

        if (isShown() && text.ends_with ('\t'))
            text.pop_back();

        put ("\n");
    }

    void flush()
    {
        const auto isAscii = [] (char c) { return static_cast<unsigned char> (c) < 0x80; };
        const auto bytes = std::exchange (pending, {});

        if (std::ranges::all_of (bytes, isAscii))
            text += bytes;
        else if (const auto decoded = decodeAsNamed (bytes, nameOf (pendingPage)))
            text += *decoded;
        else
            text += decodeField (bytes);
    }

    static std::string nameOf (int page)
    {
        constexpr int utf8 = 65001, macRoman = 10000;
        return page == utf8 ? "UTF-8" : page == macRoman ? "MACINTOSH" : std::format ("CP{}", page);
    }
};

} // namespace

bool isRichText (std::string_view bytes)
{
    return bytes.starts_with ("{\\rtf");
}

Result<std::string> richTextToText (std::string_view bytes)
{
    return RichTextReader (bytes).read();
}

} // namespace earmark
