// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Decoding.h"

#include "Formats/Techniques/RichText.h"
#include "Foundation/MacRoman.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <format>
#include <memory>

namespace earmark
{

namespace
{

/** What the question offers; iconv knows many more. */
constexpr std::array<std::string_view, 14> offered {
    "UTF-8",       "Windows-1252", "Windows-1251", "Windows-1250", "Windows-1254", "ISO-8859-1", "ISO-8859-2",
    "ISO-8859-15", "Mac Roman",    "GB18030",      "Big5",         "Shift_JIS",    "EUC-JP",     "EUC-KR"
};

/** A name as iconv spells it. */
std::string iconvName (std::string_view encoding)
{
    const auto name = toLowerAscii (encoding);

    if (name == "mac roman" || name == "macroman" || name == "mac" || name == "x-mac-roman")
        return "MACINTOSH";

    return std::string (encoding);
}

struct Converted
{
    std::string utf8;
    std::size_t damaged = 0; ///< bytes that the encoding does not have, replaced by U+FFFD
};

/** Nothing where there is no such encoding. */
std::optional<Converted> toUtf8 (std::string_view bytes, const std::string& encoding)
{
    const auto handle = iconv_open ("UTF-8", encoding.c_str());

    if (handle == iconv_t (-1)) // NOLINT: the documented way to ask
        return {};

    const std::unique_ptr<void, decltype (&iconv_close)> closer (handle, &iconv_close);
    Converted converted;
    std::string input (bytes); // iconv's signature is not const
    auto* in = input.data();
    auto left = input.size();
    std::array<char, 16384> buffer;

    while (left > 0)
    {
        auto* out = buffer.data();
        auto room = buffer.size();
        const auto done = iconv (handle, &in, &left, &out, &room);
        converted.utf8.append (buffer.data(), out);

        if (done != std::size_t (-1) || errno == E2BIG)
            continue;

        ++converted.damaged;
        converted.utf8 += "\xEF\xBF\xBD";
        ++in;
        --left;
    }

    return converted;
}

/** The encoding that <?xml … encoding="…"?> names; empty where it does not, or names UTF-8 or UTF-16, which the bytes show. */
std::string declaredEncoding (std::string_view bytes)
{
    const auto declaration = bytes.substr (0, std::min<std::size_t> (bytes.find ("?>"), 200));

    if (! declaration.starts_with ("<?xml"))
        return {};

    const auto at = declaration.find ("encoding");
    const auto open = declaration.find_first_of ("\"'", at);

    if (at == std::string_view::npos || open == std::string_view::npos)
        return {};

    const auto close = declaration.find (declaration[open], open + 1);
    const auto name = declaration.substr (open + 1, close - open - 1);
    return toLowerAscii (name).starts_with ("utf") ? std::string {} : std::string (name);
}

/** Whether each byte is a letter in it: text in such an encoding is UTF-8 by no accident. */
bool isOneByteWide (std::string_view encoding)
{
    constexpr std::array<std::string_view, 6> families { "iso-8859", "iso8859", "windows-125",
                                                         "cp125",    "latin",   "us-ascii" };
    const auto name = toLowerAscii (encoding);
    return std::ranges::any_of (families,
                                [&] (std::string_view family) { return name.starts_with (family); });
}

bool hasHighBytes (std::string_view bytes)
{
    return std::ranges::any_of (bytes, [] (char c) { return static_cast<unsigned char> (c) >= 0x80; });
}

/** The legacy encoding that the statistics of the letters suggest, in the spelling of `offered` where it is among them. */
std::string guessedEncoding (std::string_view bytes)
{
    constexpr std::size_t sampleBytes = 1u << 18;
    const std::unique_ptr<uchardet, decltype (&uchardet_delete)> detector (uchardet_new(), &uchardet_delete);
    bytes = bytes.substr (0, sampleBytes);

    if (uchardet_handle_data (detector.get(), bytes.data(), bytes.size()) != 0)
        return {};

    uchardet_data_end (detector.get());
    const std::string name = uchardet_get_charset (detector.get());

    if (name == "MAC-ROMAN")
        return "Mac Roman";

    const auto found =
        std::ranges::find_if (offered, [&] (std::string_view o) { return equalsIgnoringCase (o, name); });
    return found == offered.end() ? name : std::string (*found);
}

/** Chinese, Japanese and Korean letters in a Western reading are pairs of marks and accents; so are Cyrillic ones. A single
    accent in Latin text says nothing to the statistics, which then name whatever comes first. */
bool isMostlyLatin (std::string_view bytes)
{
    const auto isLetter = [] (char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isHigh = [] (char c) { return static_cast<unsigned char> (c) >= 0x80; };
    std::size_t pairs = 0;

    for (std::size_t i = 1; i < bytes.size(); ++i)
        pairs += isHigh (bytes[i]) && isHigh (bytes[i - 1]) ? 1u : 0u;

    const auto high = std::size_t (std::ranges::count_if (bytes, isHigh));
    return pairs * 3 <= high && std::size_t (std::ranges::count_if (bytes, isLetter)) > high;
}

/** Central European and Turkish text has accents enough for the statistics, which take it for nothing else, and Western text of as
    many accents not for it. Empty for all else. */
std::string guessedLatin (std::string_view bytes)
{
    constexpr std::ptrdiff_t enough = 8;
    const auto isHigh = [] (char c) { return static_cast<unsigned char> (c) >= 0x80; };

    if (std::ranges::count_if (bytes, isHigh) < enough)
        return {};

    const auto name = guessedEncoding (bytes);

    // Windows' sets have quotation marks and dashes, and more letters, where those of ISO have no characters.
    const bool isOfWindows = std::ranges::any_of (
        bytes, [&] (char c) { return isHigh (c) && static_cast<unsigned char> (c) < 0xA0; });

    if (name == "ISO-8859-9")
        return "Windows-1254"; // which has the same letters

    if (name == "ISO-8859-2" && isOfWindows)
        return "Windows-1250";

    return name == "Windows-1250" || name == "ISO-8859-2" ? name : std::string {};
}

std::string guess (std::string_view bytes)
{
    if (isMostlyLatin (bytes))
    {
        if (looksLikeMacRoman (bytes))
            return "Mac Roman";

        const auto latin = guessedLatin (bytes);
        return latin.empty() ? "Windows-1252" : latin;
    }

    const auto guessed = guessedEncoding (bytes);
    return guessed.empty() ? "Windows-1252" : guessed;
}

/** Whether nothing spoke for the encoding that decodeText() took: Windows-1252, or UTF-8 with more than a few damaged characters, as
    which the double bytes of East Asian text may pass. */
bool isLastResort (const DecodedText& text)
{
    if (text.encoding != "UTF-8" || text.notices.empty())
        return text.encoding == "Windows-1252";

    std::size_t damaged = 0, sound = 0;

    for (std::size_t at = 0; at < text.utf8.size();)
    {
        const auto [c, size] = codePointAt (text.utf8, at);
        damaged += c == 0xFFFD ? 1u : 0u;
        sound += size > 1 && c != 0xFFFD ? 1u : 0u;
        at += size;
    }

    constexpr std::size_t soundForOneDamaged = 5;
    return damaged * soundForOneDamaged > sound;
}

/** What the rich text shows; it tells the encodings of its characters itself. */
Result<DecodedText> decodeRichText (std::string_view bytes)
{
    return richTextToText (bytes)
        .and_then ([] (const std::string& shown) { return decodeText (shown); })
        .transform (
            [] (DecodedText&& text)
            {
                text.encoding = "RTF";
                return std::move (text);
            });
}

Result<DecodedText> decodeAs (std::string_view bytes, const std::string& encoding)
{
    auto converted = toUtf8 (bytes, iconvName (encoding));

    if (! converted)
        return failure (
            Error::Kind::wrongUsage,
            std::format ("There is no encoding called '{}'; UTF-8 and Windows-1252 are two.", encoding));

    // Checks for bytes that are no text, takes off a mark, and refuses white space alone.
    auto text = decodeText (converted->utf8);

    if (! text)
        return text;

    text->encoding = encoding;

    if (converted->damaged > 0)
        text->notices.push_back (
            { Notice::Grade::warning,
              std::format ("{} bytes are no characters of {}; they were replaced by \uFFFD.",
                           converted->damaged,
                           encoding),
              {} });

    return text;
}

Question whichEncoding (const std::string& taken)
{
    Question question {
        "encoding", "In which encoding was the text written?", taken, { offered.begin(), offered.end() }
    };

    if (! std::ranges::contains (offered, taken))
        question.choices.push_back (taken);

    return question;
}

} // namespace

Result<DecodedDocument> decodeDocument (std::string_view bytes, const Answers& answers)
{
    // The end of a text to DOS, on a line of its own.
    if (bytes.ends_with ("\n\x1A"))
        bytes.remove_suffix (1);

    const auto wrap = [] (DecodedText&& text) { return DecodedDocument { std::move (text), {} }; };

    if (isRichText (bytes))
        return decodeRichText (bytes).transform ([] (DecodedText&& text)
                                                 { return DecodedDocument { std::move (text), {}, true }; });

    const auto wrapAsking = [] (DecodedText&& text)
    {
        auto question = whichEncoding (text.encoding);
        return DecodedDocument { std::move (text), { std::move (question) } };
    };

    // Who has answered may think again.
    if (const auto answer = answers.find ("encoding"); answer != answers.end())
        return decodeAs (bytes, answer->second).transform (wrapAsking);

    const auto declared = declaredEncoding (bytes);
    const bool isMistaken = isOneByteWide (declared) && isUtf8 (bytes) && hasHighBytes (bytes);

    if (! declared.empty() && ! isMistaken)
        if (auto text = decodeAs (bytes, declared))
            return wrap (std::move (*text));

    auto plain = decodeText (bytes);

    if (plain && isMistaken)
        plain->notices.push_back (
            { Notice::Grade::warning,
              std::format ("The document says that it is {}, but it is UTF-8, and was read as that.",
                           declared),
              {} });

    if (! plain || ! isLastResort (*plain))
        return std::move (plain).transform (wrap);

    const auto guessed = guess (bytes);

    if (guessed != plain->encoding)
    {
        if (auto text = decodeAs (bytes, guessed))
        {
            text->notices.push_back (
                { Notice::Grade::warning,
                  std::format (
                      "The text is not UTF-8; it was read as {}, which its letters suggest. Check them, or "
                      "choose another encoding.",
                      guessed),
                  {} });
            plain = std::move (text);
        }
    }

    return wrapAsking (std::move (*plain));
}

std::optional<std::string> decodeAsNamed (std::string_view bytes, const std::string& encoding)
{
    return toUtf8 (bytes, encoding)
        .transform ([] (Converted&& converted) { return std::move (converted.utf8); });
}

std::string decodeField (std::string_view bytes)
{
    if (isUtf8 (bytes))
        return std::string (bytes);

    const auto converted = toUtf8 (bytes, "WINDOWS-1252");
    return converted ? converted->utf8 : toValidUtf8 (bytes);
}

} // namespace earmark
