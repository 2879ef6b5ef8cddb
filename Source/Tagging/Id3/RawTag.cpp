// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/RawTag.h"

#include "Foundation/Bytes.h"

#include <algorithm>
#include <format>

namespace earmark::id3
{

namespace
{

constexpr std::size_t headerSize = 10; // of a tag

/** How a frame begins: its name, its size, and from v2.3 on its flags. */
struct FrameHeader
{
    std::size_t idSize, size;
};

constexpr FrameHeader frameHeaderOf (int version)
{
    return version == 2 ? FrameHeader { 3, 6 } : FrameHeader { 4, headerSize };
}

bool isFrameId (std::string_view id)
{
    return std::ranges::all_of (id, [] (char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/** v2.4 sizes are synchsafe, but iTunes wrote plain ones, and a tag may hold frames of both. */
class FrameSizes
{
public:
    FrameSizes (std::string_view bodyOfTag, std::size_t firstFrame, int versionOfTag)
        : body (bodyOfTag), version (versionOfTag),
          endOfContent (bodyOfTag.find_last_not_of ('\0') + 1) // 0 where there is none
    {
        if (version == 4 && leadsToEnd (firstFrame, safeAt))
            known = safeAt;
        else if (version == 4 && leadsToEnd (firstFrame, plainAt))
            known = plainAt;
    }

    std::uint32_t at (std::size_t frame) const
    {
        if (version == 2)
            return bytes::u32 (body, frame + 2) & 0xFFFFFFu;

        if (version == 3)
            return plainAt (body, frame);

        if (known != nullptr)
            return known (body, frame);

        const auto safe = safeAt (body, frame), plain = plainAt (body, frame);
        return ! leads (frame, safe) && leads (frame, plain) ? plain : safe;
    }

private:
    using Reading = std::uint32_t (*) (std::string_view, std::size_t);

    const std::string_view body;
    const int version;
    const std::size_t endOfContent; ///< only padding, which is zero, is behind
    Reading known = nullptr;        ///< what makes sense of the tag as a whole

    static std::uint32_t plainAt (std::string_view body, std::size_t frame)
    {
        return bytes::u32 (body, frame + 4);
    }

    static std::uint32_t safeAt (std::string_view body, std::size_t frame)
    {
        constexpr std::uint32_t none = 0xFFFFFFFFu; // longer than any tag
        const bool isSafe = (plainAt (body, frame) & 0x80808080u) == 0;
        return isSafe ? bytes::synchsafe (body, frame + 4) : none;
    }

    bool isEnd (std::uint64_t at) const
    {
        return at == body.size() || (at < body.size() && at >= endOfContent);
    }

    bool isFrame (std::uint64_t at) const
    {
        return at + headerSize <= body.size() && isFrameId (body.substr (at, 4));
    }

    bool leads (std::size_t frame, std::uint32_t size) const
    {
        const auto next = std::uint64_t (frame) + headerSize + size;
        return isEnd (next) || isFrame (next);
    }

    bool leadsToEnd (std::uint64_t frame, Reading sizeAt) const
    {
        while (isFrame (frame))
            frame += headerSize + sizeAt (body, frame);

        return isEnd (frame);
    }
};

Result<std::string> readBytes (const PieceTable& file, std::uint64_t at, std::uint64_t count)
{
    if (at > file.size() || count > file.size() - at)
        return failure (Error::Kind::malformed,
                        "Its ID3 tag is longer than the file: the file is cut off or damaged.",
                        Place::atByte (at));

    std::string text (std::size_t (count), '\0');
    return file.read (at, text.data(), text.size()).transform ([&] { return std::move (text); });
}

} // namespace

std::string withoutUnsynchronisation (std::string_view text)
{
    std::string restored;
    restored.reserve (text.size());

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        restored += text[i];

        if (text[i] == '\xFF' && i + 1 < text.size() && text[i + 1] == '\0')
            ++i;
    }

    return restored;
}

namespace
{

/** Where the first frame begins. `at` is the tag's place in the file. */
Result<std::size_t> beginOfFrames (const RawTag& tag, std::string_view body, std::uint64_t at)
{
    if (! tag.hasExtendedHeader)
        return 0;

    if (body.size() < 4)
        return failure (Error::Kind::malformed,
                        "Its ID3 tag is damaged: the extended header is cut off.",
                        Place::atByte (at));

    return tag.version == 3 ? std::size_t (bytes::u32 (body, 0)) + 4 : bytes::synchsafe (body, 0);
}

/** Frames, what follows them, and padding. */
Result<void> readFrames (RawTag& tag, const std::string& body, std::size_t next, std::uint64_t at)
{
    // In v2.4 the flag says the same of every frame, whose sizes count the stored bytes: they are restored one by one.
    const std::uint16_t frameIsUnsynchronised = tag.unsynchronised && tag.version == 4 ? 0x02 : 0;
    const auto frameHeader = frameHeaderOf (tag.version);
    const FrameSizes sizes (body, next, tag.version);

    while (next + frameHeader.size <= body.size()
           && isFrameId (std::string_view (body).substr (next, frameHeader.idSize)))
    {
        const auto id = body.substr (next, frameHeader.idSize);
        const auto size = sizes.at (next);

        if (size > body.size() - next - frameHeader.size)
            return failure (Error::Kind::malformed,
                            std::format ("Its ID3 tag is damaged: the frame {} is longer than the tag.", id),
                            Place::atByte (at + headerSize + next));

        if (tag.frames.size() == maxFrames)
            return failure (Error::Kind::tooLarge,
                            std::format ("Its ID3 tag holds more than {} frames.", maxFrames),
                            Place::atByte (at + headerSize + next));

        const auto frameFlags = tag.version == 2 ? 0 : bytes::u16 (body, next + 8) | frameIsUnsynchronised;
        tag.frames.push_back (
            { id, std::uint16_t (frameFlags), body.substr (next + frameHeader.size, size) });
        next += frameHeader.size + size;
    }

    const auto end = std::min (next, body.size());
    const auto last = body.find_last_not_of ('\0');

    if (last != std::string::npos && last >= end)
        tag.rest = body.substr (end, last + 1 - end);

    tag.padding = body.size() - end - tag.rest.size();
    return {};
}

} // namespace

Result<std::optional<RawTag>> readTag (const PieceTable& file, std::uint64_t at)
{
    if (file.size() < at + headerSize)
        return std::nullopt;

    const auto header = readBytes (file, at, headerSize);

    if (! header)
        return std::unexpected (header.error());

    if (! header->starts_with ("ID3") || bytes::u8 (*header, 3) == 0xFF
        || (bytes::u32 (*header, 6) & 0x80808080u) != 0)
        return std::nullopt;

    RawTag tag { .version = bytes::u8 (*header, 3) };
    const auto flags = bytes::u8 (*header, 5);
    const auto bodySize = bytes::synchsafe (*header, 6);
    const bool hasFooter = tag.version == 4 && (flags & 0x10) != 0;
    tag.size = headerSize + bodySize + (hasFooter ? headerSize : 0);

    const bool isCompressed = tag.version == 2 && (flags & 0x40) != 0;

    if (tag.version < 2 || tag.version > 4 || isCompressed)
        return failure (
            Error::Kind::unsupported,
            isCompressed
                ? std::format ("Its tag is a compressed ID3v2.{}, which Earmark does not rewrite; save "
                               "it once as ID3v2.3 with a tag editor.",
                               tag.version)
                : std::format ("Its tag is ID3v2.{}, which Earmark does not rewrite; save it once as "
                               "ID3v2.3 with a tag editor.",
                               tag.version));

    auto stored = readBytes (file, at + headerSize, tag.size - headerSize);

    if (! stored)
        return std::unexpected (stored.error());

    stored->resize (bodySize);
    tag.unsynchronised = (flags & 0x80) != 0;
    tag.hasExtendedHeader = tag.version > 2 && (flags & 0x40) != 0;

    const auto body =
        tag.unsynchronised && tag.version < 4 ? withoutUnsynchronisation (*stored) : std::move (*stored);
    return beginOfFrames (tag, body, at)
        .and_then ([&] (std::size_t begin) { return readFrames (tag, body, begin, at); })
        .transform ([&] { return std::optional (std::move (tag)); });
}

std::uint64_t renderedSize (const std::vector<RawFrame>& frames, std::string_view rest)
{
    std::uint64_t size = headerSize + rest.size();

    for (const auto& frame : frames)
        size += headerSize + frame.body.size();

    return size;
}

std::string
renderTag (int version, const std::vector<RawFrame>& frames, std::string_view rest, std::uint64_t totalSize)
{
    std::string tag ("ID3");
    tag.reserve (totalSize);
    tag += bytes::big8 (std::uint8_t (version)) + bytes::big16 (0);
    tag += bytes::toSynchsafe (std::uint32_t (totalSize - headerSize));

    for (const auto& frame : frames)
    {
        const auto size = std::uint32_t (frame.body.size());
        tag += frame.id + (version == 4 ? bytes::toSynchsafe (size) : bytes::big32 (size))
               + bytes::big16 (frame.flags) + frame.body;
    }

    tag += rest;
    tag.resize (totalSize, '\0');
    return tag;
}

} // namespace earmark::id3
