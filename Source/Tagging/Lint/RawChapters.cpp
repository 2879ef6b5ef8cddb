// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/RawChapters.h"

#include "Foundation/Bytes.h"

#include <algorithm>

namespace earmark::raw
{

namespace
{

constexpr std::size_t headerSize = 10;

std::vector<id3::RawFrame> framesIn (std::string_view text, int version)
{
    std::vector<id3::RawFrame> frames;

    while (text.size() >= headerSize && text.front() != '\0')
    {
        const auto size = version == 4 ? bytes::synchsafe (text, 4) : bytes::u32 (text, 4);

        if (size > text.size() - headerSize)
            break;

        frames.push_back ({ std::string (text.substr (0, 4)),
                            bytes::u16 (text, 8),
                            std::string (text.substr (headerSize, size)) });
        text.remove_prefix (headerSize + size);
    }

    return frames;
}

/** Takes a text that ends with a zero off the front. */
std::optional<std::string> takeId (std::string_view& body)
{
    const auto end = body.find ('\0');

    if (end == std::string_view::npos)
        return {};

    std::string id (body.substr (0, end));
    body.remove_prefix (end + 1);
    return id;
}

std::optional<RawChapter> chapterFrom (std::string_view body, int version)
{
    constexpr std::size_t times = 16;
    auto id = takeId (body);

    if (! id || body.size() < times)
        return {};

    return RawChapter {
        std::move (*id), bytes::u32 (body, 0), bytes::u32 (body, 4), framesIn (body.substr (times), version)
    };
}

bool looksLikeFrame (std::string_view text)
{
    return text.size() >= headerSize
           && std::ranges::all_of (text.substr (0, 4),
                                   [] (char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

std::optional<RawContents> contentsFrom (std::string_view body)
{
    constexpr std::uint8_t topLevel = 2;
    auto id = takeId (body);

    if (! id || body.size() < 2)
        return {};

    RawContents contents {
        std::move (*id), (bytes::u8 (body, 0) & topLevel) != 0, bytes::u8 (body, 1), {}, false
    };
    body.remove_prefix (2);

    while (contents.children.size() < contents.count)
    {
        auto child = takeId (body);

        if (! child)
            break;

        contents.children.push_back (std::move (*child));
    }

    // Frames may follow the ids; what is no frame is ids that the byte could not count.
    contents.hasMore = ! body.empty() && ! looksLikeFrame (body);
    return contents;
}

} // namespace

const id3::RawFrame* RawChapter::find (std::string_view frameId) const
{
    const auto found = std::ranges::find (frames, frameId, &id3::RawFrame::id);
    return found == frames.end() ? nullptr : &*found;
}

std::optional<RawChapters> rawChapters (const id3::RawTag& tag)
{
    RawChapters raw;

    for (const auto& frame : tag.frames)
        if (frame.id == "CHAP")
        {
            if (auto chapter = chapterFrom (frame.body, tag.version))
                raw.chapters.push_back (std::move (*chapter));
        }
        else if (frame.id == "CTOC")
        {
            if (auto contents = contentsFrom (frame.body))
                raw.contents.push_back (std::move (*contents));
        }

    return raw.chapters.empty() ? std::nullopt : std::optional (std::move (raw));
}

const mp4::Atom* neroList (const mp4::Atom& moov)
{
    for (const auto& child : moov.children)
        if (child.type == "udta")
            if (const auto* list = child.find ("chpl"))
                return list;

    return nullptr;
}

std::optional<std::vector<NeroEntry>> neroEntries (const mp4::Atom& moov)
{
    const auto* list = neroList (moov);

    if (list == nullptr || list->payload.size() < 9)
        return {};

    // Version and flags, a reserved byte, a count of four bytes (in version 0 of one, and nothing reserved); entries of eight bytes in
    // units of 100 ns, a length, a title.
    std::vector<NeroEntry> entries;
    const std::string_view text = list->payload;
    constexpr std::size_t fixed = 9, fixedInVersion0 = 5;
    constexpr std::uint64_t unitsInMs = 10'000;

    for (std::size_t at = text[0] == '\0' ? fixedInVersion0 : fixed; at + fixed <= text.size();)
    {
        const auto length = bytes::u8 (text, at + 8);

        if (length > text.size() - at - fixed)
            break;

        entries.push_back ({ std::int64_t (bytes::u64 (text, at) / unitsInMs),
                             std::string (text.substr (at + fixed, length)) });
        at += fixed + length;
    }

    return entries;
}

} // namespace earmark::raw
