// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Profile.h"

#include "Support/Id3Tags.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/TaggedFile.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace earmark
{

namespace
{

using namespace tests;

/** Two chapters with everything, one of whose pictures is a web address; the second title is 200 bytes long. */
Outline richOutline()
{
    auto outline = evenOutline (2, 1000);
    outline.episode = { .show = "The Show", .title = "The Episode" };
    auto& first = outline.chapters.front();
    first.title = "Grüße";
    first.summary = "What it is about.";
    first.points = { "One", "Two" };
    first.link = Link { "https://example.com/1", {} };
    first.image = LinkedImage { "https://example.com/1.jpg" };
    outline.chapters.back().title = std::string (200, 'x');
    return outline;
}

WritePlan writtenFor (const std::filesystem::path& file,
                      std::string_view profile,
                      const Outline& outline = richOutline())
{
    const auto* found = findProfile (profile);
    REQUIRE (found != nullptr);
    auto plan = must (planWrite (file, outline, { .profile = *found }));
    must (carryOut (plan, file));
    return plan;
}

} // namespace

TEST_CASE ("Profiles have names of their own, and safe is the first")
{
    std::set<std::string_view> ids;

    for (const auto& profile : profiles())
    {
        CHECK (ids.insert (profile.id).second);
        CHECK (! profile.promise.empty());
        CHECK (findProfile (profile.id) == &profile);
    }

    CHECK (profiles().front().id == WriteOptions {}.profile.id);
    CHECK (findProfile ("nonsense") == nullptr);
}

TEST_CASE ("The profile id3v2.4 writes a v2.4 tag, and safe makes v2.3 of it")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (3));
    const auto audio = audioHash (file);
    writtenFor (file, "id3v2.4");
    CHECK (bytesOf (file).substr (0, 4) == "ID3\4");
    CHECK (must (readTaggedFile (file)).outline.chapters.front().points
           == std::vector<std::string> { "One", "Two" });
    const auto read = readBy ({ "mutagen", "eyed3" }, file);
    CHECK (listOf (read["mutagen"]) == listOf (richOutline()));
    CHECK (listOf (read["eyed3"]) == listOf (richOutline()));

    const auto plan = writtenFor (file, "safe");
    CHECK (bytesOf (file).substr (0, 4) == "ID3\3");
    CHECK (plan.edit.changes.front().contains ("ID3v2.3"));
    CHECK (audioHash (file) == audio);
}

TEST_CASE ("The profile id3v2.4 warns once where players lose chapters by their pictures")
{
    auto outline = evenOutline (3, 500);
    outline.chapters[0].image =
        EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (300, '\xFF') };
    outline.chapters[2].image = outline.chapters[0].image;

    const auto noticesOf = [&] (std::string_view profile, const Outline& chapters)
    {
        const TemporaryFolder folder;
        const auto file = folder.copyOf (bareMp3 (3));
        return writtenFor (file, profile, chapters).edit.notices;
    };
    const auto isAboutPlayers = [] (const Notice& n) { return n.message.contains ("Pocket Casts on iOS"); };

    CHECK (std::ranges::count_if (noticesOf ("id3v2.4", outline), isAboutPlayers) == 1);
    CHECK (std::ranges::none_of (noticesOf ("safe", outline), isAboutPlayers));
    CHECK (std::ranges::none_of (noticesOf ("id3v2.4", evenOutline (3, 500)), isAboutPlayers));

    // It is pictures that matter, not their frame's name in a title.
    auto named = evenOutline (3, 500);
    named.chapters[1].title = "CAPICHE";
    CHECK (std::ranges::none_of (noticesOf ("id3v2.4", named), isAboutPlayers));
}

TEST_CASE ("A v2.4 frame without a form in v2.3 stops safe, and stays under id3v2.4")
{
    const TemporaryFolder folder;
    const auto seek = id3Frame4 ("SEEK", std::string ("\0\0\1\0", 4));
    const auto file = folder.file ("a.mp3", id3Tag (4, seek) + bytesOf (bareMp3 (3)));
    CHECK (mustFail (planWrite (file, richOutline())).message.contains ("SEEK"));

    writtenFor (file, "id3v2.4");
    CHECK (bytesOf (file).contains (seek));
    CHECK (must (readTaggedFile (file)).outline.chapters.size() == 2);

    must (carryOut (must (planStrip (file)), file));
    CHECK (bytesOf (file).contains (seek));
    CHECK (must (readTaggedFile (file)).outline.chapters.empty());
}

TEST_CASE ("A v2.3 tag is never made v2.4")
{
    const TemporaryFolder folder;
    const auto file = folder.file (
        "a.mp3", id3Tag (3, id3Frame3 ("TPE1", std::string ("\0Anna", 5))) + bytesOf (bareMp3 (3)));
    const auto plan = writtenFor (file, "id3v2.4");
    CHECK (bytesOf (file).substr (0, 4) == "ID3\3");
    CHECK (says (plan.edit.notices, "stays so"));
}

TEST_CASE ("The profile maximum keeps pictures by address in ID3, and titles whole in Nero's list")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (bareMp3 (3));
    writtenFor (mp3, "safe");
    CHECK (! must (readTaggedFile (mp3)).outline.chapters.front().image);
    CHECK (writtenFor (mp3, "maximum").edit.notices.empty());
    CHECK (must (readTaggedFile (mp3)).outline.chapters.front().image
           == Image (LinkedImage { "https://example.com/1.jpg" }));

    const auto m4a = folder.copyOf (m4aFaststart (3));
    const auto longestInNero = [&]
    {
        for (const auto& list : must (readTaggedFile (m4a)).lists)
            if (list.form == "Nero")
                return list.chapters.back().title.size();

        return std::size_t (0);
    };
    writtenFor (m4a, "safe");
    CHECK (longestInNero() == 127);
    writtenFor (m4a, "maximum");
    CHECK (longestInNero() == 200);
    CHECK (checkMp4 (m4a)["problems"]
           == Json { "a title of 200 bytes in chpl" }); // the one rule that it is to break
}

TEST_CASE ("The profile minimal writes titles and times, and nothing else")
{
    const TemporaryFolder folder;

    for (const auto& file : { folder.copyOf (bareMp3 (3)), folder.copyOf (m4aFaststart (3)) })
    {
        const auto plan = writtenFor (file, "minimal");
        CHECK (plan.edit.changes.empty());
        const auto outline = must (readTaggedFile (file)).outline;
        CHECK (outline.episode == Episode {});
        const auto& first = outline.chapters.front();
        CHECK (first.title == "Grüße");
        CHECK (first.summary.empty());
        CHECK (first.points.empty());
        CHECK (! first.link);
        CHECK (! first.image);
    }
}

} // namespace earmark
