// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/HostState.h"

#include "Formats/ChapterFormat.h"
#include "Foundation/PackedBytes.h"
#include "Support/Outlines.h"
#include "Support/Printing.h"
#include "Support/Random.h"
#include "Support/RandomOutline.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

namespace earmark
{

using namespace tests;

namespace
{

HostState someState()
{
    HostState state;
    state.document = makeDocument (evenOutline (5, 60'000));
    state.document.outline.episode.title = "The Tide";
    state.document.outline.chapters[2].locked = true;
    state.document.outline.chapters[3].kind = Chapter::Kind::note;
    state.document.media = { "/home/ida/épisode.wav", Duration::fromSeconds (300) };
    state.document.episodeStart = Position::fromMilliseconds (30'500);
    state.editorWidth = 900;
    state.editorHeight = 600;
    state.waveform = std::string ("\0\1wave\xFF", 7);
    state.markers = {
        { state.document.outline.chapters[3].id,
          { "{4F2A}", 12, Position::fromMilliseconds (210'500), {}, "Ebb \u2013 low" } },
        { ChapterId::none,
          { "", -1, Position::fromMilliseconds (-5), Position::fromMilliseconds (90'000), "" } }
    }; // a region of a chapter that is gone
    return state;
}

std::string written (const HostState& state)
{
    Notices notices;
    auto bytes = writeHostState (state, notices);
    CHECK (notices.empty());
    return bytes;
}

} // namespace

TEST_CASE ("A host gives back what it was given")
{
    CHECK (readHostState (written (someState())) == someState());
    CHECK (readHostState (written ({})) == HostState());
}

TEST_CASE ("A host gives back any outline")
{
    Random random (21);

    for (int round = 0; round < 200; ++round)
    {
        HostState state;
        state.document =
            makeDocument (randomOutline (random, findFormat ("earmark-json")->capabilities, TextStyle::any));
        const auto again = readHostState (written (state));
        REQUIRE (again);
        CHECK (again->document == state.document);
    }
}

TEST_CASE ("An episode without chapters is kept as well")
{
    HostState state;
    state.document.outline.episode.show = "Harbour Lights";
    CHECK (readHostState (written (state)) == state);
}

TEST_CASE ("The state of a newer Earmark is told from a damaged one")
{
    const auto bytes = written (someState());
    auto newer = bytes;
    newer[12] = 2;
    CHECK (readHostState (newer).error().kind == Error::Kind::unsupported);

    // The chapters have a version of their own.
    auto chapters = bytes;
    const auto at = chapters.find ("\"earmark\": 1");
    REQUIRE (at != std::string::npos);
    chapters[at + 11] = '3';
    CHECK (readHostState (chapters).error().kind == Error::Kind::unsupported);

    CHECK (readHostState ("").error().kind == Error::Kind::malformed);
    CHECK (readHostState ("leftovers").error().kind == Error::Kind::malformed);
    CHECK (readHostState (bytes.substr (0, 16)).error().kind == Error::Kind::malformed);
}

TEST_CASE ("Parts that a later version adds are passed over")
{
    auto bytes = written (someState());
    bytes.insert (20, std::string ("soon\x03\0\0\0abc", 11));
    bytes += std::string ("more\x02\0\0\0xy", 10);
    std::string length;
    pack (length, std::uint32_t (bytes.size()));
    bytes.replace (16, 4, length);
    CHECK (readHostState (bytes) == someState());
}

TEST_CASE ("What a host or a wrapper puts behind is not looked at")
{
    CHECK (readHostState (written (someState()) + std::string ("wave\x02\0\0\0xy", 10)) == someState());
}

TEST_CASE ("What is cut short keeps the chapters, if they are there")
{
    const auto bytes = written (someState());
    auto cut = readHostState (std::string_view (bytes).substr (0, bytes.size() - 3));
    REQUIRE (cut);
    CHECK (cut->waveform.empty());
    cut->waveform = someState().waveform;
    CHECK (*cut == someState());

    for (std::size_t length = 0; length < bytes.size(); ++length)
        if (const auto state = readHostState (std::string_view (bytes).substr (0, length)))
            CHECK (state->document.outline == someState().document.outline);
}

TEST_CASE ("Damaged bytes are a failure, or a sound state")
{
    const auto bytes = written (someState());
    Random random (8);
    int sound = 0;

    for (int round = 0; round < 20'000; ++round)
    {
        auto damaged = bytes;

        for (auto n = random.between (1, 5); n > 0; --n)
            damaged[random.below (damaged.size())] = char (random.below (256));

        if (const auto state = readHostState (damaged))
        {
            ++sound;
            CHECK (std::ranges::is_sorted (state->document.outline.chapters, {}, &Chapter::start));

            // Sums of its times must be sound as well, which a sanitizer watches.
            const auto& d = state->document;
            CHECK ((d.episodeStart + d.episodeStart.sinceStart()).nanoseconds() / 2
                   == d.episodeStart.nanoseconds());
            Notices notices;
            CHECK (readHostState (writeHostState (*state, notices)).has_value());
        }
    }

    CHECK (sound > 200);
}

TEST_CASE ("Pictures that are too large for a project are left out, and that is told")
{
    auto state = someState();
    const auto large = std::make_shared<const std::string> (std::string (40u << 20, 'x'));
    state.document.outline.chapters[1].image = EmbeddedImage { "image/png", large };
    state.document.outline.chapters[2].image = LinkedImage { "https://example.org/i.png" };
    state.document.outline.episode.cover =
        EmbeddedImage { "image/png", std::make_shared<const std::string> (std::string (40u << 20, 'y')) };
    Notices notices;
    const auto bytes = writeHostState (state, notices);
    CHECK (bytes.size() < 10'000);
    REQUIRE (notices.size() == 1);
    CHECK (notices.front().grade == Notice::Grade::warning);
    state.document.outline.chapters[1].image.reset();
    state.document.outline.episode.cover.reset();
    CHECK (readHostState (bytes) == state);
}

} // namespace earmark
