// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/AudioReader.h"
#include "Waveform/Excerpt.h"
#include "Waveform/Onsets.h"
#include "Waveform/PeakBuilder.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <tuple>

#include <sys/mman.h>
#include <unistd.h>

// A file as anybody may have made it: reading and seeking end, blocks follow one another, and peaks, pauses and candidates are made of
// whatever there is.

using namespace earmark;

namespace
{

void require (bool holds)
{
    if (! holds)
        std::abort();
}

/** A reader that ends after so many samples: a damaged file may claim any length, and be slow honestly. */
class Beginning final : public AudioReader
{
public:
    explicit Beginning (std::unique_ptr<AudioReader> r) : reader (std::move (r)) {}

    const AudioInfo& info() const override { return reader->info(); }

    std::optional<AudioBlock> next() override
    {
        const auto block = left > 0 ? reader->next() : std::nullopt;
        left -= block ? std::int64_t (block->length) : 0;
        return block;
    }

    Result<void> seek (std::int64_t sample) override { return reader->seek (sample); }

    Notices notices() const override { return reader->notices(); }

private:
    std::unique_ptr<AudioReader> reader;
    std::int64_t left = 2'000'000;
};

Result<std::unique_ptr<AudioReader>> open (const std::string& path)
{
    return openAudio (path).transform (
        [] (std::unique_ptr<AudioReader> reader) -> std::unique_ptr<AudioReader>
        { return std::make_unique<Beginning> (std::move (reader)); });
}

/** Decodes some blocks. */
void readSome (AudioReader& reader)
{
    auto expected = std::int64_t (-1);

    for (int blocks = 0; blocks < 50; ++blocks)
    {
        const auto block = reader.next();

        if (! block)
            return;

        require (block->length > 0 && block->position >= 0);
        require (expected < 0 || block->position == expected);
        require (block->channels.size() == std::size_t (reader.info().channels));
        expected = block->position + std::int64_t (block->length);

        for (const auto* channel : block->channels)
            for (std::size_t i = 0; i < block->length; ++i)
                require (std::isfinite (channel[i]));
    }
}

void makePeaks (const std::string& path)
{
    PeakBuilder builder ([&] { return open (path); });
    const auto built = builder.run (2, {});

    if (! built)
        return;

    require (built->map.complete && built->map.length >= 0);
    auto last = Position();

    for (const auto& pause : pausesIn (built->map))
    {
        require (pause.start >= last && pause.end > pause.start);
        last = pause.end;
    }
}

void listen (AudioReader& reader)
{
    for (const auto marker :
         { Position(), Position::fromMilliseconds (700), Position::fromMilliseconds (90'000) })
    {
        if (const auto found = candidatesNear (reader, marker))
        {
            require (std::ranges::is_sorted (*found, std::ranges::greater(), &Candidate::confidence));

            for (const auto& candidate : *found)
                require (candidate.confidence >= 0 && candidate.confidence <= 1);
        }

        if (const auto columns = columnsAround (reader, marker, Duration::fromMilliseconds (5000), 100))
            require (columns->size() == 100);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    // FFmpeg opens names; this file is only in memory.
    static const int file = ::memfd_create ("audio", 0);
    static const auto path = "/proc/self/fd/" + std::to_string (file);
    require (::ftruncate (file, 0) == 0 && ::pwrite (file, data, size, 0) == ::ssize_t (size));

    if (const auto reader = open (path))
    {
        readSome (**reader);

        for (const std::int64_t to : { 5'000, 100, 1'000'000 })
            if ((*reader)->seek (to))
                readSome (**reader);

        std::ignore = (*reader)->notices();
        makePeaks (path);
    }

    if (const auto reader = open (path))
        listen (**reader);

    return 0;
}
