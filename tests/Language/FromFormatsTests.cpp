// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"
#include "Language/English.h"
#include "Language/Oddities.h"
#include "Language/Translation.h"
#include "Support/Corpus.h"
#include "Support/Samples.h"
#include "Support/Speaking.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <filesystem>
#include <set>

// The formats speak English; here they say as much as they can be made to say, and all of it must come out in German.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

/** Answers that are names, numbers or the user's own words. */
bool isChosenByName (const Question& question)
{
    static const std::set<std::string_view> ids { "edition", "encoding", "fps",     "item",    "language",
                                                  "list",    "show",     "project", "sequence" };
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

    for (const auto& entry : fs::recursive_directory_iterator (samplesFolder()))
        if (entry.is_regular_file() && entry.path().extension() != ".expected")
            found.push_back (entry.path());

    return found;
}

std::string contentOf (const fs::path& path)
{
    return readFile (path, maxDocumentBytes).value();
}

} // namespace

TEST_CASE ("What is said of documents is said in German", "[language]")
{
    Said said;

    for (const auto& path : samples())
        hearDocument (contentOf (path), path.filename().string(), said);

    for (const auto& document : oddDocuments())
        hearDocument (document, {}, said);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 200);
}

TEST_CASE ("Formats have German names, but for those that have only one", "[language]")
{
    // Names that have only one form.
    const std::set<std::string_view> names { "Apple ChapterTool XML",  "DAWproject",
                                             "Earmark JSON",           "Final Cut Pro XML",
                                             "Final Cut Pro 7 XML",    "Open Shownotes",
                                             "Podlove Simple Chapters" };
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
             { richOutline(), twice (richOutline()), manyChapters(), brokenOutline(), Outline() })
            hear (lossesIn (*format, outline), said);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 100);
}

TEST_CASE ("English that is left in German is found", "[language]")
{
    CHECK (englishWordsIn ("Shownotes (HTML): kein Platz für the author.")
           == std::set<std::string> { "author", "the" });
    CHECK (englishWordsIn ("Nur in der Datei steht „The author of it“.").empty());
}

} // namespace earmark::tests
