// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Support/Samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <format>

// Every folder of Samples is called like a format and holds documents of it, each beside what Earmark understands of it, NAME.expected.
// With EARMARK_ACCEPT set, the expectations are written anew; read the difference before you keep it.

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** "0:54 – 1:30 The gauge <https://…> [picture]", sub-chapters indented, with what else the chapter has below it. */
std::string lineOf (const Chapter& chapter)
{
    auto line = std::string (std::size_t (chapter.level) * 2, ' ') + formatTime (chapter.start);

    if (chapter.end)
        line += " – " + formatTime (*chapter.end);

    line += ' ' + chapter.title;

    if (chapter.link)
        line += " <" + chapter.link->url + (chapter.link->text.empty() ? "" : " " + chapter.link->text) + '>';

    line += chapter.image ? " [picture]" : "";
    line += chapter.inContents ? "" : " [hidden]";
    line += chapter.kind == Chapter::Kind::adBreak ? " [ad]" : "";
    line += '\n';

    for (const auto text : splitLines (chapter.summary))
        line += "    " + std::string (text) + '\n';

    for (const auto& point : chapter.points)
        line += "    • " + point + '\n';

    return line;
}

std::string listingOf (const ImportedOutline& imported)
{
    const auto& [outline, notices, questions, lines] = imported.reading;
    std::string text;

    for (const auto* field : { &outline.episode.show, &outline.episode.title, &outline.episode.author })
        if (! field->empty())
            text += "= " + *field + '\n';

    for (const auto& chapter : outline.chapters)
        text += lineOf (chapter);

    for (const auto& [grade, message, where] : notices)
        text +=
            std::format ("! {}: {}{}\n",
                         grade == Notice::Grade::warning ? "warning" : "ignored",
                         message,
                         describe (where).empty() ? ""
                                                  : std::format (" ({}{})",
                                                                 describe (where),
                                                                 where.line && ! where.path.empty()
                                                                     ? std::format (", line {}", *where.line)
                                                                     : ""));

    for (const auto& q : questions)
        text += std::format ("? {}={}\n", q.id, q.defaultAnswer);

    return text;
}

std::vector<fs::path> samplesIn (const fs::path& folder)
{
    std::vector<fs::path> samples;

    if (fs::is_directory (folder))
        for (const auto& entry : fs::directory_iterator (folder))
            if (entry.path().extension() != ".expected")
                samples.push_back (entry.path());

    std::ranges::sort (samples);
    return samples;
}

} // namespace

TEST_CASE ("Every format that is read has samples, is recognised, and is understood as expected")
{
    const bool accept = std::getenv ("EARMARK_ACCEPT") != nullptr;

    for (const auto* format : chapterFormats())
    {
        INFO (format->id);

        if (format->read == nullptr)
            continue;

        const auto samples = samplesIn (tests::samplesFolder() / pathFromUtf8 (format->id));
        CHECK_FALSE (samples.empty());

        for (const auto& path : samples)
        {
            INFO (toUtf8 (path.filename()));
            const auto bytes = readFile (path, maxDocumentBytes);
            REQUIRE (bytes);

            // By its content alone, but for what nothing tells.
            const auto imported = importOutline (*bytes, {}, {}, format->sniff == nullptr ? format->id : "");
            REQUIRE (imported);
            CHECK (imported->format->id == format->id);

            const auto expectedPath = pathFromUtf8 (toUtf8 (path) + ".expected");
            const auto listing = listingOf (*imported);

            if (accept)
                REQUIRE (writeFile (expectedPath, listing));

            const auto expected = readFile (expectedPath, maxDocumentBytes);
            REQUIRE (expected);
            CHECK (listing == *expected);
        }
    }
}

TEST_CASE ("Every sample that is cut off anywhere is read or refused, and never more than whole")
{
    for (const auto* format : chapterFormats())
    {
        for (const auto& path : samplesIn (tests::samplesFolder() / pathFromUtf8 (format->id)))
        {
            const auto bytes = readFile (path, maxDocumentBytes).value();
            const auto step = std::max<std::size_t> (bytes.size() / 100, 1);

            for (std::size_t size = 0; size < bytes.size(); size += step)
            {
                INFO (toUtf8 (path.filename()) << " cut to " << size << " bytes");
                const auto imported =
                    importOutline (std::string_view (bytes).substr (0, size), {}, {}, format->id);

                if (imported)
                    CHECK_FALSE (imported->reading.outline.chapters.empty());
                else
                    CHECK_FALSE (imported.error().message.empty());
            }
        }
    }
}

} // namespace earmark
