// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Cues.h"

#include "Support/Chunks.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// Cue points as other programs write them, in WAV files of 44,100 samples a second.

namespace earmark
{

namespace
{

using namespace tests;

constexpr std::uint32_t second = 44100;

std::string little (std::uint32_t value)
{
    return bytes::toLittle (value);
}

std::string cuesAt (const std::vector<std::uint32_t>& samples)
{
    auto body = little (std::uint32_t (samples.size()));
    std::uint32_t id = 0;

    for (const auto sample : samples)
        body += cuePoint (++id, sample);

    return chunk ("cue ", body);
}

std::string named (std::string_view kind, std::uint32_t id, std::string_view text)
{
    return chunk (kind, little (id) + std::string (text) + '\0');
}

std::string region (std::uint32_t id, std::uint32_t length, std::string_view text)
{
    return chunk ("ltxt",
                  little (id) + little (length) + "rgn " + std::string (8, '\0') + std::string (text));
}

std::string list (const std::string& labels)
{
    return chunk ("LIST", "adtl" + labels);
}

struct Loop
{
    std::uint32_t id, start, end;
};

/** The loops say how many they are, or lie. */
std::string sampler (const std::vector<Loop>& loops, std::uint32_t count)
{
    auto body = std::string (28, '\0') + little (count) + little (0);

    for (const auto& loop : loops)
        body +=
            little (loop.id) + little (0) + little (loop.start) + little (loop.end) + std::string (8, '\0');

    return chunk ("smpl", body);
}

std::vector<Chapter> chaptersOf (const TemporaryFolder& folder, const std::string& chunks)
{
    return must (readTaggedFile (folder.file ("a.wav", with (ffmpegAudio (".wav", 8, {}), {}, chunks))))
        .outline.chapters;
}

Position at (std::int64_t ms)
{
    return Position::fromMilliseconds (ms);
}

} // namespace

TEST_CASE ("A loop that begins with a cue point of its id ends it, as REAPER writes regions")
{
    const TemporaryFolder folder;
    const auto cues =
        cuesAt ({ 0, second, 2 * second, 5 * second })
        + list (named ("labl", 1, "Fog") + named ("labl", 2, "Harbour") + named ("labl", 3, "Letters")
                + named ("labl", 4, "Tide") + region (4, second, ""));
    const std::vector<Loop> loops { { 2, second, second + second / 2 }, // a region's
                                    { 3, second, 4 * second },          // begins elsewhere
                                    { 4, 5 * second, 7 * second },      // the region has a length of its own
                                    { 1, 0, 0 } };
    const auto file =
        folder.file ("a.wav", with (ffmpegAudio (".wav", 8, {}), {}, cues + sampler (loops, 4)));
    const auto chapters = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (chapters.size() == 4);
    CHECK_FALSE (chapters[0].end);
    CHECK (chapters[1].end == at (1500));
    CHECK_FALSE (chapters[2].end);
    CHECK (chapters[3].end == at (6000));

    SECTION ("and stays when chapters are written, which are the same when they are read again")
    {
        const auto outline = outlineOf (chapters);
        tagInPlace (file, outline);
        CHECK (bytesOf (file).find (sampler (loops, 4)) != std::string::npos);
        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
        const auto lists = must (readTaggedFile (file)).lists;
        REQUIRE (lists.size() == 2);
        CHECK (lists[1].chapters[1].end == at (1500));
        CHECK_FALSE (lists[1].chapters[2].end);
    }

    SECTION ("and a sampler's own loop, of id 0, ends no chapter that is written")
    {
        const auto sampled = folder.file (
            "sampled.wav", with (ffmpegAudio (".wav", 8, {}), {}, sampler ({ { 0, 0, second / 2 } }, 1)));
        tagInPlace (
            sampled,
            outlineOf ({ { .start = at (0), .title = "Fog" }, { .start = at (1000), .title = "Tide" } }));
        const auto lists = must (readTaggedFile (sampled)).lists;
        REQUIRE (lists.size() == 2);
        CHECK_FALSE (lists[1].chapters[0].end);
    }

    SECTION ("and a chunk that counts more than it has is read as far as it goes")
    {
        CHECK (chaptersOf (folder, cues + sampler (loops, 0xFFFFFFFF))[1].end == at (1500));
        CHECK_FALSE (chaptersOf (folder, cues + chunk ("smpl", std::string (35, '\xFF')))[1].end);
    }
}

TEST_CASE ("A comment of a cue point is the chapter's summary")
{
    const TemporaryFolder folder;
    const auto chapters = chaptersOf (folder,
                                      cuesAt ({ 0, second })
                                          + list (named ("labl", 1, "Fog") + named ("labl", 2, "Harbour")
                                                  + named ("note", 2, "with Mira")));
    REQUIRE (chapters.size() == 2);
    CHECK (chapters[0].summary.empty());
    CHECK (chapters[1].title == "Harbour");
    CHECK (chapters[1].summary == "with Mira");
}

TEST_CASE ("Labels may be in several lists, and names in regions alone")
{
    const TemporaryFolder folder;
    const auto chapters = chaptersOf (
        folder,
        cuesAt ({ 0, second, 2 * second }) + list (named ("labl", 1, "Fog") + region (1, 0, "no name"))
            + list (named ("labl", 2, "Harbour")) + list (region (3, 0, "Letters")));
    REQUIRE (chapters.size() == 3);
    CHECK (chapters[0].title == "Fog");
    CHECK (chapters[1].title == "Harbour");
    CHECK (chapters[2].title == "Letters");
}

TEST_CASE ("Cue points that say only their positions are there")
{
    const TemporaryFolder folder;
    const auto point = [] (std::uint32_t id, std::uint32_t position)
    { return little (id) + little (position) + "data" + std::string (12, '\0'); };

    const auto apart = chaptersOf (
        folder, chunk ("cue ", little (3) + point (1, second) + point (2, 3 * second) + point (3, 0)));
    REQUIRE (apart.size() == 3);
    CHECK (apart[0].start == at (0));
    CHECK (apart[1].start == at (1000));
    CHECK (apart[2].start == at (3000));

    const auto together =
        chaptersOf (folder, chunk ("cue ", little (2) + point (1, second) + point (2, second)));
    REQUIRE (together.size() == 2);
    CHECK (together[1].start == at (0));
}

TEST_CASE ("A label that is cut within a character loses only that one")
{
    const TemporaryFolder folder;
    const auto chapters = chaptersOf (
        folder,
        cuesAt ({ 0, second }) + list (named ("labl", 1, "Käse und K\xC3") + named ("labl", 2, "Caf\xE9")));
    REQUIRE (chapters.size() == 2);
    CHECK (chapters[0].title == "Käse und K");
    CHECK (chapters[1].title == "Café");
}

} // namespace earmark
