// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Language/English.h"
#include "Language/Translation.h"
#include "Model/Differences.h"
#include "Model/Lint.h"
#include "Model/Repair.h"
#include "Support/Chapters.h"
#include "Support/Corpus.h"
#include "Support/Samples.h"
#include "Support/Speaking.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <filesystem>
#include <set>
#include <tuple>

// The rooms below speak English; here they say as much as they can be made to say, and all of it must come out in German.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

/** What was said, each once. */
using Said = std::set<std::string>;

/** Answers that are names, numbers or the user's own words. */
bool isChosenByName (const Question& question)
{
    static const std::set<std::string_view> ids { "edition",  "encoding", "fps",  "item",
                                                  "language", "list",     "show", "project" };
    return ids.contains (question.id);
}

void hear (const Notices& notices, Said& said)
{
    for (const auto& notice : notices)
        said.insert (notice.message);
}

/** The question without the episodes or projects of which it asks, whose names are the user's. */
std::string withoutList (const std::string& question)
{
    return question.substr (0, question.find (" 1: "));
}

/** What a reading says with the answers that it offers, one at a time. */
void hearReading (const std::string& bytes, std::string_view fileName, std::string_view format, Said& said)
{
    const auto hearWith = [&] (const Answers& answers)
    {
        const auto imported = importOutline (bytes, fileName, { answers }, format);

        if (! imported)
            said.insert (imported.error().message);
        else
            hear (imported->reading.notices, said);

        return imported ? imported->reading.questions : std::vector<Question>();
    };

    for (const auto& question : hearWith ({}))
    {
        said.insert (withoutList (question.text));
        hearWith ({ { question.id, "nonsense" } });

        for (const auto& choice : question.choices)
        {
            hearWith ({ { question.id, choice } });

            if (! isChosenByName (question))
                said.insert (choice);
        }
    }
}

/** The document in every format, whole and broken. */
void hearDocument (const std::string& bytes, std::string_view fileName, Said& said)
{
    hearReading (bytes, fileName, {}, said);
    hearReading (bytes + "\n\xE9\xE8 \xC3", {}, {}, said);

    for (const auto* format : chapterFormats())
        if (format->read != nullptr)
            for (const auto eighths : std::array<std::size_t, 4> { 8, 7, 5, 2 })
                hearReading (bytes.substr (0, bytes.size() * eighths / 8), {}, format->id, said);
}

std::vector<fs::path> samples()
{
    std::vector<fs::path> found;

    for (const auto& entry : fs::recursive_directory_iterator (EARMARK_SAMPLES))
        if (entry.is_regular_file() && entry.path().extension() != ".expected")
            found.push_back (entry.path());

    return found;
}

std::string contentOf (const fs::path& path)
{
    return readFile (path, maxDocumentBytes).value();
}

Outline list (std::vector<Chapter> chapters)
{
    return { .episode = {}, .chapters = std::move (chapters) };
}

/** One of everything that a format may have no place for. */
Outline richOutline()
{
    auto outline = list ({ chapter ("0:00.0001", "0:30", "Say \"either | or\""),
                           chapter ("0:40", "The gauge"),
                           chapter ("0:41", "A note to myself") });
    auto& first = outline.chapters[0];
    first.summary = "A summary";
    first.points = { "A point" };
    first.link = Link { "https://example.org", "Read on" };
    first.image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("x") };
    first.inContents = false;
    first.level = 1;
    first.kind = Chapter::Kind::adBreak;
    outline.chapters[2].kind = Chapter::Kind::note;
    outline.episode = { .show = "Harbour Lights",
                        .title = "The Tide",
                        .number = "12",
                        .date = "2026-01-02",
                        .author = "Quist",
                        .description = "Of tides",
                        .cover = LinkedImage { "https://example.org/cover.png" } };
    return outline;
}

/** The same twice, for sentences about several. */
Outline twice (Outline outline)
{
    const auto once = outline.chapters;

    for (auto chapter : once)
    {
        chapter.start = chapter.start + lasting ("1:00.0002");
        chapter.end = {};

        if (outline.chapters.size() % 3 == 0)
            chapter.end = chapter.start + lasting ("1");

        outline.chapters.push_back (std::move (chapter));
    }

    return outline;
}

Outline hundredChapters()
{
    Outline outline;

    for (int i = 0; i < 256; ++i)
        outline.chapters.push_back ({ .start = Position::fromSeconds (i), .title = "t" });

    return outline;
}

/** Wrong in every way that a list can be. */
Outline brokenOutline()
{
    auto outline = list ({ chapter ("0:03", "0:09", std::string (130, 'x')),
                           chapter ("0:05", "0:04", "It ends at dawn"),
                           chapter ("0:05", "A place of its own"),
                           chapter ("0:06"),
                           chapter ("0:07", "Links"),
                           chapter ("9:00", "Beyond the end"),
                           chapter ("9:00", "12:00", "The end") });
    outline.chapters[4].link = Link { "example", {} };
    outline.chapters[4].image = LinkedImage { "https://example.org/a.png" };
    outline.chapters[4].inContents = false;
    outline.chapters[5].link = Link { "https://example.org/" + std::string (300, 'a'), {} };
    return outline;
}

