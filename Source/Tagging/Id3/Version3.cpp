// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/Version3.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/FrameText.h"
#include "Tagging/Id3/Version2.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::id3
{

namespace
{

std::vector<std::string_view> valuesIn (const RawFrame& frame)
{
    return valuesOf (frame.body, 1, frame.body[0]);
}

/** "2024-03-09T16:40" is three frames in v2.3: year, day and month, hour and minute. */
std::vector<RawFrame> recordingTime (const RawFrame& frame)
{
    const auto text = asciiOf (valuesIn (frame).front(), frame.body[0]);
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

char versionThreeEncoding (char encoding)
{
    return encoding == latin1 ? latin1 : utf16;
}

std::string recodedTextFrame (const RawFrame& frame)
{
    const auto encoding = frame.body[0];
    const auto values = valuesIn (frame);

    // TXXX is a name and a value.
    const bool isPair = frame.id == "TXXX";

    if (! needsNewEncoding (frame.body) && values.size() < (isPair ? 3u : 2u))
        return frame.body;

    const auto target = versionThreeEncoding (encoding);
    const auto name =
        isPair ? recode (values.front(), encoding) + std::string (terminator (target)) : std::string {};
    return target + name + joined (values, isPair ? 1 : 0, encoding);
}

/** The parts of a frame behind its encoding byte: a digit is that many fixed bytes, 'L' a terminated Latin-1 text, 'T' a
    terminated text in the frame's encoding, 'E' such a text to the end of the frame; data follows. */
struct Layout
{
    std::string_view id;
    std::string_view parts;
};

/** Source: id3v2.4.0-frames, sections 4.2 to 4.26. */
constexpr std::array layouts {
    Layout { "WXXX", "T" },   Layout { "COMM", "3TE" },     Layout { "USLT", "3TE" },
    Layout { "APIC", "L1T" }, Layout { "GEOB", "LTT" },     Layout { "USER", "3E" },
    Layout { "OWNE", "L8E" }, Layout { "COMR", "L8L1TTL" },
};

Result<std::string> recodedLayoutFrame (const RawFrame& frame, const Layout& layout)
{
    const auto encoding = frame.body[0];
    const std::string_view body = frame.body;
    std::string result (1, char (utf16));
    std::size_t at = 1;

    for (const auto part : layout.parts)
    {
        if (at > body.size())
            return failure (Error::Kind::malformed,
                            std::format ("The frame {} of its ID3 tag is damaged.", frame.id));

        if (part == 'E')
            return result + joined (valuesOf (body, at, encoding), 0, encoding);

        if (part == 'T')
        {
            const auto end = endOfText (body, at, encoding);
            result += toUtf16WithMark (body.substr (at, end - at), encoding);
            result += terminator (utf16);
            at = std::min (body.size(), end + terminator (encoding).size());
        }
        else
        {
            const auto next = part == 'L' ? endOfText (body, at, latin1) + 1 : at + std::size_t (part - '0');
            result += body.substr (at, next - at);
            at = next;
        }
    }

    return result + std::string (body.substr (std::min (at, body.size())));
}

/** A frame without what v2.4 wraps it in. */
struct Unwrapped
{
    RawFrame frame; ///< with v2.3's flags
    std::string
        group; ///< the mark of the group it belongs to, which stands in front of the content; mostly empty

    RawFrame wrapped() &&
    {
        frame.body.insert (0, group);
        return std::move (frame);
    }
};

Result<Unwrapped> unwrap (const RawFrame& stored)
{
    constexpr std::uint16_t grouped = 0x40, compressed = 0x08, encrypted = 0x04, unsynchronised = 0x02,
                            hasLength = 0x01;

    if ((stored.flags & (compressed | encrypted)) != 0)
        return failure (Error::Kind::unsupported,
                        std::format ("The frame {} of its ID3v2.4 tag is compressed or encrypted; Earmark "
                                     "cannot carry it over to ID3v2.3.",
                                     stored.id));

    // Status bits: v2.4 %0abc0000 is v2.3 %abc00000.
    Unwrapped result { .frame = { stored.id, std::uint16_t ((stored.flags & 0x7000) << 1), stored.body },
                       .group = {} };
    auto& [frame, group] = result;

    if ((stored.flags & grouped) != 0 && ! frame.body.empty())
    {
        constexpr std::uint16_t grouped3 = 0x20;
        frame.flags = std::uint16_t (frame.flags | grouped3);
        group = frame.body.substr (0, 1);
        frame.body.erase (0, 1);
    }

    if ((stored.flags & hasLength) != 0)
        frame.body.erase (0, std::min<std::size_t> (4, frame.body.size()));

    if ((stored.flags & unsynchronised) != 0)
        frame.body = withoutUnsynchronisation (frame.body);

    return result;
}

/** v2.4 keeps people and musicians apart; v2.3 has one list of pairs, and only one frame of it. */
class People
{
public:
    static bool isIn (const RawFrame& frame)
    {
        return frame.id == "TIPL" || frame.id == "TMCL" || frame.id == "IPLS";
    }

    void add (const RawFrame& frame)
    {
        if (frame.body.empty())
            return;

        const auto encoding = frame.body[0];
        auto values = valuesIn (frame);

        if (values.size() % 2 != 0)
            values.emplace_back();

        for (const auto value : values)
            texts.push_back ({ std::string (value), encoding });
    }

    std::string body() const
    {
        const bool wide = std::ranges::any_of (texts, [] (const Text& t) { return t.encoding != latin1; });
        std::string list (1, char (wide ? utf16 : latin1));

        for (const auto& [text, encoding] : texts)
            list += (! wide               ? text
                     : encoding == latin1 ? latin1ToUtf16 (text)
                                          : toUtf16WithMark (text, encoding))
                    + std::string (terminator (list[0]));

        return list;
    }

private:
    struct Text
    {
        std::string bytes;
        char encoding;
    };

    std::vector<Text> texts;

    static std::string latin1ToUtf16 (std::string_view text)
    {
        std::string units ("\xFF\xFE");

        for (const char c : text)
            units += { c, '\0' };

        return units;
    }
};

Result<std::vector<RawFrame>> convert (Unwrapped unwrapped)
{
    auto& frame = unwrapped.frame;

    if (frame.body.empty())
        return std::vector { std::move (unwrapped).wrapped() };

    if (frame.id == "SEEK" || frame.id == "ASPI" || frame.id == "EQU2")
        return failure (Error::Kind::unsupported,
                        std::format ("Its ID3v2.4 tag holds a frame {}, which ID3v2.3 does not have; remove "
                                     "it or save the file as ID3v2.3 with a tag editor.",
                                     frame.id));

    if (frame.id == "TDRC")
        return recordingTime (frame);

    if (frame.id == "TDOR")
    {
        auto year = recordingTime (frame);
        year.resize (std::min<std::size_t> (1, year.size()));

        for (auto& f : year)
            f.id = "TORY";

        return year;
    }

    // Synchronised lyrics have texts between times: no simple layout.
    if (frame.id == "SYLT" && needsNewEncoding (frame.body))
        return failure (Error::Kind::unsupported,
                        "Its ID3v2.4 tag holds synchronised lyrics in an encoding that ID3v2.3 does not "
                        "have; save it as ID3v2.3 with a tag editor first.");

    if (frame.id.starts_with ('T'))
    {
        frame.body = recodedTextFrame (frame);
        return std::vector { std::move (unwrapped).wrapped() };
    }

    const auto layout = std::ranges::find (layouts, std::string_view (frame.id), &Layout::id);

    if (layout != layouts.end() && needsNewEncoding (frame.body))
    {
        auto body = recodedLayoutFrame (frame, *layout);

        if (! body)
            return std::unexpected (body.error());

        frame.body = std::move (*body);
    }

    return std::vector { std::move (unwrapped).wrapped() };
}

} // namespace

Result<std::vector<RawFrame>> toVersion3 (const RawTag& tag)
{
    if (tag.version == 3)
        return tag.frames;

    if (tag.version == 2)
        return fromVersion2 (tag);

    std::vector<RawFrame> frames;
    People people;

    for (const auto& stored : tag.frames)
    {
        // Chapters are rendered anew or taken out; their sub-frames are in the old version's form.
        if (stored.id == "CHAP" || stored.id == "CTOC")
        {
            frames.push_back (stored);
            continue;
        }

        auto unwrapped = unwrap (stored);

        if (! unwrapped)
            return std::unexpected (unwrapped.error());

        if (People::isIn (stored))
        {
            people.add (unwrapped->frame);

            if (std::ranges::find (frames, std::string_view ("IPLS"), &RawFrame::id) == frames.end())
                frames.push_back ({ "IPLS", 0, {} });

            continue;
        }

        auto converted = convert (std::move (*unwrapped));

        if (! converted)
            return std::unexpected (converted.error());

        // Some tags say the year in both versions' ways; what was written for v2.3 is there already.
        for (auto& frame : *converted)
            if (frame.id == stored.id
                || std::ranges::find (tag.frames, frame.id, &RawFrame::id) == tag.frames.end())
                frames.push_back (std::move (frame));
    }

    if (const auto list = std::ranges::find (frames, std::string_view ("IPLS"), &RawFrame::id);
        list != frames.end())
        list->body = people.body();

    return frames;
}

} // namespace earmark::id3
