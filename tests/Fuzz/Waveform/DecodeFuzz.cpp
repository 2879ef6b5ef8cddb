// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/AudioReader.h"

#include <cstdlib>
#include <string>
#include <tuple>

#include <sys/mman.h>
#include <unistd.h>

// A file as anybody may have made it: reading and seeking end, and blocks follow one another.

using namespace earmark;

namespace
{

void require (bool holds)
{
    if (! holds)
        std::abort();
}

/** Decodes some blocks, as a damaged file may claim any length. */
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
        {
            volatile float last = channel[block->length - 1];
            (void) last;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    // FFmpeg opens names; this file is only in memory.
    static const int file = ::memfd_create ("audio", 0);
    static const auto path = "/proc/self/fd/" + std::to_string (file);
    require (::ftruncate (file, 0) == 0 && ::pwrite (file, data, size, 0) == ::ssize_t (size));

    if (const auto reader = openAudio (path))
    {
        readSome (**reader);

        for (const std::int64_t to : { 5'000, 100, 1'000'000 })
            if ((*reader)->seek (to))
                readSome (**reader);

        std::ignore = (*reader)->notices();
    }

    return 0;
}
