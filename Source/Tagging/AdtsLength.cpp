// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/AdtsLength.h"

#include "Foundation/Bytes.h"
#include "Tagging/FrameWindow.h"

#include <algorithm>
#include <array>
#include <optional>

namespace earmark
{

namespace
{

constexpr std::size_t headerSize = 7;
constexpr std::size_t blockSize = 1u << 17; // stays in the processor's cache
constexpr std::array<std::int64_t, 13> sampleRates { 96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                                     22050, 16000, 12000, 11025, 8000,  7350 };

struct Frame
{
    std::int64_t sampleRate;
    std::int64_t samples;
    std::size_t bytes;
};

std::optional<Frame> parseHeader (std::string_view text)
{
    const auto rate = bytes::u8 (text, 2) >> 2 & 15u;
    const auto size = std::size_t (bytes::u8 (text, 3) & 3u) << 11 | std::size_t (bytes::u8 (text, 4)) << 3
                      | bytes::u8 (text, 5) >> 5;

    // Twelve bits of sync, and a layer of 0, which no MPEG audio frame has.
    if ((bytes::u16 (text, 0) & 0xFFF6) != 0xFFF0 || rate >= sampleRates.size() || size <= headerSize)
        return {};

    return Frame { sampleRates[rate], std::int64_t { 1024 } * ((bytes::u8 (text, 6) & 3) + 1), size };
}

} // namespace

Result<AdtsLength> measureAdts (const ByteSource& source, std::uint64_t begin, std::uint64_t end)
{
    FrameWindow window (source, std::min (end, source.size()), blockSize);
    AdtsLength length;
    std::int64_t samples = 0, rate = 0;
    auto expected = begin; // where the frame before says that the next one begins

    for (auto at = begin;;)
    {
        const auto header = window.at (at, headerSize);

        if (! header)
            return std::unexpected (header.error());

        if (header->empty())
            break;

        const auto frame = parseHeader (*header);
        bool fits = frame && frame->bytes <= end - at;

        // After damage, and at the beginning, a header counts only when another one follows where it says, or nothing more.
        if (fits && (at != expected || frame->sampleRate != rate))
        {
            const auto following = window.at (at + frame->bytes, headerSize);

            if (! following)
                return std::unexpected (following.error());

            const bool isLast = rate != 0 && at + frame->bytes == end;

            fits = isLast || (! following->empty() && parseHeader (*following));
        }

        if (! fits)
        {
            const auto next = window.find ('\xFF', at + 1);

            if (! next)
                return std::unexpected (next.error());

            at = *next;
            continue;
        }

        if (rate != frame->sampleRate && rate != 0)
        {
            length.walked = length.walked + Duration::fromSamples (samples, rate);
            samples = 0;
        }

        if (length.frames++ == 0)
            length.begin = at;

        rate = frame->sampleRate;
        samples += frame->samples;
        at += frame->bytes;
        expected = at;
    }

    if (length.frames < 2)
        return failure (Error::Kind::unsupported, "It holds no AAC frames.");

    length.walked = length.walked + Duration::fromSamples (samples, rate);
    return length;
}

} // namespace earmark
