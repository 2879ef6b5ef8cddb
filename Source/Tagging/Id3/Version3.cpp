// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/Version3.h"

#include "Foundation/Text.h"
#include "Tagging/Bytes.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::id3
{

namespace
{

/** The text encodings of ID3v2; v2.3 has the first two. */
enum Encoding : char
{
    latin1 = 0,
    utf16 = 1,
    utf16be = 2,
    utf8 = 3
};

bool needsNewEncoding (std::string_view body) { return ! body.empty() && (body[0] == utf16be || body[0] == utf8); }

std::string_view terminator (char encoding) { return encoding == utf16 || encoding == utf16be ? std::string_view ("\0\0", 2) : std::string_view ("\0", 1); }

/** Where the text that begins at `from` ends: at its terminator, or at the end. */
std::size_t endOfText (std::string_view body, std::size_t from, char encoding)
{
    const auto mark = terminator (encoding);

    for (auto i = from; i + mark.size() <= body.size(); i += mark.size())
        if (body.substr (i, mark.size()) == mark)
            return i;

    return body.size();
}

/** UTF-8 or UTF-16BE as UTF-16 little-endian, with the byte order mark that v2.3 wants. */
std::string toUtf16WithMark (std::string_view text, char encoding)
{
    std::string units ("\xFF\xFE");

    if (encoding == utf16be)
    {
        for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        {
            units += text[i + 1];
            units += text[i];
        }

        return units;
    }

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);
        i += size;

        const auto put = [&] (char32_t unit)
        {
            units += char (unit & 0xFF);
            units += char (unit >> 8 & 0xFF);
        };

        if (c < 0x10000)
        {
            put (c);
        }
        else
        {
            put (0xD800 + ((c - 0x10000) >> 10));
            put (0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }

    return units;
}

/** A text field without its terminator in the encoding that the new frame has. */
std::string recode (std::string_view text, char from) { return needsNewEncoding (std::string_view (&from, 1)) ? toUtf16WithMark (text, from) : std::string (text); }

/** The values of a text frame; v2.4 separates several by a terminator. */
std::vector<std::string_view> valuesOf (std::string_view body)
{
    std::vector<std::string_view> values;
    const auto encoding = body[0];

    for (std::size_t at = 1; at < body.size() || values.empty();)
    {
        const auto end = endOfText (body, at, encoding);
        values.push_back (body.substr (std::min (at, body.size()), end - std::min (at, end)));
        at = end + terminator (encoding).size();
    }

    return values;
}

std::string asciiOf (std::string_view text, char encoding)
{
    std::string ascii;

    for (const char c : text)
        if (c >= 0x20 && (encoding != utf16 || c > 0))
            ascii += c;

    return ascii;
}

/** "2024-03-09T16:40" is three frames in v2.3: year, day and month, hour and minute. */
std::vector<RawFrame> recordingTime (const RawFrame& frame)
{
    const auto text = asciiOf (valuesOf (frame.body).front(), frame.body[0]);
    const auto latin = [] (std::string_view digits) { return std::string (1, '\0') + std::string (digits); };
    std::vector<RawFrame> frames;

    if (text.size() >= 4)
        frames.push_back ({ "TYER", 0, latin (text.substr (0, 4)) });

    if (text.size() >= 10)
        frames.push_back ({ "TDAT", 0, latin (text.substr (8, 2) + text.substr (5, 2)) });

    if (text.size() >= 16)
        frames.push_back ({ "TIME", 0, latin (text.substr (11, 2) + text.substr (14, 2)) });

    return frames;
}

std::string recodedTextFrame (const RawFrame& frame)
{
    const auto encoding = frame.body[0];
    const auto values = valuesOf (frame.body);
    const bool anew = needsNewEncoding (frame.body);

    if (! anew && values.size() < 2)
        return frame.body;

    // v2.3 has one value for each text frame and joins several by a slash; TXXX is description and value.
    const bool isPair = frame.id == "TXXX";
    const auto target = anew ? char (utf16) : encoding;
    const std::string slash = target == utf16 ? std::string ("/\0", 2) : "/";
    std::string body (1, target);

    for (std::size_t i = 0; i < values.size(); ++i)
    {
        auto value = recode (values[i], encoding);

        if (i > 0 && isPair && i == 1)
            body += terminator (target);
        else if (i > 0)
            body += slash;

        // Within one joined text there is one byte order mark.
        if (i > 0 && ! (isPair && i == 1) && value.starts_with ("\xFF\xFE"))
            value.erase (0, 2);

        body += value;
    }

    return body;
}

/** What stands before the texts of a frame that has an encoding byte, a fixed part, then terminated texts, then data. */
struct Layout
{
    std::string_view id;
    std::size_t fixed;      ///< bytes between the encoding and the first text
    bool latin1Text;        ///< a Latin-1 text (a MIME type) and one byte come first
    int texts;              ///< texts in the frame's encoding
    bool lastIsTerminated;  ///< or runs to the end of the frame
};

/** Source: id3v2.4.0-frames, sections 4.2 to 4.26. */
constexpr std::array layouts {
    Layout { "WXXX", 0, false, 1, true }, // then the address, in Latin-1
    Layout { "COMM", 3, false, 2, false }, Layout { "USLT", 3, false, 2, false }, Layout { "APIC", 0, true, 1, true },
    Layout { "USER", 3, false, 1, false }, Layout { "SYLT", 5, false, 1, true },
};

Result<std::string> recodedLayoutFrame (const RawFrame& frame, const Layout& layout)
{
    const auto encoding = frame.body[0];
    const std::string_view body = frame.body;
    auto at = 1 + layout.fixed;

    if (layout.latin1Text)
        at = endOfText (body, at, latin1) + 2;

    if (at > body.size())
        return failure (Error::Kind::malformed, std::format ("The frame {} of its ID3 tag is damaged.", frame.id));

    // Synchronised lyrics have texts between times: no simple layout.
    if (frame.id == "SYLT" && needsNewEncoding (body))
        return failure (Error::Kind::unsupported,
                        "Its ID3v2.4 tag holds synchronised lyrics in an encoding that ID3v2.3 does not have; save it as ID3v2.3 with a tag editor first.");

    std::string result (1, char (utf16));
    result += body.substr (1, at - 1);

    for (int i = 0; i < layout.texts; ++i)
    {
        const auto end = endOfText (body, at, encoding);
        const bool last = i + 1 == layout.texts;
        result += toUtf16WithMark (body.substr (at, end - at), encoding);

        if (! last || layout.lastIsTerminated)
            result += terminator (utf16);

        at = std::min (body.size(), end + terminator (encoding).size());
    }

    return result + std::string (body.substr (at));
}

/** Takes v2.4's per-frame encodings of the bytes off and translates the flags. */
Result<RawFrame> withVersion3Flags (const RawFrame& frame)
{
    constexpr std::uint16_t grouped = 0x40, compressed = 0x08, encrypted = 0x04, unsynchronised = 0x02, hasLength = 0x01;

    if ((frame.flags & (compressed | encrypted)) != 0)
        return failure (Error::Kind::unsupported,
                        std::format ("The frame {} of its ID3v2.4 tag is compressed or encrypted; Earmark cannot carry it over to ID3v2.3.", frame.id));

    RawFrame plain { frame.id, 0, frame.body };
    std::string group;

    if ((frame.flags & grouped) != 0 && ! plain.body.empty())
    {
        group = plain.body.substr (0, 1);
        plain.body.erase (0, 1);
    }

    if ((frame.flags & hasLength) != 0)
        plain.body.erase (0, std::min<std::size_t> (4, plain.body.size()));

    if ((frame.flags & unsynchronised) != 0)
    {
        std::string restored;

        for (std::size_t i = 0; i < plain.body.size(); ++i)
        {
            restored += plain.body[i];

            if (plain.body[i] == '\xFF' && i + 1 < plain.body.size() && plain.body[i + 1] == '\0')
                ++i;
        }

        plain.body = std::move (restored);
    }

    // Status bits: v2.4 %0abc0000 is v2.3 %abc00000.
    plain.flags = std::uint16_t ((frame.flags & 0x7000) << 1);

    if (! group.empty())
    {
        plain.flags = std::uint16_t (plain.flags | 0x20);
        plain.body.insert (0, group);
    }

    return plain;
}

Result<std::vector<RawFrame>> convert (const RawFrame& stored)
{
    auto frame = withVersion3Flags (stored);

    if (! frame)
        return std::unexpected (frame.error());

    if (frame->body.empty())
        return std::vector { *frame };

    if (frame->id == "SEEK" || frame->id == "ASPI" || frame->id == "EQU2")
        return failure (Error::Kind::unsupported,
                        std::format ("Its ID3v2.4 tag holds a frame {}, which ID3v2.3 does not have; remove it or save the file as ID3v2.3 with a tag editor.", frame->id));

    if (frame->id == "TDRC")
        return recordingTime (*frame);

    if (frame->id == "TDOR")
    {
        auto year = recordingTime (*frame);
        year.resize (std::min<std::size_t> (1, year.size()));

        for (auto& f : year)
            f.id = "TORY";

        return year;
    }

    // Involved people and musicians are one list of pairs in v2.3, separated by terminators.
    const bool isPeople = frame->id == "TIPL" || frame->id == "TMCL";

    if (isPeople)
    {
        const auto encoding = frame->body[0];
        const auto target = needsNewEncoding (frame->body) ? char (utf16) : encoding;
        std::string body (1, target);

        for (const auto value : valuesOf (frame->body))
            body += recode (value, encoding) + std::string (terminator (target));

        return std::vector { RawFrame { "IPLS", frame->flags, body } };
    }

    if (frame->id.starts_with ('T'))
    {
        frame->body = recodedTextFrame (*frame);
        return std::vector { *frame };
    }

    const auto layout = std::ranges::find (layouts, std::string_view (frame->id), &Layout::id);

    if (layout != layouts.end() && needsNewEncoding (frame->body))
    {
        auto body = recodedLayoutFrame (*frame, *layout);

        if (! body)
            return std::unexpected (body.error());

        frame->body = std::move (*body);
    }

    return std::vector { *frame };
}

} // namespace

Result<std::vector<RawFrame>> toVersion3 (const RawTag& tag)
{
    if (tag.version == 3)
        return tag.frames;

    std::vector<RawFrame> frames;

    for (const auto& frame : tag.frames)
    {
        // Chapters are rendered anew or taken out; their sub-frames are in the old version's form.
        if (frame.id == "CHAP" || frame.id == "CTOC")
        {
            frames.push_back (frame);
            continue;
        }

        auto converted = convert (frame);

        if (! converted)
            return std::unexpected (converted.error());

        std::ranges::move (*converted, std::back_inserter (frames));
    }

    return frames;
}

} // namespace earmark::id3
