// SPDX-License-Identifier: AGPL-3.0-or-later

// What bench_sound.py measures, and nothing around it.
//   peaks_of FILE THREADS [CACHE_FOLDER]        0 threads: only read the file to its end

#include "Waveform/PeakBuilder.h"
#include "Waveform/PeakCache.h"

#include <cstdio>
#include <cstdlib>

int main (int argc, char** argv)
{
    using namespace earmark;

    if (argc < 3)
        return 2;

    const std::filesystem::path file (argv[1]);
    const auto threads = unsigned (std::atoi (argv[2]));
    const auto open = [&] { return openAudio (file); };

    if (threads == 0)
    {
        const auto reader = open();
        std::int64_t samples = 0;

        while (reader)
        {
            const auto block = (*reader)->next();

            if (! block)
                break;

            samples += std::int64_t (block->length);
        }

        std::printf ("%lld samples\n", static_cast<long long> (samples));
        return samples > 0 ? 0 : 1;
    }

    const auto key = PeakCache::keyOf (file);

    if (argc > 3 && key)
        if (const auto found = PeakCache (argv[3]).find (*key))
        {
            std::printf ("%zu chunks, kept\n", found->chunks.size());
            return 0;
        }

    PeakBuilder builder (open);
    const auto built = builder.run (threads, {});

    if (! built)
        return 1;

    if (argc > 3 && key)
        PeakCache (argv[3]).store (*key, built->map);

    std::printf ("%zu chunks\n", built->map.chunks.size());
    return 0;
}
