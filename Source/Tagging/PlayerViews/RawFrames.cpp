// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PlayerViews/RawFrames.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"

#include <algorithm>

namespace earmark::views
{

namespace
{

constexpr std::size_t headerSize = 10;

std::optional<std::string> fromUtf16 (std::string_view text, bool bigEndian)
{
    std::string utf8;

    const auto unit = [&] (std::size_t at)
    { return bigEndian ? bytes::u16 (text, at) : bytes::little<std::uint16_t> (text, at); };

    if (text.size() % 2 != 0)
        return {};

    for (std::size_t at = 0; at < text.size(); at += 2)
    {
        char32_t c = unit (at);

        if (c >= 0xD800 && c < 0xDC00 && at + 4 <= text.size())
        {
            const char32_t low = unit (at + 2);

            if (low < 0xDC00 || low > 0xDFFF)
                return {};

            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        else if (c >= 0xD800 && c <= 0xDFFF)
            return {};

        utf8 += toUtf8 (c);
    }

    return utf8;
}

int hexDigit (char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

} // namespace

TagBytes leadingTag (const ByteSource& source)
{
    const auto header = source.read (0, headerSize);

    if (! header || ! header->starts_with ("ID3"))
        return {};

    const auto size = std::min<std::uint64_t> (bytes::synchsafe (*header, 6), source.size() - headerSize);
    TagBytes tag { bytes::u8 (*header, 3), source.read (headerSize, std::size_t (size)).value_or ({}) };

    // All players skip an extended header; its size counts itself only in v2.4.
    if (constexpr std::uint8_t extended = 0x40;
        (bytes::u8 (*header, 5) & extended) != 0 && tag.body.size() >= 4)
        tag.body.erase (0,
                        tag.version == 4 ? bytes::synchsafe (tag.body, 0)
                                         : 4 + std::size_t (bytes::u32 (tag.body, 0)));

    return tag;
}

std::vector<Frame> framesOf (std::string_view text, int version)
{
    std::vector<Frame> frames;

    while (text.size() >= headerSize && text.front() != '\0')
    {
        const auto size = version == 4 ? bytes::synchsafe (text, 4) : bytes::u32 (text, 4);
        frames.push_back ({ text.substr (0, 4), text.substr (headerSize, size) });
        text.remove_prefix (std::min<std::size_t> (text.size(), headerSize + std::size_t (size)));
    }

    return frames;
}

std::optional<ChapterBody> chapterOf (std::string_view body)
{
    constexpr std::size_t times = 16;
    const auto zero = body.find ('\0');

    if (zero == std::string_view::npos || body.size() < zero + 1 + times)
        return {};

    return ChapterBody { body,
                         body.substr (0, zero),
                         bytes::u32 (body, zero + 1),
                         bytes::u32 (body, zero + 5),
                         body.substr (zero + 1 + times) };
}

std::vector<ChapterBody> chaptersOf (const TagBytes& tag)
{
    std::vector<ChapterBody> chapters;

    for (const auto& frame : framesOf (tag.body, tag.version))
        if (frame.id == "CHAP")
            if (const auto chapter = chapterOf (frame.body))
                chapters.push_back (*chapter);

    return chapters;
}

std::optional<std::string> decode (std::string_view text, std::uint8_t encoding, Zero zero)
{
    if (encoding == 0)
    {
        std::string utf8;

        for (const auto c : text)
            if ((c & 0x80) != 0 && zero == Zero::ascii)
                return {};
            else
                utf8 += toUtf8 (char32_t (static_cast<unsigned char> (c)));

        return utf8;
    }

    if (encoding == 1)
    {
        const bool isBig = text.starts_with ("\xFE\xFF");
        return fromUtf16 (isBig || text.starts_with ("\xFF\xFE") ? text.substr (2) : text, isBig);
    }

    if (encoding == 2)
        return fromUtf16 (text, true);

    return encoding == 3 && isUtf8 (text) ? std::optional (std::string (text)) : std::nullopt;
}

std::optional<std::string> textOf (std::string_view body)
{
    if (body.empty())
        return {};

    auto text = decode (body.substr (1), bytes::u8 (body, 0));

    if (text)
        text->resize (std::min (text->size(), text->find ('\0')));

    return text;
}

std::string percentDecoded (std::string_view text, bool plusIsSpace)
{
    std::string decoded;

    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '%' && i + 2 < text.size() && hexDigit (text[i + 1]) >= 0
            && hexDigit (text[i + 2]) >= 0)
        {
            decoded += char (hexDigit (text[i + 1]) * 16 + hexDigit (text[i + 2]));
            i += 2;
        }
        else
            decoded += plusIsSpace && text[i] == '+' ? ' ' : text[i];

    return toValidUtf8 (decoded);
}

std::optional<std::string_view> addressOf (std::string_view body)
{
    if (body.empty())
        return {};

    const bool wide = bytes::u8 (body, 0) == 1 || bytes::u8 (body, 0) == 2;
    const auto end = wide ? body.find (std::string_view ("\0\0", 2), 1) : body.find ('\0', 1);

    if (end == std::string_view::npos)
        return {};

    return body.substr (end + (wide ? 2 : 1));
}

void sortByStart (std::vector<ShownChapter>& chapters)
{
    std::ranges::stable_sort (chapters, {}, &ShownChapter::startMs);
}

} // namespace earmark::views
