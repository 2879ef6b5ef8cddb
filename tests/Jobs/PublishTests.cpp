// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Publish.h"

#include "Formats/ChapterFormat.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

using namespace tests;

Outline threeChapters()
{
    auto outline = evenOutline (3, 20'000);
    outline.chapters[1].title = "Grüße";
    return outline;
}

} // namespace

TEST_CASE ("Every destination is written beside the audio, and says what was meant")
{
    const TemporaryFolder folder;
    const auto meant = threeChapters();

    for (const auto& destination : destinationsFor (meant))
    {
        const auto document = must (writeDestination (destination, meant, folder.path(), "a", false));
        CAPTURE (destination.format);
        CHECK (document.path.filename().string() == "a" + std::string (destination.suffix));
        CHECK (must (checkAgreement (meant, document.path)) == 3);
    }

    CHECK (folder.names().size() == destinationsFor (meant).size());
}

TEST_CASE ("What is only asked for is not written, but its platform's rules are told")
{
    const TemporaryFolder folder;
    const auto document =
        must (writeDestination (destinations()[2], evenOutline (2, 20'000), folder.path(), "a", true));
    CHECK (folder.names().empty());
    CHECK_FALSE (document.notices.empty()); // YouTube wants three
}

TEST_CASE ("A list that says something else does not agree")
{
    const TemporaryFolder folder;
    const auto audio = folder.copyOf (mp3Sample (60), "a.mp3");
    tagInPlace (audio, threeChapters());
    CHECK (must (checkAgreement (threeChapters(), audio)) == 3);

    auto other = threeChapters();
    other.chapters[2].start = Position::fromMilliseconds (41'000);
    CHECK (mustFail (checkAgreement (other, audio)).kind == Error::Kind::mismatch);
    CHECK (mustFail (checkAgreement (other, folder / "missing.psc")).kind == Error::Kind::notFound);
}

TEST_CASE ("A folder that cannot be written to fails with a sentence")
{
    const TemporaryFolder folder;
    CHECK_FALSE (
        mustFail (writeDestination (destinations()[0], threeChapters(), folder / "missing", "a", false))
            .message.empty());
}

TEST_CASE ("The producer's notes are published nowhere")
{
    auto outline = threeChapters();
    outline.chapters[1].kind = Chapter::Kind::note;
    CHECK (listToPublish (outline, {}).chapters.size() == 2);
}

/** Listeners read these, who are not told of what is not for them. */
bool isForListeners (const Destination& destination)
{
    return findFormat (destination.format)->capabilities.content == Capabilities::Content::forListeners;
}

TEST_CASE ("What a description leaves out is told, and it agrees without it")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (4, 40'000);
    outline.chapters[1].kind = Chapter::Kind::adBreak;

    for (const auto& destination : destinationsFor (Outline {}))
    {
        CAPTURE (destination.format);
        const auto document = must (writeDestination (destination, outline, folder.path(), "a", false));
        CHECK (must (checkAgreement (document.list, document.path))
               == (isForListeners (destination) ? 3 : 4));
        CHECK (std::ranges::any_of (document.notices,
                                    [] (const Notice& n) { return n.message.contains ("1 ad break"); })
               == isForListeners (destination));
    }
}

TEST_CASE ("Ad breaks go to hosts, where there are some, and are read back")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (4, 40'000);
    const auto without = destinationsFor (outline).size();
    CHECK (destinations().size() == without + 2);

    for (const auto i : { 1u, 3u })
        outline.chapters[i].kind = Chapter::Kind::adBreak;

    const auto all = destinationsFor (outline);
    REQUIRE (all.size() == destinations().size());

    for (const auto& destination : std::span (all).subspan (without))
    {
        CAPTURE (destination.format);
        const auto document = must (writeDestination (destination, outline, folder.path(), "a", false));
        CHECK (document.listed == Listed::adBreaks);
        CHECK (must (checkAgreement (document.list, document.path)) == 2);

        auto later = outline;
        later.chapters[3].start = Position::fromMilliseconds (125'000);
        const auto other = must (writeDestination (destination, later, folder.path(), "b", true));
        CHECK (mustFail (checkAgreement (other.list, document.path)).kind == Error::Kind::mismatch);
    }

    CHECK (folder.names() == std::vector<std::string> { "a.blubrry.txt", "a.spreaker.json" });
    CHECK (staleLists (outline, folder.path(), "a").empty());

    // They stay behind when the breaks go.
    const auto none = evenOutline (4, 40'000);
    CHECK (staleLists (none, folder.path(), "a").size() == 2);
    CHECK (staleLists (none, folder.path(), "b").empty());
}

TEST_CASE ("Only where a list holds whole seconds may it be off by nearly one")
{
    const TemporaryFolder folder;
    auto outline = threeChapters();
    outline.chapters[1].kind = Chapter::Kind::adBreak;
    auto later = outline;
    later.chapters[1].start = later.chapters[1].start + Duration::fromMilliseconds (800);
    later.chapters[2].start = later.chapters[2].start + Duration::fromMilliseconds (800);

    for (const auto& destination : destinations())
    {
        CAPTURE (destination.format);
        const auto document = must (writeDestination (destination, outline, folder.path(), "a", false));
        const auto meant = must (writeDestination (destination, later, folder.path(), "b", true)).list;
        const auto holdsSeconds = findFormat (destination.format)->capabilities.stepsPerSecond == 1;
        CHECK (checkAgreement (meant, document.path).has_value() == holdsSeconds);
    }
}

TEST_CASE ("A chapter or an ad break without a title is called in documents what it is called in the file")
{
    auto outline = evenOutline (5, 12'000);
    outline.chapters[1].kind = Chapter::Kind::note;
    outline.chapters[2].title.clear();
    outline.chapters[3].title = " \n";
    outline.chapters[3].kind = Chapter::Kind::adBreak;

    const auto meant = listToPublish (outline, {});
    REQUIRE (meant.chapters.size() == 4);
    CHECK (meant.chapters[1].title == "Chapter 2");
    CHECK (meant.chapters[2].title == "Chapter 3");

    const TemporaryFolder folder;

    for (const auto& [name, audio] :
         { std::pair { "a.mp3", mp3Sample (60) }, std::pair { "a.m4a", m4aFaststart (60) } })
    {
        CAPTURE (name);
        const auto path = folder.copyOf (audio, name);
        tagInPlace (path, outline);
        CHECK (must (checkAgreement (meant, path)) == 4);
    }

    for (const auto& destination : destinationsFor (Outline {}))
    {
        CAPTURE (destination.format);
        const auto document = must (writeDestination (destination, meant, folder.path(), "a", false));
        CHECK (must (checkAgreement (document.list, document.path))
               == (isForListeners (destination) ? 3 : 4));
    }
}

TEST_CASE ("Documents name no pictures but those on the web, and say once what they leave out")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (4, 40'000);
    outline.chapters[0].image = LinkedImage { "part1.jpg" };
    outline.chapters[1].image = LinkedImage { "HTTPS://example.com/2.jpg" };
    outline.chapters[2].image =
        EmbeddedImage { "image/jpeg", std::make_shared<const std::string> ("a picture") };
    outline.chapters[3].image = LinkedImage { "//example.com/4.jpg" };
    const auto isAboutPictures = [] (const Notice& n) { return n.message.contains ("picture"); };

    for (const auto& destination : destinationsFor (Outline {}))
    {
        CAPTURE (destination.format);
        const auto holdsPictures = findFormat (destination.format)->capabilities.images;
        const auto document = must (writeDestination (destination, outline, folder.path(), "a", false));
        const auto bytes = bytesOf (document.path);
        CHECK (bytes.contains ("HTTPS://example.com/2.jpg") == holdsPictures);
        CHECK_FALSE (bytes.contains ("part1.jpg"));
        CHECK_FALSE (bytes.contains ("4.jpg"));
        CHECK (std::ranges::count_if (document.notices, isAboutPictures) == (holdsPictures ? 1 : 0));

        if (holdsPictures)
            CHECK (std::ranges::any_of (
                document.notices,
                [] (const Notice& n) { return n.message.starts_with ("3 pictures without web addresses"); }));

        auto onTheWeb = outline;
        onTheWeb.chapters.resize (2);
        onTheWeb.chapters[0].image.reset();
        const auto other = must (writeDestination (destination, onTheWeb, folder.path(), "b", true));
        CHECK (std::ranges::none_of (other.notices, isAboutPictures));
    }

    const auto withPictures = std::ranges::count_if (destinationsFor (Outline {}),
                                                     [] (const Destination& d)
                                                     { return findFormat (d.format)->capabilities.images; });
    CHECK (withPictures == 4);
}

TEST_CASE ("What is published ends with the audio, and no later than the next chapter begins")
{
    const TemporaryFolder folder;
    const auto audio = folder.copyOf (mp3Sample (60), "a.mp3");
    auto outline = threeChapters();
    outline.chapters[0].end = Position::fromMilliseconds (15'000); // a gap
    outline.chapters[1].end = Position::fromMilliseconds (45'000);
    outline.chapters[2].end = Position::fromMilliseconds (75'000);

    const auto meant = listToPublish (outline, Duration::fromSeconds (60));
    CHECK (meant.chapters[0].end == Position::fromMilliseconds (15'000));
    CHECK (meant.chapters[1].end == Position::fromMilliseconds (40'000));
    CHECK (meant.chapters[2].end == Position::fromMilliseconds (60'000));
    CHECK (listToPublish (outline, {}).chapters[2].end == Position::fromMilliseconds (75'000));

    const auto feed = must (writeDestination (destinations()[0], meant, folder.path(), "a", false));
    CHECK (bytesOf (feed.path).contains ("\"endTime\": 60"));
    CHECK (must (checkAgreement (meant, feed.path)) == 3);
    tagInPlace (audio, outline);
    CHECK (must (checkAgreement (meant, audio)) == 3);
    const auto movie = folder.copyOf (m4aFaststart (60), "a.m4a"); // holds no gaps
    tagInPlace (movie, outline);
    CHECK (must (checkAgreement (meant, movie)) == 3);
}

TEST_CASE ("Documents that state other ends do not agree")
{
    const TemporaryFolder folder;
    auto outline = threeChapters();
    outline.chapters[0].end = Position::fromMilliseconds (15'000);
    outline.chapters[2].end = Position::fromMilliseconds (75'000);
    const auto feed = must (writeDestination (destinations()[0], outline, folder.path(), "a", false));
    const auto late =
        mustFail (checkAgreement (listToPublish (outline, Duration::fromSeconds (60)), feed.path));
    CHECK (late.kind == Error::Kind::mismatch);
    CHECK (late.message.contains ("'Part 3' ends at 1:15, in the outline at 1:00"));

    outline.chapters[0].end = Position::fromMilliseconds (12'000);
    CHECK (mustFail (checkAgreement (outline, feed.path)).message.contains ("'Part 1' ends at 0:15"));

    // Also where it lasts until the next one, instead of less.
    auto whole = outline;
    whole.chapters[0].end = whole.chapters[1].start;
    const auto other = must (writeDestination (destinations()[0], whole, folder.path(), "b", false));
    CHECK (mustFail (checkAgreement (outline, other.path)).message.contains ("'Part 1' ends at 0:20"));
}

} // namespace earmark
