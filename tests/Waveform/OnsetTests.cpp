// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Onsets.h"

#include "Support/Must.h"
#include "Support/Random.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"
#include "Waveform/PeakBuilder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

// Bursts of noise that rise and fall as syllables do; bench/onsets.py measures with voices.

namespace earmark::tests
{

namespace
{

constexpr int rate = 22050;

void addSyllables (Sound& sound, double from, double to)
{
    Random random (5);

    for (auto i = std::size_t (from * rate); i < std::size_t (to * rate); ++i)
    {
        const auto t = double (i) / rate - from;
        const auto envelope = 0.25 + 0.75 * std::abs (std::sin (t * 14));
        sound.channels[0][i] += float (0.3 * envelope * double (random.between (-1000, 1000)) / 1000);
    }
}

/** Speech from 1 to 9, from 10.5 to 20 and from 20.3 to 30 seconds, over a background. */
Sound episode (float background)
{
    auto sound = noise (32, rate, 1, background);
    addSyllables (sound, 1, 9);
    addSyllables (sound, 10.5, 20);
    addSyllables (sound, 20.3, 30);
    return sound;
}

PeakMap peaksOf (const Sound& sound)
{
    const TemporaryFolder folder;
    const auto file = writeWav (folder / "a.wav", sound);
    PeakBuilder builder ([file] { return openAudio (file); });
    return must (builder.run (1, {})).map;
}

/** As a host leaves it that has played only this stretch. */
PeakMap heard (PeakMap map, double from, double to)
{
    for (std::size_t c = 0; c < map.chunks.size(); ++c)
    {
        auto finest = map.chunks[c]->levels[0];

        for (std::size_t i = 0; i < finest.size(); ++i)
        {
            const auto peak = double (c * std::size_t (PeakMap::peaksPerChunk) + i);
            const auto seconds = peak * double (PeakMap::samplesPerPeak) / rate;

            if (seconds < from || seconds >= to)
                finest[i] = Peak::unknown();
        }

        map.chunks[c] = makeChunk (std::move (finest));
    }

    return map;
}

} // namespace

TEST_CASE ("the first candidate is where speech begins")
{
    const TemporaryFolder folder;

    for (const float background : { 0.0f, 0.001f, 0.01f, 0.04f })
    {
        INFO (background);
        const auto reader = must (openAudio (writeWav (folder / "a.wav", episode (background))));

        for (const std::int64_t marker : { 9'700, 10'000, 10'500, 11'000 })
        {
            const auto candidates = must (candidatesNear (*reader, Position::fromMilliseconds (marker)));
            const auto* best = bestOnset (candidates);
            REQUIRE (best != nullptr);
            CHECK (std::abs ((best->at - Position::fromMilliseconds (10'500)).seconds()) < 0.03);
            CHECK (candidates == must (candidatesNear (*reader, Position::fromMilliseconds (marker))));
        }
    }
}

TEST_CASE ("in a long pause its end is offered, but nothing snaps so far")
{
    const TemporaryFolder folder;
    auto sound = noise (40, rate, 1, 0.001f);
    addSyllables (sound, 1, 9);
    addSyllables (sound, 20, 38);
    const auto reader = must (openAudio (writeWav (folder / "a.wav", sound)));
    const auto peaks = peaksOf (sound);

    for (const double marker : { 9.5, 12.0, 17.0 })
    {
        CAPTURE (marker);
        const auto at = Position::fromMilliseconds (std::int64_t (marker * 1000));

        for (const auto& candidates :
             { must (candidatesNear (*reader, at)), candidatesIn (peaks, at).value() })
        {
            const auto onset = std::ranges::find (candidates, Candidate::Kind::speechOnset, &Candidate::kind);
            REQUIRE (onset != candidates.end());
            CHECK (std::abs ((onset->at - Position::fromSeconds (20)).seconds()) < 0.1);
            CHECK (bestOnset (candidates) == nullptr);
        }
    }

    // Near enough, it is where snapping goes.
    CHECK (bestOnset (must (candidatesNear (*reader, Position::fromSeconds (19)))) != nullptr);

    // From within speech, no pause beyond reach is offered.
    for (const auto& candidate : must (candidatesNear (*reader, Position::fromSeconds (5))))
        CHECK (std::abs ((candidate.at - Position::fromSeconds (5)).seconds()) <= 2);
}

TEST_CASE ("where nobody pauses there is no onset to snap to")
{
    const TemporaryFolder folder;
    const auto reader = must (openAudio (writeWav (folder / "a.wav", noise (30, rate, 1, 0.3f))));
    CHECK (bestOnset (must (candidatesNear (*reader, Position::fromSeconds (15)))) == nullptr);
    CHECK (must (candidatesNear (*reader, Position::fromSeconds (500))).empty());

    const auto silent = must (openAudio (writeWav (folder / "b.wav", noise (30, rate, 1, 0))));
    CHECK (bestOnset (must (candidatesNear (*silent, Position::fromSeconds (15)))) == nullptr);
}

TEST_CASE ("snapping leaves the beginning and locked chapters alone")
{
    const TemporaryFolder folder;
    const auto reader = must (openAudio (writeWav (folder / "a.wav", episode (0.001f))));
    Outline outline;

    for (const std::int64_t second : { 0, 10, 11 })
        outline.chapters.push_back ({ .start = Position::fromSeconds (second) });

    auto document = makeDocument (outline);
    document.outline.chapters[2].locked = true;
    const auto edit = snapsToOnsets (document.outline, must (candidatesFor (*reader, document.outline)));
    REQUIRE (edit.targets.size() == 1);
    CHECK (edit.targets[0].id == document.outline.chapters[1].id);

    const auto after = must (apply (document, edit));
    CHECK (std::abs (after.outline.chapters[1].start.sinceStart().seconds() - 10.5) < 0.03);

    const auto ahead = snapsToOnsets (
        document.outline, must (candidatesFor (*reader, document.outline)), Duration::fromMilliseconds (200));
    REQUIRE (ahead.targets.size() == 1);
    CHECK (edit.targets[0].to - ahead.targets[0].to == Duration::fromMilliseconds (200));
}

TEST_CASE ("pauses are found in peaks")
{
    const auto pauses = pausesIn (peaksOf (episode (0.005f)));
    REQUIRE (pauses.size() == 3);
    CHECK (std::abs (pauses[1].start.sinceStart().seconds() - 9) < 0.05);
    CHECK (std::abs (pauses[1].end.sinceStart().seconds() - 10.5) < 0.05);
}

TEST_CASE ("candidates are found in peaks of what a host has played")
{
    for (const float background : { 0.0f, 0.005f, 0.02f })
        for (const std::int64_t marker : { 9'700, 10'000, 10'500, 11'000 })
        {
            CAPTURE (background, marker);
            const auto map = heard (peaksOf (episode (background)), 7.5, 13);
            const auto found = candidatesIn (map, Position::fromMilliseconds (marker));
            REQUIRE (found);
            const auto* best = bestOnset (*found);
            REQUIRE (best != nullptr);
            CHECK (std::abs ((best->at - Position::fromMilliseconds (10'500)).seconds()) < 0.05);
            CHECK (best == &found->front());
        }
}

TEST_CASE ("what was not heard is no pause, and nothing is said of it")
{
    const auto map = peaksOf (episode (0.005f));
    CHECK_FALSE (candidatesIn ({}, Position::fromSeconds (1)));
    CHECK_FALSE (candidatesIn (heard (map, 8, 12), Position::fromSeconds (25)));
    CHECK_FALSE (candidatesIn (heard (map, 8, 10.2), Position::fromSeconds (10)));

    // It stopped within the pause: where that ends, nobody knows.
    const auto found = candidatesIn (heard (map, 8, 10.2), Position::fromMilliseconds (9'600));
    REQUIRE (found);
    REQUIRE (found->size() == 1);
    CHECK (found->front().kind == Candidate::Kind::pauseStart);
    CHECK (std::abs (found->front().at.sinceStart().seconds() - 9) < 0.05);
    CHECK (pausesIn (heard (map, 8, 10.2)).size() == 1);

    // Speech without a pause has none at its edges either.
    const auto within = candidatesIn (heard (map, 4, 7), Position::fromMilliseconds (5'500));
    REQUIRE (within);
    CHECK (within->empty());

    // Before its first peak a timeline has nothing to be heard.
    CHECK (candidatesIn (heard (map, 0, 3), Position()));
}

} // namespace earmark::tests
