// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Document.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace earmark
{

using namespace tests;

TEST_CASE ("A document sorts its chapters and gives each an id")
{
    auto stray = chapter ("2:00", "b");
    stray.id = ChapterId (77); // a reader leaves none, but whatever it leaves does not count
    const auto document = documentOf ({ stray, chapter ("0:00", "a"), chapter ("2:00", "c") });

    CHECK (summaryOf (document) == "0:00 a, 2:00 b, 2:00 c");

    std::set<ChapterId> ids;

    for (const auto& c : document.outline.chapters)
    {
        CHECK (c.id != ChapterId::none);
        CHECK (std::uint64_t (c.id) < document.nextId);
        ids.insert (c.id);
    }

    CHECK (ids.size() == 3);
}

TEST_CASE ("A document keeps the episode")
{
    const Episode episode { .show = "Harbour Radio",
                            .title = "Tides",
                            .number = "12",
                            .date = "2031-05-04",
                            .author = "Ida Quist",
                            .description = "About the sea.",
                            .cover = LinkedImage { "https://example.org/c.jpg" } };
    const auto document = makeDocument ({ .episode = episode, .chapters = {} });

    CHECK (document.outline.episode == episode);
    CHECK (document.outline.chapters.empty());
    CHECK (document.nextId == 1);
    CHECK_FALSE (document.media);
}

TEST_CASE ("Where the episode starts elsewhere, the chapters are where they were on the host's timeline")
{
    auto before = documentOf ({ chapter ("0:05", "0:30", "before"),
                                chapter ("0:30", "0:50", "across"),
                                chapter ("1:00", "1:20", "behind"),
                                chapter ("1:20", "last") });
    before.outline.chapters[2].locked = true;

    const auto later = startingAt (before, at ("0:40"));
    CHECK (summaryOf (later) == "0:00 before, 0:00-0:10 across, 0:20-0:40 behind, 0:40 last");
    CHECK (later.episodeStart == at ("0:40"));
    CHECK (later.outline.chapters[2].locked);

    for (const auto i : { 2uz, 3uz })
        CHECK (toHost (later, later.outline.chapters[i].start)
               == toHost (before, before.outline.chapters[i].start));

    // What came to the start is known to be there, and goes with it.
    CHECK (summaryOf (startingAt (later, at ("0:30")))
           == "0:10 before, 0:10-0:20 across, 0:30-0:50 behind, 0:50 last");
    CHECK (startingAt (later, later.episodeStart) == later);
}

TEST_CASE ("Embedded pictures are compared by content")
{
    const auto bytes = [] (const char* text) { return std::make_shared<const std::string> (text); };

    CHECK (EmbeddedImage { "image/png", bytes ("x") } == EmbeddedImage { "image/png", bytes ("x") });
    CHECK_FALSE (EmbeddedImage { "image/png", bytes ("x") } == EmbeddedImage { "image/png", bytes ("y") });
    CHECK_FALSE (EmbeddedImage { "image/png", bytes ("x") } == EmbeddedImage { "image/jpeg", bytes ("x") });
    CHECK_FALSE (EmbeddedImage { "image/png", bytes ("x") } == EmbeddedImage { "image/png", nullptr });
    CHECK (EmbeddedImage {} == EmbeddedImage {});
}

} // namespace earmark
