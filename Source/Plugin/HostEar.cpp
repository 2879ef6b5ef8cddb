// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostEar.h"

#include <chrono>
#include <utility>

namespace earmark
{

namespace
{

constexpr int sliceMs = 50;
/** File systems' times are that coarse, and a host may have made the file before the first block came. */
constexpr auto fileTimeGrain = std::chrono::seconds (3);

constexpr int slicesUntilPublished = 4; // the window draws it anew five times a second

} // namespace

HostEar::Worker::Worker() : TimeSliceThread ("Earmark")
{
    startThread();
}

HostEar::Worker::~Worker()
{
    stopThread (2000);
}

HostEar::HostEar (HostTap& t, std::function<void()> hasNews) : tap (t), onNews (std::move (hasNews))
{
    worker->addTimeSliceClient (this, sliceMs);
}

HostEar::~HostEar()
{
    worker->removeTimeSliceClient (this);
}

std::shared_ptr<const PeakMap> HostEar::wave() const
{
    const std::scoped_lock lock (mutex);
    return published;
}

PeakMap HostEar::waveNow()
{
    const std::scoped_lock lock (mutex);
    gather();

    if (isNew)
        publish();

    return published != nullptr ? *published : PeakMap();
}

void HostEar::setWave (const PeakMap& map)
{
    const std::scoped_lock lock (mutex);
    gather();
    heard = CapturedWave (map);
    publish();
}

std::optional<std::filesystem::file_time_type> HostEar::takeRender()
{
    const std::scoped_lock lock (mutex);
    return std::exchange (hasRendered, false) ? std::optional (renderBegan) : std::nullopt;
}

bool HostEar::isQuiet() const
{
    const std::scoped_lock lock (mutex);
    return blocks.isStill (tap.blocks());
}

bool HostEar::lookForRender()
{
    const auto wasRendering = renders.isMoving();
    const auto hasEnded = renders.take (tap.renderedBlocks());

    if (! wasRendering && renders.isMoving())
        renderBegan = std::filesystem::file_time_type::clock::now() - fileTimeGrain;

    hasRendered |= hasEnded;
    return hasEnded;
}

int HostEar::useTimeSlice()
{
    bool hasEnded = false;

    {
        const std::scoped_lock lock (mutex);
        gather();

        if (isNew && ++slices >= slicesUntilPublished)
            publish();

        (void) blocks.take (tap.blocks());
        hasEnded = lookForRender();
    }

    if (hasEnded || tap.hasMarks())
        onNews();

    return sliceMs;
}

void HostEar::gather()
{
    auto& queue = tap.peaks();

    for (auto left = queue.available(); left > 0; --left)
    {
        const auto& next = queue.peek();
        heard.setSampleRate (next.sampleRate);
        heard.add (next.index, next.peak, next.isWhole);
        queue.drop (1);
        isNew = true;
    }
}

void HostEar::publish()
{
    auto map = heard.map();
    published = map.length > 0 ? std::make_shared<const PeakMap> (std::move (map)) : nullptr;
    isNew = false;
    slices = 0;
}

} // namespace earmark
