// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp3Length.h"

#include "Foundation/Bytes.h"
#include "Tagging/FrameWindow.h"

#include <array>

namespace earmark
{

namespace
{

/** What the four bytes of an MPEG audio frame header say. Source: ISO 11172-3 section 2.4.2.3, ISO 13818-3. */
struct FrameHeader
{
    int layer;
    bool mpeg1;
    bool mono;
    bool hasCrc;
    std::uint32_t sampleRate;
    std::uint32_t bitRate;
    std::uint32_t samples;
    std::uint32_t bytes;

    /** Frames of one stream agree in these. */
    bool isSameStream (const FrameHeader& other) const
    {
        return layer == other.layer && mpeg1 == other.mpeg1 && sampleRate == other.sampleRate;
    }
};

using KilobitTable = std::array<std::uint16_t, 16>;

constexpr std::array<KilobitTable, 5> kilobits { {
    { 0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0 }, // MPEG 1 layer 1
    { 0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0 },    // MPEG 1 layer 2
    { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0 },     // MPEG 1 layer 3
    { 0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0 },    // MPEG 2 layer 1
    { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0 }          // MPEG 2 layers 2 and 3
} };

std::optional<FrameHeader> parseHeader (std::uint32_t word)
{
    const auto version = word >> 19 & 3; // 0 is MPEG 2.5, 2 MPEG 2, 3 MPEG 1
    const auto layerBits = word >> 17 & 3;
    const auto rateIndex = word >> 12 & 15;
    const auto sampleIndex = word >> 10 & 3;

    if (word >> 21 != 0x7FF || version == 1 || layerBits == 0 || rateIndex == 0 || rateIndex == 15
        || sampleIndex == 3)
        return {};

    FrameHeader h {};
    h.layer = int (4 - layerBits);
    h.mpeg1 = version == 3;
    h.mono = (word >> 6 & 3) == 3;
    h.hasCrc = (word >> 16 & 1) == 0;

    constexpr std::array<std::uint32_t, 3> rates { 44100, 48000, 32000 };
    h.sampleRate = rates[sampleIndex] >> (version == 3 ? 0 : version == 2 ? 1 : 2);

    const auto row = h.mpeg1 ? std::size_t (h.layer - 1) : h.layer == 1 ? 3u : 4u;
    h.bitRate = kilobits[row][rateIndex] * 1000u;
    h.samples = h.layer == 1 ? 384 : h.layer == 3 && ! h.mpeg1 ? 576 : 1152;

    const auto padding = word >> 9 & 1;
    h.bytes = h.layer == 1 ? (12 * h.bitRate / h.sampleRate + padding) * 4
                           : h.samples / 8 * h.bitRate / h.sampleRate + padding;
    return h;
}

/** The first frame of most files holds no audio but a header: how many frames follow, and with LAME how many samples at
    either end are not part of the recording. Source: gabriel.mp3-tech.org/mp3infotag.html. */
struct InfoFrame
{
    std::optional<std::uint32_t> frames;
    std::optional<std::uint32_t> bytes; ///< from this frame to the end of the audio
    std::optional<std::uint32_t> delay;
    bool variableBitRate = false;
    bool hasSeekTable = false;
    std::uint32_t padding = 0;
};

std::optional<InfoFrame> parseInfoFrame (std::string_view frame, const FrameHeader& header)
{
    const std::size_t sideInfo = header.mpeg1 ? (header.mono ? 17 : 32) : (header.mono ? 9 : 17);
    const auto begin = 4 + sideInfo;

    constexpr std::size_t vbriOffset = 36, vbriFrames = 14, vbriSize = 26;

    if (frame.size() >= vbriOffset + vbriSize && frame.substr (vbriOffset, 4) == "VBRI")
        return InfoFrame { .frames = bytes::u32 (frame, vbriOffset + vbriFrames),
                           .bytes = {},
                           .delay = {},
                           .variableBitRate = true,
                           .hasSeekTable = true };

    if (frame.size() < begin + 8 || (frame.substr (begin, 4) != "Xing" && frame.substr (begin, 4) != "Info"))
        return {};

    InfoFrame info;
    const auto flags = bytes::u32 (frame, begin + 4);
    auto next = begin + 8;

    info.variableBitRate = frame.substr (begin, 4) == "Xing";
    info.hasSeekTable = (flags & 4) != 0;

    if ((flags & 1) != 0 && frame.size() >= next + 4)
        info.frames = bytes::u32 (frame, next);

    if ((flags & 3) == 3 && frame.size() >= next + 8)
        info.bytes = bytes::u32 (frame, next + 4);

    next += ((flags & 1) != 0 ? 4u : 0u) + ((flags & 2) != 0 ? 4u : 0u) + (info.hasSeekTable ? 100u : 0u)
            + ((flags & 8) != 0 ? 4u : 0u);

    constexpr std::size_t lameDelay = 21;
    const auto encoder = frame.size() >= next + lameDelay + 3 ? frame.substr (next, 4) : std::string_view {};

    if (encoder == "LAME" || encoder == "Lavc" || encoder == "Lavf" || encoder.starts_with ("L3.9"))
    {
        info.delay = std::uint32_t (bytes::u8 (frame, next + lameDelay) << 4
                                    | bytes::u8 (frame, next + lameDelay + 1) >> 4);
        info.padding = std::uint32_t ((bytes::u8 (frame, next + lameDelay + 1) & 15) << 8
                                      | bytes::u8 (frame, next + lameDelay + 2));
    }

    return info;
}

Duration durationOf (std::uint64_t samples, std::uint32_t rate)
{
    return Duration::fromSamples (std::int64_t (samples), std::int64_t (rate));
}

/** From frame to frame. */
class Walk
{
public:
    Walk (const ByteSource& source, std::uint64_t from, std::uint64_t to)
        : window (source, to, blockSize), begin (from), end (to)
    {}

