// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/HostTap.h"

#include "Support/Random.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <limits>
#include <thread>
#include <vector>

namespace earmark::tests
{

namespace
{

/** A host that plays: each block goes on where the last one ended. */
class Host
{
public:
    explicit Host (HostTap& t) : tap (t) {}

    std::int64_t at = 0;
    bool isPlaying = true;

    void block (int length, float level = 0.5f)
    {
        const std::vector<float> left (std::size_t (length), level), right (std::size_t (length), -level);
        const float* channels[] { left.data(), right.data() };
        tap.take (
            { .sample = at, .isPlaying = isPlaying, .length = length, .sampleRate = 48000 }, channels, 2);
        at += isPlaying ? length : 0;
    }

private:
    HostTap& tap;
};

template <class T>
std::vector<T> all (SpscQueue<T>& queue)
{
    std::vector<T> values;

    while (queue.available() > 0)
    {
        values.push_back (queue.peek());
        queue.drop (1);
    }

    return values;
}

} // namespace

TEST_CASE ("Each rise of the parameter is one mark, at the block that comes next", "[host]")
{
    HostTap tap;
    Host host (tap);
    tap.begin();
    host.block (512);
    tap.setMark (true);
    host.block (512);
    host.block (512);
    tap.setMark (false);
    host.block (512);
    tap.setMark (true);
    tap.setMark (false); // shorter than a block, and still seen
    host.block (512);
    const auto marks = all (tap.marks());
    REQUIRE (marks.size() == 2);
    CHECK (marks[0].sample == 512);
    CHECK (marks[0].sampleRate == 48000);
    CHECK (marks[1].sample == 4 * 512);
}

TEST_CASE ("A parameter that is up from the beginning marks nothing", "[host]")
{
    HostTap tap;
    Host host (tap);
    tap.setMark (true); // as a host restores it
    tap.begin();
    host.block (512);
    CHECK_FALSE (tap.hasMarks());
    tap.setMark (true);
    host.block (512);
    CHECK_FALSE (tap.hasMarks());
    tap.setMark (false);
    tap.setMark (true);
    CHECK_FALSE (tap.hasMarks()); // before the block
    host.block (512);
    CHECK (tap.hasMarks());
    CHECK (tap.marks().available() == 1);
    CHECK (tap.hasMarks()); // to look takes nothing
    tap.marks().drop (1);
    CHECK_FALSE (tap.hasMarks());
}

TEST_CASE ("Marks that nobody takes are limited", "[host]")
{
    HostTap tap;
    Host host (tap);

    for (int i = 0; i < 5000; ++i)
    {
        tap.setMark (true);
        host.block (16);
        tap.setMark (false);
    }

    CHECK (tap.hasMarks()); // a full queue is no empty one
    CHECK (all (tap.marks()).size() == 1024);
    CHECK_FALSE (tap.hasMarks());
}

TEST_CASE ("Any thread may ask whether marks wait, while one makes and another takes them", "[host]")
{
    HostTap tap;
    std::atomic<bool> stop = false, isSeen = false;
    std::jthread audio (
        [&]
        {
            Host host (tap);

            for (int i = 0; i < 500; ++i) // fewer than the queue holds
            {
                tap.setMark (true);
                host.block (16);
                tap.setMark (false);
            }
        });
    std::jthread asking (
        [&]
        {
            while (! stop)
                if (tap.hasMarks())
                    isSeen = true;
        });

    while (! isSeen)
        std::this_thread::yield();

    std::size_t taken = 0;

    while (taken < 500)
        taken += all (tap.marks()).size();

    audio.join();
    CHECK_FALSE (tap.hasMarks());
    stop = true;
    asking.join();
}

TEST_CASE ("Peaks lie on the host's timeline, whatever the blocks", "[host]")
{
    HostTap tap;
    Host host (tap);
    host.at = -300;
    Random random (3);

    while (host.at < 256 * 40)
        host.block (int (random.below (700)), host.at < 256 * 20 ? 0.25f : 0.5f);

    host.isPlaying = false;
    host.block (64);
    const auto peaks = all (tap.peaks());
    REQUIRE (peaks.size() >= 40);

    for (std::size_t i = 0; i < 40; ++i)
    {
        CAPTURE (i);
        CHECK (peaks[i].index == std::int64_t (i));
        CHECK (peaks[i].isWhole);
        CHECK (peaks[i].sampleRate == 48000);
        CHECK (peaks[i].peak.low == -peaks[i].peak.high);
        CHECK (std::abs (peaks[i].peak.rms - peaks[i].peak.high) < 8000);
    }

    CHECK (peaks[5].peak.high == std::lround (0.25f * 32767));
    CHECK (peaks[35].peak == Peak { -16384, 16384, 16384 });
}

TEST_CASE ("A jump, a stop and another rate end the peak that was begun", "[host]")
{
    HostTap tap;
    Host host (tap);
    host.block (400);
    host.at = 10'000; // a seek
    host.block (200);
    host.isPlaying = false;
    host.block (100); // passes, but is at no time
    host.isPlaying = true;
    host.block (56);
    tap.begin();
    const auto peaks = all (tap.peaks());
    REQUIRE (peaks.size() == 5);
    CHECK ((peaks[0].index == 0 && peaks[0].isWhole));
    CHECK ((peaks[1].index == 1 && ! peaks[1].isWhole));
    CHECK ((peaks[2].index == 39 && ! peaks[2].isWhole)); // from sample 9984 to 10'240
    CHECK ((peaks[3].index == 39 && ! peaks[3].isWhole));
    CHECK ((peaks[4].index == 40 && ! peaks[4].isWhole));
}

TEST_CASE ("What is no number, and no channel, do no harm", "[host]")
{
    HostTap tap;
    constexpr auto nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> awkward (256, nan);
    const double* channels[] { awkward.data() };
    const HostBlock block { .sample = 0, .isPlaying = true, .length = 256, .sampleRate = 96000 };
    tap.take (block, channels, 1);
    awkward.assign (256, std::numeric_limits<double>::infinity());
    tap.take ({ .sample = 256, .isPlaying = true, .length = 256, .sampleRate = 96000 }, channels, 1);
    tap.take<double> ({ .sample = 512, .isPlaying = true, .length = 256, .sampleRate = 96000 }, nullptr, 0);
    const auto peaks = all (tap.peaks());
    REQUIRE (peaks.size() == 2);
    CHECK_FALSE (peaks[0].peak.isKnown());
    CHECK (peaks[1].peak == Peak { 32767, 32767, 32767 });
}

TEST_CASE ("A full queue loses what comes later, and goes on when it is emptied", "[host]")
{
    HostTap tap;
    Host host (tap);

    for (int i = 0; i < 200; ++i)
        host.block (256 * 256);

    CHECK (all (tap.peaks()).size() == (1u << 15));
    host.block (256);
    CHECK (all (tap.peaks()).size() == 1);
}

TEST_CASE ("A reader of the mailbox never sees half of a value", "[host]")
{
    struct Pair
    {
        std::int64_t a = 0, b = 0, c = 0;
    };

    Mailbox<Pair> mailbox;
    std::atomic<bool> stop = false;
    std::jthread writer (
        [&]
        {
            for (std::int64_t i = 1; ! stop; ++i)
                mailbox.write ({ i, -i, 3 * i });
        });

    std::int64_t last = 0;
    bool isWhole = true;

    for (int i = 0; i < 200'000; ++i)
    {
        const auto seen = mailbox.read();
        isWhole &= seen.b == -seen.a && seen.c == 3 * seen.a && seen.a >= last;
        last = seen.a;
    }

    stop = true;
    CHECK (isWhole);
}

} // namespace earmark::tests
