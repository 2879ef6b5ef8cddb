// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/PeakBuilder.h"

#include "Waveform/PeakMeter.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>

namespace earmark
{

namespace
{

/** What a thread takes at a time: long enough that the warming up of a decoder does not count. */
constexpr std::int64_t chunksPerTurn = 4;
constexpr std::int64_t samplesPerTurn = chunksPerTurn * PeakMap::samplesPerChunk;

} // namespace

/** One build: turns are handed out in order, so that the beginning of the file shows first. */
class PeakBuilder::Run
{
public:
    Run (PeakBuilder& b, const std::stop_token& s) : builder (b), stop (s) {}

    void work (std::unique_ptr<AudioReader> reader)
    {
        while (! stop.stop_requested())
        {
            const auto turn = nextTurn++;

            if (turn > lastTurn || ! readTurn (*reader, turn))
                break;
        }

        const std::scoped_lock lock (mutex);

        for (auto& notice : reader->notices())
            if (! std::ranges::contains (notices, notice))
                notices.push_back (std::move (notice));
    }

    std::int64_t end() const { return endOfAudio; }

    Notices notices;

private:
    PeakBuilder& builder;
    const std::stop_token& stop;
    std::mutex mutex;
    std::atomic<std::int64_t> nextTurn = 0;
    std::atomic<std::int64_t> lastTurn = std::numeric_limits<std::int64_t>::max();
    std::atomic<std::int64_t> endOfAudio = 0;

    void raiseEnd (std::int64_t position)
    {
        auto known = endOfAudio.load();

        while (known < position && ! endOfAudio.compare_exchange_weak (known, position))
        {
        }
    }

    /** False when the work of this thread is over: at the end of the file, or where it cannot be read any further. */
    bool readTurn (AudioReader& reader, std::int64_t turn)
    {
        auto position = turn * samplesPerTurn;
        const auto end = position + samplesPerTurn;
        auto chunk = std::size_t (turn * chunksPerTurn);
        std::vector<Peak> peaks;
        PeakMeter meter;
        std::int64_t inPeak = 0;

        const auto finishPeak = [&]
        {
            peaks.push_back (meter.finish (std::size_t (inPeak) * std::size_t (reader.info().channels)));
            inPeak = 0;

            if (std::int64_t (peaks.size()) == PeakMap::peaksPerChunk)
            {
                builder.store (chunk++, std::move (peaks));
                peaks = {};
                peaks.reserve (std::size_t (PeakMap::peaksPerChunk));
            }
        };

        auto isPositioned = reader.seek (position).has_value();

        while (isPositioned && position < end)
        {
            const auto block = reader.next();

            if (! block || stop.stop_requested())
                break;

            const auto count = std::min<std::int64_t> (std::int64_t (block->length), end - position);

            for (std::int64_t i = 0; i < count;)
            {
                const auto part = std::min (count - i, PeakMap::samplesPerPeak - inPeak);

                for (const auto* channel : block->channels)
                    meter.add (channel + i, std::size_t (part));

                i += part;
                inPeak += part;

                if (inPeak == PeakMap::samplesPerPeak)
                    finishPeak();
            }

            position += count;
        }

        if (position == end)
            return true;

        if (stop.stop_requested())
            return false;

        if (inPeak > 0)
            finishPeak();

        if (! peaks.empty())
            builder.store (chunk, std::move (peaks));

        if (position > turn * samplesPerTurn || turn == 0)
            raiseEnd (position);

        lastTurn = std::min (lastTurn.load(), turn);
        return false;
    }
};

PeakBuilder::PeakBuilder (AudioOpener o) : opener (std::move (o)) {}

PeakMap PeakBuilder::snapshot() const
{
    const std::scoped_lock lock (mutex);
    return map;
}

void PeakBuilder::store (std::size_t index, std::vector<Peak> finest)
{
    auto chunk = makeChunk (std::move (finest));
    const std::scoped_lock lock (mutex);

    if (map.chunks.size() <= index)
        map.chunks.resize (index + 1);

    map.chunks[index] = std::move (chunk);
}

Result<PeakBuilder::Built> PeakBuilder::run (unsigned int threads, const std::stop_token& stop)
{
    auto reader = opener();

    if (! reader)
        return std::unexpected (reader.error());

    const auto info = (*reader)->info();
    const auto expected = (info.statedLength + PeakMap::samplesPerChunk - 1) / PeakMap::samplesPerChunk;

    {
        // A lie about the length must not cost memory: beyond a hundred hours the list grows as it fills.
        const std::scoped_lock lock (mutex);
        map.sampleRate = info.sampleRate;
        map.length = info.statedLength;
        map.chunks.resize (std::size_t (std::clamp<std::int64_t> (expected, 0, 15'000)));
    }

    Run run (*this, stop);

    {
        std::vector<std::jthread> helpers;
        const auto turns = info.statedLength / samplesPerTurn + 1;
        const auto useful = unsigned (std::clamp<std::int64_t> (turns, 1, std::max (threads, 1u)));

        for (unsigned int i = 1; i < useful; ++i)
            helpers.emplace_back (
                [&]
                {
                    // One that cannot open the file leaves the work to the others.
                    if (auto another = opener())
                        run.work (std::move (*another));
                });

        run.work (std::move (*reader));
    }

    const std::scoped_lock lock (mutex);

    if (! stop.stop_requested())
    {
        map.length = run.end();
        map.chunks.resize (
            std::size_t ((map.length + PeakMap::samplesPerChunk - 1) / PeakMap::samplesPerChunk));
        map.complete = true;
    }

    return Built { map, std::move (run.notices) };
}

} // namespace earmark
