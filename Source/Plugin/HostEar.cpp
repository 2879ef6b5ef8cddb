// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostEar.h"

namespace earmark
{

namespace
{

constexpr int sliceMs = 50;
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

HostEar::HostEar (HostTap& t, std::function<void()> marked) : tap (t), onMark (std::move (marked))
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

int HostEar::useTimeSlice()
{
    {
        const std::scoped_lock lock (mutex);
        gather();

        if (isNew && ++slices >= slicesUntilPublished)
            publish();
    }

    if (tap.marks().available() > 0)
        onMark();

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
