// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Findings.h"
#include "Support/SpoiltOutlines.h"

#include <catch2/catch_test_macros.hpp>

// Rules about lists and their pictures, on outlines that are sound but for one thing.

namespace earmark
{

using namespace tests;

TEST_CASE ("A sound outline breaks no rule")
{
    CHECK (brokenBy (soundOutline(), soundLength).empty());
    auto outline = soundOutline();
    outline.chapters[1].image = pictureOf (100, 100);
    outline.chapters[1].link = Link { "https://example.com", {} };
    CHECK (brokenBy (outline, soundLength).empty());
}

TEST_CASE ("Each rule about lists finds what breaks it")
{
    for (const auto* rule : rulesAboutLists())
    {
        const std::string id (rule->id);
        INFO (id);
        auto outline = soundOutline();
        spoil (outline, id);
        CHECK (brokenBy (outline, soundLength).contains (id));
    }
}

TEST_CASE ("Every rule says whom it concerns, what to do, and where that is known from")
{
    std::set<std::string_view> ids;

    for (const auto& group : allRules())
        for (const auto* rule : group.rules)
        {
            INFO (rule->id);
            CHECK (ids.insert (rule->id).second);
            CHECK_FALSE (rule->players.empty());
            CHECK_FALSE (rule->meaning.empty());
            CHECK_FALSE (rule->fix.empty());
            CHECK_FALSE (rule->source.empty());
        }
}

TEST_CASE ("A chapter after the audio is not called short")
{
    auto outline = soundOutline();
    outline.chapters.back().start = Position (soundLength + Duration::fromSeconds (60));
    outline.chapters.back().end.reset();
    const auto broken = brokenBy (outline, soundLength);
    CHECK (broken.contains ("chapter-past-audio"));
    CHECK_FALSE (broken.contains ("youtube-short"));
    CHECK_FALSE (broken.contains ("spotify-short"));
}

TEST_CASE ("Long titles are told once, with the numbers of their chapters, and counted in characters")
{
    const auto saidOf = [] (const Outline& outline)
    {
        std::vector<std::string> said;

        for (const auto& finding : lintOutline (outline, soundLength))
            if (finding.rule->id == "title-over-62-characters")
                said.push_back (finding.message);

        return said;
    };

    auto outline = soundOutline();
    std::string umlauts;

    for (int i = 0; i < 62; ++i)
        umlauts += "ü";

    outline.chapters[0].title = umlauts;
    CHECK (saidOf (outline).empty());

    outline.chapters[0].title += "x";
    REQUIRE (saidOf (outline).size() == 1);
    CHECK (saidOf (outline)[0].ends_with (" has 63 characters."));

    outline.chapters[2].title = umlauts + "x";
    CHECK (saidOf (outline)
           == std::vector<std::string> { "The titles of chapters 1, 3 have more than 62 characters." });

    outline.chapters[2].kind = Chapter::Kind::note;
    CHECK (saidOf (outline)[0].ends_with (" has 63 characters."));
}

TEST_CASE ("A finding knows the chapters that it is about")
{
    auto outline = soundOutline();
    auto& chapters = outline.chapters;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        chapters[i].id = ChapterId (i + 7);

    chapters[1].title = std::string (50, 'x');
    chapters[3].start = chapters[2].start;
    chapters[2].image = pictureOf (100, 90);

    const auto about = [&] (std::string_view rule)
    {
        for (const auto& finding : lintOutline (outline, {}))
            if (finding.rule->id == rule)
                return finding.chapters;

        return ChaptersConcerned { { 999, {} } };
    };
    CHECK (about ("spotify-title") == ChaptersConcerned { { 1, chapters[1].start, ChapterId (8) } });
    CHECK (about ("same-start")
           == ChaptersConcerned { { 2, chapters[2].start, ChapterId (9) },
                                  { 3, chapters[2].start, ChapterId (10) } });
    CHECK (about ("picture-not-square") == ChaptersConcerned { { 2, chapters[2].start, ChapterId (9) } });
    chapters.resize (2);
    CHECK (about ("youtube-few").empty());
    chapters.front().start = Position::fromSeconds (5);
    CHECK (about ("first-not-at-zero") == ChaptersConcerned { { 0, chapters[0].start, ChapterId (7) } });
    CHECK (about ("youtube-first") == about ("first-not-at-zero"));
}

TEST_CASE ("Many complaints of one kind are counted")
{
    auto outline = evenOutline (20, 60'000);

    for (auto& chapter : outline.chapters)
        chapter.title.clear();

    std::vector<ChaptersConcerned> about;

    for (const auto& finding : lintOutline (outline, {}))
        if (finding.rule->id == "no-title")
            about.push_back (finding.chapters);

    REQUIRE (about.size() == 6);
    CHECK (about[4] == ChaptersConcerned { concerned (outline, 4) });
    CHECK (about[5].size() == 15);
    CHECK (about[5].back().index == 19);
}

} // namespace earmark
