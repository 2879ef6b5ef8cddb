// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Foundation/File.h"
#include "Support/Places.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

namespace earmark
{

TEST_CASE ("What fuzzing has found is read or refused, in every format")
{
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator (tests::projectFolder() / "tests/Fuzz/Found"))
    {
        if (! entry.is_regular_file())
            continue;

        const auto bytes = readFile (entry.path(), maxDocumentBytes).value();

        for (const auto* format : chapterFormats())
        {
            INFO (toUtf8 (entry.path().filename()) << " as " << format->id);

            const auto imported = importOutline (bytes, {}, {}, format->id);

            if (! imported)
            {
                CHECK_FALSE (imported.error().message.empty());
                continue;
            }

            const auto& chapters = imported->reading.outline.chapters;
            CHECK (std::ranges::is_sorted (chapters, {}, &Chapter::start));
            CHECK (std::ranges::all_of (chapters,
                                        [] (const Chapter& c) { return ! c.end || *c.end > c.start; }));
        }
    }
}

} // namespace earmark