    Result<Mp3Length> measure()
    {
        bool inStep = false; // a frame ended where we are

        for (auto at = begin; at + 4 <= end;)
        {
            const auto frame = frameAt (at, inStep);

            if (! frame)
                return std::unexpected (frame.error());

            inStep = frame->has_value();

            if (! inStep)
            {
                if (! first && at - begin > searchLimit)
                    break;

                ++at;
                continue;
            }

            const auto& header = **frame;
            const bool isFirst = ! first;

            if (isFirst)
                if (auto looked = lookAtFirst (at, header); ! looked)
                    return std::unexpected (looked.error());

            if (length.frames > 0 && isFirst)
                break; // it tells how many there are

            if (! isFirst || ! info)
                count (header);

            at += header.bytes;
        }

        return result();
    }

private:
    static constexpr std::size_t blockSize = 1u << 20;

    /** Without a frame within this, it is something else. */
    static constexpr std::uint64_t searchLimit = 4u << 20;

    FrameWindow window;
    const std::uint64_t begin, end;
    Mp3Length length;
    std::optional<FrameHeader> first;
    std::optional<InfoFrame> info;
    std::uint32_t firstBitRate = 0;
    std::uint64_t samples = 0;

    /** The header of a frame of this stream, or nothing. */
    Result<std::optional<FrameHeader>> frameAt (std::uint64_t at, bool inStep)
    {
        const auto word = window.at (at, 4);

        if (! word)
            return std::unexpected (word.error());

        const auto header = parseHeader (bytes::u32 (*word, 0));

        if (! header || at + header->bytes > end || (first && ! header->isSameStream (*first)))
            return std::nullopt;

        // Bytes that look like a header occur by chance, such as in a picture between joined files; a second one where the
        // first says does not.
        if (inStep || at + header->bytes == end)
            return header;

        const auto next = window.at (at + header->bytes, 4);

        if (! next)
            return std::unexpected (next.error());

        const auto follower = next->size() == 4 ? parseHeader (bytes::u32 (*next, 0)) : std::nullopt;
        return follower && follower->isSameStream (*header) ? header : std::nullopt;
    }

    /** Knows the number of frames afterwards where the first one tells it right. */
    Result<void> lookAtFirst (std::uint64_t at, const FrameHeader& header)
    {
        first = header;
        length.begin = at;
        const auto frame = window.at (at, header.bytes);

        if (! frame)
            return std::unexpected (frame.error());

        info = header.layer == 3 ? parseInfoFrame (*frame, header) : std::nullopt;

        // A header that knows the number of bytes right knows the number of frames too: no need to walk.
        if (info && info->frames && info->bytes && at + *info->bytes == end)
        {
            length.frames = *info->frames;
            length.variableBitRate = info->variableBitRate;
            samples = std::uint64_t (*info->frames) * header.samples;
        }

        return {};
    }

    void count (const FrameHeader& header)
    {
        firstBitRate = firstBitRate != 0 ? firstBitRate : header.bitRate;
        length.variableBitRate = length.variableBitRate || header.bitRate != firstBitRate;
        samples += header.samples;
        ++length.frames;
    }

    Result<Mp3Length> result()
    {
        if (! first || samples == 0)
            return failure (Error::Kind::unsupported, "It holds no MPEG audio frames.");

        length.walked = durationOf (samples, first->sampleRate);
        length.hasSeekTable = info && info->hasSeekTable;

        if (info && info->frames)
        {
            length.stated = durationOf (std::uint64_t (*info->frames) * first->samples, first->sampleRate);
            const auto trimmed = std::uint64_t (info->delay.value_or (0)) + info->padding;

            if (info->delay && *info->frames == length.frames && trimmed < samples)
                length.gapless = durationOf (samples - trimmed, first->sampleRate);
        }

        return length;
    }
};

} // namespace

Result<Mp3Length> measureMp3 (const ByteSource& source, std::uint64_t begin, std::uint64_t end)
{
    return Walk (source, begin, end).measure();
}

} // namespace earmark