void hearLint (const Outline& outline, std::optional<Duration> length, Said& said)
{
    Findings findings;
    applyRules (listRules(), ListToLint { outline, length }, findings);
    applyRules (platformRules(), ListToLint { outline, length }, findings);

    for (const auto& finding : findings)
        said.insert (finding.message);
}

void hearDifferences (const Outline& first, const Outline& second, Said& said)
{
    for (const auto& [a, b] : { std::tie (first, second), std::tie (second, first) })
    {
        Findings findings;
        applyRules (comparingRules(), ListsToCompare { a, b }, findings);

        for (const auto& finding : findings)
            said.insert (finding.message);
    }
}

} // namespace

TEST_CASE ("What is said of documents is said in German", "[language]")
{
    Said said;

    for (const auto& path : samples())
        hearDocument (contentOf (path), path.filename().string(), said);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 150);
}

TEST_CASE ("Formats are called in German what they are called in English words", "[language]")
{
    // Names that have only one form.
    const std::set<std::string_view> names { "Apple ChapterTool XML", "DAWproject",
                                             "Earmark JSON",          "Final Cut Pro XML",
                                             "Open Shownotes",        "Podlove Simple Chapters" };
    const Speaking german (Language::german);

    for (const auto* format : chapterFormats())
    {
        INFO (format->name);
        CHECK ((trMade (format->name) == format->name) == names.contains (format->name));
    }
}

TEST_CASE ("What is said of real documents is said in German", "[language]")
{
    const auto documents = corpusSamples ("");

    if (documents.empty())
        SKIP ("the corpus is not beside the project");

    Said said;

    for (const auto& document : documents)
        hearReading (contentOf (document.document), document.document.filename().string(), {}, said);

    CHECK (untranslated (said) == Said());
}

TEST_CASE ("What a format cannot hold is told in German", "[language]")
{
    Said said;

    for (const auto* format : chapterFormats())
        for (const auto& outline :
             { richOutline(), twice (richOutline()), hundredChapters(), brokenOutline(), list ({}) })
            hear (lossesIn (*format, outline), said);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 100);
}

TEST_CASE ("What is wrong with chapters is told in German", "[language]")
{
    Said said;
    hearLint (brokenOutline(), lasting ("8:00"), said);
    hearLint (brokenOutline(), lasting ("20:00"), said);
    hearLint (hundredChapters(), {}, said);

    for (const auto& repair : repaired (brokenOutline()).repairs)
        said.insert (repair);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 30);
}

TEST_CASE ("How two lists differ is told in German", "[language]")
{
    const auto outline =
        list ({ chapter ("0:00", "Dr. No"), chapter ("1:00"), chapter ("2:00", "It begins") });
    const auto later = list ({ chapter ("0:00", "Dr. No"), chapter ("1:03"), chapter ("2:03", "It begins") });
    const auto other =
        list ({ chapter ("0:07", "Dr. No"), chapter ("2:00", "More"), chapter ("3:00", "Else") });
    const auto uneven =
        list ({ chapter ("0:07", "Dr. No"), chapter ("1:00"), chapter ("2:30", "It begins") });
    const auto last = list ({ chapter ("0:00", "Dr. No"), chapter ("1:00"), chapter ("2:09", "It begins") });

    Said said;

    for (const auto* second : { &later, &other, &uneven, &last })
        hearDifferences (outline, *second, said);

    for (const auto* length : { "8:00", "13:00" })
        said.insert (sentenceAboutLength (brokenOutline(), lasting (length)));

    said.insert (sentenceAboutLength (outline, lasting ("1:30")));

    for (const auto by : { lasting ("3"), lasting ("-3") })
    {
        said.insert (sentenceAboutCut (outline, { {}, 0, by }));
        said.insert (sentenceAboutCut (outline, { 0, 1, by }));
    }

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 12);

    const Speaking german (Language::german);
    CHECK (trMade (describe (compareLists (outline, later, {}), outline, later, "the outline", "this file"))
           == "Ab Kapitel 2 beginnt alles in dieser Datei 3 s später als in der Gliederung.");
}

TEST_CASE ("What is wrong with files is told in German", "[language]")
{
    Said said;

    for (const auto code :
         { std::errc::no_such_file_or_directory, std::errc::permission_denied, std::errc::is_a_directory })
        said.insert (openError (std::make_error_code (code)).message);

    said.insert (writeFile (EARMARK_SAMPLES, "x").error().message);
    CHECK (untranslated (said) == Said());

    // The system has its own words for everything else.
    const Speaking german (Language::german);
    CHECK (trMade (openError (std::make_error_code (std::errc::io_error)).message)
               .starts_with ("Sie ist nicht lesbar: "));
}

TEST_CASE ("English that is left in German is found", "[language]")
{
    CHECK (englishWordsIn ("Shownotes (HTML): kein Platz für the author.")
           == std::set<std::string> { "author", "the" });
    CHECK (englishWordsIn ("Nur in der Datei steht „The author of it“.").empty());
}

} // namespace earmark::tests
