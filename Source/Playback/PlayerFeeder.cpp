// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/PlayerFeeder.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace earmark
{

namespace
{

/** The device cannot wake anybody without a risk of waiting, so that a full queue is looked at again after a while. */
constexpr std::chrono::milliseconds pollInterval { 4 };

} // namespace

Player::Feeder::Feeder (Shared& s, std::unique_ptr<AudioReader> r)
    : shared (s), reader (std::move (r)), rate (reader->info().sampleRate),
      thread ([this] (const std::stop_token& stop) { run (stop); })
{
    ask ({});
}

Player::Feeder::Request Player::Feeder::request() const
{
    const std::scoped_lock lock (mutex);
    return newest;
}

void Player::Feeder::ask (Request request)
{
    {
        const std::scoped_lock lock (mutex);
        request.generation = newest.generation + 1;
        newest = request;
        shared.atEnd = false;
        shared.wanted.store (request.generation, std::memory_order_release);
    }

    changed.notify_all();
}

void Player::Feeder::run (const std::stop_token& stop)
{
    std::uint64_t done = 0;

    while (! stop.stop_requested())
    {
        Request next;

        {
            std::unique_lock lock (mutex);
            changed.wait (lock, stop, [&] { return newest.generation != done; });
            next = newest;
        }

        if (stop.stop_requested())
            return;

        done = next.generation;
        feed (next, stop);
    }
}

bool Player::Feeder::isOutdated (const Request& request, const std::stop_token& stop) const
{
    return stop.stop_requested() || shared.wanted.load (std::memory_order_acquire) != request.generation;
}

/** Waits for room; false when something else is wanted meanwhile. */
bool Player::Feeder::push (const Request& request,
                           StreamMark mark,
                           std::span<const float> interleaved,
                           const std::stop_token& stop)
{
    do
    {
        while (shared.marks.space() == 0
               || (shared.frames.space() < shared.channels && ! interleaved.empty()))
        {
            std::unique_lock lock (mutex);

            if (changed.wait_for (
                    lock, stop, pollInterval, [&] { return newest.generation != request.generation; })
                || stop.stop_requested())
                return false;
        }

        const auto count =
            std::min (interleaved.size(), shared.frames.space() / shared.channels * shared.channels);
        mark.index = shared.frames.writeIndex() / shared.channels;
        shared.marks.write (
            std::span (&mark, 1)); // first, so that no frame is heard that nothing is known of
        shared.frames.write (interleaved.first (count));
        interleaved = interleaved.subspan (count);

        const auto pushed = count / shared.channels;
        mark.position += double (pushed) * mark.step;
    } while (! interleaved.empty());

    return ! isOutdated (request, stop);
}

void Player::Feeder::feed (const Request& request, const std::stop_token& stop)
{
    const auto isLoop = request.loopEnd > request.loopStart;
    const auto step = double (rate) / shared.outputRate * request.speed;
    Stretcher stretcher (int (shared.channels), rate, shared.outputRate, request.speed);
    std::vector<float> output;
    auto position = request.start;
    StreamMark mark { StreamMark::Kind::here, 0, request.generation, double (position), step };

    if (! push (request, mark, {}, stop))
        return;

    auto isPositioned = reader->seek (position).has_value();

    while (! isOutdated (request, stop))
    {
        const auto limit = isLoop && position < request.loopEnd ? request.loopEnd
                           : request.stop                       ? *request.stop
                                                                : std::numeric_limits<std::int64_t>::max();
        const auto block = isPositioned && position < limit ? reader->next() : std::nullopt;
        const auto length =
            block ? std::size_t (std::min<std::int64_t> (std::int64_t (block->length), limit - position)) : 0;
        const auto isAtLimit = ! block || position + std::int64_t (length) >= limit;
        const auto wraps =
            isLoop && isAtLimit && isPositioned && position + std::int64_t (length) > request.loopStart;

        output.clear();

        if (block)
            stretcher.process (block->channels, length, isAtLimit && ! wraps, output);
        else if (! wraps)
            stretcher.process (std::vector<const float*> (shared.channels), 0, true, output);

        // Time runs evenly through the stretcher; only a loop makes it jump.
        if (! push (request, mark, output, stop))
            return;

        const auto pushed = output.size() / shared.channels;
        mark.position += double (pushed) * step;
        position += std::int64_t (length);

        if (wraps)
        {
            // What is still inside the stretcher belongs before the jump, some milliseconds that nobody sees.
            position = request.loopStart;
            mark.position = double (position);
            isPositioned = reader->seek (position).has_value();
        }
        else if (isAtLimit)
        {
            mark.kind = StreamMark::Kind::end;
            push (request, mark, {}, stop);
            return;
        }
    }
}

} // namespace earmark
