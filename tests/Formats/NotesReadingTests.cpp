// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/NotesReading.h"

#include "Formats/ChapterFormat.h"
#include "Support/Outlines.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

TEST_CASE ("Show notes hold the chapters of their headings, whatever their prose says")
{
    auto outline = outlineOf ({ chapterAt (0, "Grüße * [x] <b> & \\ `code` # 1:00"),
                                chapterAt (61'000, "2. Second"),
                                chapterAt (4'000'000, "<h2>0:00 Third</h2>") });
    outline.episode = { .show = "0:10 Show",
                        .title = "Title",
                        .description = "## 0:20 No chapter\n0:30 None" };
    outline.chapters[1].summary = "### 1:10 No chapter\n1:20 None\n<h2>1:25 None</h2>";
    outline.chapters[1].points = { "## 1:30 None" };
    outline.chapters[2].level = 1;

    for (const auto* id : { "notes-markdown", "notes-html" })
    {
        CAPTURE (id);
        const auto read = chaptersInNotes (writeDocument (*findFormat (id), outline)).chapters;
        REQUIRE (read.size() == 3);

        for (std::size_t i = 0; i < 3; ++i)
        {
            CHECK (read[i].start == outline.chapters[i].start);
            CHECK (read[i].title == outline.chapters[i].title);
        }
    }

    CHECK (chaptersInNotes ("# 0:00 A\n##0:10 B\n#### 0:20 C\n<h2>0:30 D\n<h2></h2>\n## \n## Later")
               .chapters.empty());
}

} // namespace earmark
