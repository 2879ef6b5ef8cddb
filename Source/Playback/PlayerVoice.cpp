// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/PlayerVoice.h"

#include <algorithm>

namespace earmark
{

/** Takes in what the marks up to here say; true when the frames here are the wanted ones. */
bool Player::Voice::changeGeneration (std::uint64_t wanted) noexcept
{
    // Whatever was decoded for older requests is left out.
    while (shared.marks.available() > 0)
    {
        const auto& mark = shared.marks.peek();
        const auto behind = mark.index * shared.channels - shared.frames.readIndex();
        shared.frames.drop (std::min (behind, shared.frames.available()));

        if (mark.generation == wanted && mark.kind == StreamMark::Kind::here)
        {
            current = wanted;
            latest = mark;
            shared.position.store (mark.position, std::memory_order_relaxed);
            shared.heard.store (wanted, std::memory_order_release);
            shared.marks.drop (1);
            return true;
        }

        shared.marks.drop (1);
    }

    shared.frames.drop (shared.frames.available() / shared.channels * shared.channels);
    return false;
}

void Player::Voice::passMarks() noexcept
{
    const auto here = shared.frames.readIndex() / shared.channels;

    while (shared.marks.available() > 0)
    {
        const auto& mark = shared.marks.peek();

        if (mark.generation != current || mark.kind == StreamMark::Kind::end || mark.index > here)
            break;

        latest = mark;
        shared.marks.drop (1);
    }
}

/** What may be heard of the current request. */
Player::Voice::Ready Player::Voice::ready() const noexcept
{
    const auto available = shared.frames.available() / shared.channels;
    const auto here = shared.frames.readIndex() / shared.channels;

    for (std::size_t i = 0; i < shared.marks.available(); ++i)
    {
        const auto& mark = shared.marks.peek (i);

        if (mark.generation != current || mark.kind == StreamMark::Kind::end)
            return { std::min (available, mark.index - here), true };
    }

    return { available, false };
}

/** The request was heard to its end. */
void Player::Voice::finish() noexcept
{
    gain = 0;
    shared.atEnd.store (true, std::memory_order_relaxed);
    shared.playing.store (false, std::memory_order_relaxed);
}

void Player::Voice::writeFrame (float* const* outputs, int channels, int at) noexcept
{
    for (int c = 0; c < channels; ++c)
    {
        const auto from = shared.channels == 1 ? 0 : std::size_t (c);
        outputs[c][at] = from < shared.channels ? shared.frames.peek (from) * gain : 0.0f;
    }

    shared.frames.drop (shared.channels);
}

void Player::Voice::render (float* const* outputs, int channels, int frames) noexcept
{
    int at = 0;

    while (at < frames)
    {
        const auto wanted = shared.wanted.load (std::memory_order_acquire);

        if (wanted != current && gain <= 0 && ! changeGeneration (wanted))
            break;

        const auto audible = shared.playing.load (std::memory_order_relaxed) && wanted == current;

        if (! audible && gain <= 0)
            break;

        passMarks();
        const auto [left, isAll] = ready();

        // A block is played whole or, when the other thread was too slow, not at all. What a fade takes is kept of what is being
        // heard: without it, the next change would click.
        const auto kept = gain > 0 ? fadeFrames : 0;

        if (audible && ! isAll && left < std::size_t (frames - at) + kept)
        {
            shared.dropouts.fetch_add (1, std::memory_order_relaxed);
            break;
        }

        auto count = std::min (left, std::size_t (frames - at));

        if (count == 0)
        {
            if (audible)
            {
                finish();
                break;
            }

            gain = 0; // there is nothing to fade out with
            continue;
        }

        // A piece at a time, so that marks and requests count while a long block is made.
        for (count = std::min<std::size_t> (count, 64); count > 0; --count, ++at)
        {
            gain = audible ? std::min (1.0f, gain + fadeStep) : std::max (0.0f, gain - fadeStep);

            if (gain <= 0)
                break;

            writeFrame (outputs, channels, at);
        }

        const auto since = shared.frames.readIndex() / shared.channels - latest.index;
        shared.position.store (latest.position + double (since) * latest.step, std::memory_order_relaxed);
    }

    for (int c = 0; c < channels; ++c)
        std::fill (outputs[c] + at, outputs[c] + frames, 0.0f);
}

} // namespace earmark
