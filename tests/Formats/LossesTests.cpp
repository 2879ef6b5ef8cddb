// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>

// What a target cannot carry, and what its own rules say, is told before it is written.

namespace earmark
{

using namespace tests;

namespace
{

bool tells (std::string_view id, const Outline& outline, std::string_view part)
{
    return std::ranges::any_of (lossesIn (*findFormat (id), outline),
                                [&] (const Notice& n) { return n.message.contains (part); });
}

std::size_t countOf (std::string_view id, const Outline& outline)
{
    return lossesIn (*findFormat (id), outline).size();
}

Outline list (std::vector<Chapter> chapters)
{
    return { .episode = {}, .chapters = std::move (chapters) };
}

} // namespace

TEST_CASE ("Notes are written only where they can be told from chapters")
{
    auto outline =
        list ({ chapter ("0:00", "Welcome"), chapter ("0:30", "cut this"), chapter ("0:54", "The gauge") });
    outline.chapters[1].kind = Chapter::Kind::note;

    for (const auto* format : chapterFormats())
    {
        if (format->write == nullptr || format->id == "dawproject") // which is compressed
            continue;

        INFO (format->id);
        const bool keeps = format->capabilities.holdsEverything();
        CHECK (writeDocument (*format, outline).contains ("cut this") == keeps);
        CHECK (tells (format->id, outline, "note is left out") == ! keeps);
    }
}

TEST_CASE ("Rounding is told where it changes anything")
{
    const auto fine = list ({ chapter ("0:00", "a"), chapter ("1:02.345", "b") });
    CHECK (countOf ("psc", fine) == 0);
    CHECK (countOf ("midi", fine) == 0);
    CHECK (tells ("cue", fine, "1/75 of a second"));
    CHECK (tells ("youtube", fine, "whole seconds"));
    CHECK (countOf ("cue", list ({ chapter ("0:00", "a"), chapter ("1:02.400", "b") })) == 0); // 30 frames
}

TEST_CASE ("Links' texts, levels, ad breaks and embedded pictures are told")
{
    auto outline = list ({ chapter ("0:00", "a"), chapter ("0:54", "b") });
    outline.chapters[0].link = Link { "https://example.org", "Read on" };
    outline.chapters[0].image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("x") };
    outline.chapters[1].level = 1;
    outline.chapters[1].kind = Chapter::Kind::adBreak;
    CHECK (countOf ("psc", outline) == 4);
    CHECK (countOf ("audacity", outline) == 4); // the text of a link goes with the link
    CHECK (countOf ("earmark-json", outline) == 0);
}

TEST_CASE ("Hosts of advertisements get the places of ad breaks, and nothing else")
{
    auto outline = list ({ chapter ("0:00", "Welcome"),
                           chapter ("5:10.250", "Break"),
                           chapter ("5:40", "The gauge"),
                           chapter ("1:22:46", "Break") });
    CHECK (writeDocument (*findFormat ("blubrry"), outline) == "\n");
    CHECK (writeDocument (*findFormat ("spreaker"), outline) == "[]\n");
    CHECK (tells ("blubrry", outline, "None of the chapters is marked as an ad break."));

    outline.chapters[1].kind = outline.chapters[3].kind = Chapter::Kind::adBreak;
    outline.chapters[2].link = Link { "https://example.org", {} };
    CHECK (writeDocument (*findFormat ("blubrry"), outline) == "mid1 00:05:10, mid2 01:22:46\n");
    CHECK (writeDocument (*findFormat ("spreaker"), outline)
           == "[{\"timecode\": 310250, \"ads_max_count\": 1},\n {\"timecode\": 4966000, \"ads_max_count\": "
              "1}]\n");
    CHECK (tells ("blubrry", outline, "holds no chapters; 2 are left out"));
    CHECK (tells ("blubrry", outline, "whole seconds; 1 chapter"));
    CHECK (countOf ("blubrry", outline) == 2);
    CHECK (countOf ("spreaker", outline) == 1);
}

TEST_CASE ("Characters that end a title are told, and another takes their place")
{
    const auto outline = list ({ chapter ("0:00", "Say \"hello\""), chapter ("1:00", "either | or") });

    for (const auto& [id, character] : { std::pair { "cue", "\"" }, std::pair { "resolve-edl", "|" } })
    {
        CHECK (tells (id, outline, std::format ("character {} in a title; 1 has", character)));
        CHECK (! tells (id, list ({ chapter ("0:00", "plain") }), "character"));
    }

    CHECK (writeDocument (*findFormat ("cue"), outline).contains ("\"Say 'hello'\""));
    CHECK (writeDocument (*findFormat ("resolve-edl"), outline).contains ("either / or"));
}

TEST_CASE ("A hundred tracks are one too many for a cue sheet")
{
    Outline outline;

    for (int i = 0; i < 100; ++i)
        outline.chapters.push_back ({ .start = Position::fromSeconds (i), .title = "t" });

    CHECK (tells ("cue", outline, "99 chapters at most; the last one is left out."));
    CHECK (countWritten (*findFormat ("cue"), outline) == 99);
    CHECK (importOutline (writeDocument (*findFormat ("cue"), outline), {})->reading.outline.chapters.size()
           == 99);

    outline.chapters.push_back ({ .start = Position::fromSeconds (100), .title = "t" });
    CHECK (tells ("cue", outline, "99 chapters at most; the last 2 are left out."));
    outline.chapters.resize (99);
    CHECK_FALSE (tells ("cue", outline, "at most"));
}

TEST_CASE ("The rules of the platforms are checked")
{
    const auto good = list ({ chapter ("0:00", "a"), chapter ("1:00", "b"), chapter ("2:00", "c") });

    for (const auto* id : { "youtube", "spotify", "apple-podcasts" })
    {
        INFO (id);
        CHECK (countOf (id, good) == 0);
        CHECK (tells (id, list ({ chapter ("0:00", "a"), chapter ("1:00", "b") }), "fewer than 3"));
        CHECK (tells (
            id, list ({ chapter ("0:03", "a"), chapter ("1:00", "b"), chapter ("2:00", "c") }), "0:00"));
        CHECK (tells (
            id, list ({ chapter ("0:00", "a"), chapter ("0:00", "b"), chapter ("2:00", "c") }), "rising"));
        CHECK (tells (
            id, list ({ chapter ("0:00", "a"), chapter ("1:00"), chapter ("2:00", "c") }), "no title"));
    }

    const auto brief = list ({ chapter ("0:00", "a"), chapter ("0:09", "b"), chapter ("0:35", "c") });
    CHECK (tells ("youtube", brief, "only 9 s long"));
    CHECK (tells ("youtube",
                  list ({ chapter ("0:00.900", "a"), chapter ("1:02", "b"), chapter ("1:11.900", "c") }),
                  "only 9 s long"));
    CHECK (
        tells ("spotify",
               brief,
               "2 chapters, the first of them 'a' at 0:00, are shorter than the 30 s that Spotify wants."));
    CHECK (countOf ("apple-podcasts", brief) == 0);

    CHECK (writeDocument (*findFormat ("youtube"),
                          list ({ chapter ("0:00.400", "a"), chapter ("59:59.500", "b") }))
           == "0:00 a\n59:59 b\n");
}

TEST_CASE ("Texts for listeners are without ad breaks and hidden chapters")
{
    auto outline = list ({ chapter ("0:00", "Welcome"),
                           chapter ("1:00", "Break"),
                           chapter ("1:05", "Secret"),
                           chapter ("2:00", "The gauge"),
                           chapter ("3:00", "Fog") });
    outline.chapters[1].kind = Chapter::Kind::adBreak;
    outline.chapters[1].inContents = false;
    outline.chapters[2].inContents = false;

    for (const auto* id : { "youtube", "spotify", "apple-podcasts", "notes-markdown", "notes-html" })
    {
        INFO (id);
        const auto text = writeDocument (*findFormat (id), outline);
        CHECK (text.contains ("The gauge"));
        CHECK_FALSE (text.contains ("Break"));
        CHECK_FALSE (text.contains ("Secret"));
        CHECK (tells (id, outline, "1 ad break is left out"));
        CHECK (tells (id, outline, "1 hidden chapter is left out"));
        CHECK (countOf (id, outline) == 2); // 5 seconds between them break no rule of what is written
    }

    for (const auto* id : { "timestamps", "podcasting-json", "psc", "earmark-json" })
    {
        INFO (id);
        CHECK (writeDocument (*findFormat (id), outline).contains ("Break"));
        CHECK_FALSE (tells (id, outline, "left out"));
    }
}

TEST_CASE ("What many chapters break of a platform's rules is told once, with the first one's name")
{
    auto outline = list ({ chapter ("0:00", std::string (120, 'a')),
                           chapter ("0:05", "B"),
                           chapter ("0:09", std::string (101, 'c')),
                           chapter ("0:15", "D"),
                           chapter ("0:15.2", "E"),
                           chapter ("0:15.4", "F"),
                           chapter ("1:00", "G") });
    CHECK (tells ("youtube", outline, "at 0:00, are shorter than the 10 s that YouTube wants."));
    CHECK (tells (
        "youtube",
        outline,
        "YouTube wants rising times: 2 chapters, the first of them 'D' at 0:15, begin with the next ones."));
    CHECK (tells ("youtube", outline, "at 0:00, are longer than the 100 characters that YouTube shows."));

    // A name that is cut says so.
    CHECK (tells ("youtube", outline, "'" + std::string (60, 'a') + "…' at 0:00, are shorter"));

    for (auto& c : outline.chapters)
        c.title.clear();

    CHECK (tells (
        "spotify", outline, "7 chapters, the first of them at 0:00, have no titles; Spotify wants them."));
    const auto warnings = findFormat ("spotify")->check (outline);
    CHECK (warnings.size() == 3);
}

} // namespace earmark
