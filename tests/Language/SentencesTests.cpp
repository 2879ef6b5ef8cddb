// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Literals.h"
#include "Language/Translation.h"
#include "Model/Edit.h"
#include "Session/Commands.h"
#include "Session/HostImports.h"
#include "Session/Table.h"
#include "Support/Speaking.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

// The sources say what has to be translated: whoever writes a new sentence for the window hears of it here.

namespace earmark::tests
{

namespace
{

using Names = std::vector<std::string>;

std::map<std::string, std::string> german()
{
    std::map<std::string, std::string> rows;

    for (const auto part : translations (Language::german))
        for (const auto& row : part)
            rows.emplace (row.english, row.other);

    return rows;
}

bool isTranslated (const Literal& literal)
{
    return literal.callee == "tr";
}

/** What a window shows is written in these rooms. */
bool isOfWindow (const std::string& path)
{
    // The app's command line is read in terminals, and credits are names.
    return (path.starts_with ("UI/") || path.starts_with ("Session/") || path.starts_with ("Plugin/"))
           && ! path.starts_with ("Plugin/App/") && path != "Plugin/Credits.cpp";
}

/** Whole sentences of the rooms that know no languages, looked up where they are shown. */
bool isSentenceFromBelow (const std::string& path, const Literal& literal)
{
    static const Names rooms { "Foundation/", "Formats/",  "Host/",     "Imaging/", "Jobs/",    "Libav/",
                               "Model/",      "Playback/", "Projects/", "Tagging/", "Waveform/" };

    return std::ranges::any_of (rooms, [&] (const auto& room) { return path.starts_with (room); })
           && readsLikeText (literal.text) && std::string_view (".?").contains (literal.text.back());
}

/** Rows of tables, which are looked up where they are shown; by file or folder. */
const std::map<std::string, Names> tables {
    { "Session/Commands/", {} }, // all of it
    { "Session/CommandSheet.cpp", {} },
    { "Session/Table.cpp", { "Start", "Length", "Title", "Link", "Pic", "Listed" } },
    { "UI/CommandMenu.cpp", { "File", "Edit", "Chapters", "Playback", "Review", "View", "Host" } },
    { "Session/HostImports.cpp", {} },
    { "UI/JuceWords.cpp", {} },
    // Steps in the history keep their English names.
    { "Session/History.cpp", { "Opened" } },
    { "Session/ImportPreview.cpp", {} },
    { "Session/ChapterActions.cpp", {} },
    { "Session/ProposalActions.cpp", {} },
    { "Session/WorkspaceView.cpp", { "Accept chapter" } },
    // Remarks of Tagging's, to be told from others.
    { "Session/PlayersPage.cpp", {} },
    { "Session/HostTimeline.cpp",
      { "Take over markers",
        "Chapters keep their places",
        "Episode starts here",
        "As in the host\u2019s project" } },
};

/** The same in every language, or never read by anybody. */
const std::map<std::string, Names> untranslated {
    { "Session/Projects.cpp", { "Earmark{}", "{}{} \u2013 Earmark" } },
    { "UI/MainView.cpp", { "Earmark" } },
    // Names of programs, also as they call themselves, and of what they read.
    { "Session/HostImports.cpp",
      { "Ableton Live",
        "Adobe Audition",
        "Ardour",
        "Audacity",
        "Bitwig Studio",
        "Cubase, Nuendo",
        "DAWproject",
        "EDL",
        "DaVinci Resolve",
        "FL Studio",
        "Logic Pro",
        "Pro Tools",
        "REAPER",
        "Samplitude, Sequoia",
        "Studio One",
        "fl studio",
        "n-Track Studio",
        "pro tools",
        "studio one" } },
    // What numbers of chapters are called, in whatever language a title is.
    { "Session/Renaming.cpp", {} },
    // Units.
    { "UI/Panels/MoveList.cpp", { "   %+.2f s" } },
    { "UI/Review/ReviewBar.cpp", { "%+.2f s" } },
    { "UI/StatusBar.cpp", { " kHz   " } },
    { "UI/Timeline/DetailView.cpp", { "  %+.3f s" } },
    { "UI/Panels/PreferencesPanel.cpp", { "English", "Deutsch" } },
    { "Plugin/HostEar.cpp", { "Earmark" } },
    { "Plugin/Processor.cpp", { "Mark", "Input", "Output" } },
    { "Plugin/Processor.h", { "Earmark", "Default" } },
    { "Plugin/Writer.cpp", { "as players show it" } },
    { "Plugin/Wiring.cpp", { "Earmark", "Application Support", "XDG_CONFIG_HOME" } },
};

bool isListed (const std::map<std::string, Names>& lists, const std::string& path, const std::string& text)
{
    const auto file = lists.find (path);
    const auto found = file != lists.end() ? file : lists.find (path.substr (0, path.rfind ('/') + 1));
    return found != lists.end() && (found->second.empty() || std::ranges::contains (found->second, text));
}

bool isDigit (char c)
{
    return c >= '0' && c <= '9';
}

/** The placeholders, numbered as std::format numbers them: "{0}", "{1:.2f}". */
std::multiset<std::string> placeholdersOf (const std::string& sentence)
{
    std::multiset<std::string> found;
    int next = 0;

    for (auto at = sentence.find ('{'); at != std::string::npos; at = sentence.find ('{', at + 1))
    {
        const auto inside = sentence.substr (at + 1, sentence.find ('}', at) - at - 1);
        const auto isNumbered = ! inside.empty() && isDigit (inside.front());
        found.insert ("{" + (isNumbered ? inside : std::to_string (next++) + inside) + "}");
    }

    return found;
}

/** One of every kind, about one chapter and about three where that makes a difference. */
std::vector<Edit> allEdits()
{
    std::vector<Edit> edits { AddChapter {},      SetEnd {},
                              MoveChapter {},     SplitChapter {},
                              StretchChapters {}, InsertTime {},
                              RemoveTime {},      SetEpisode {},
                              ReplaceOutline {},  ReplaceOutline { {}, ReplaceOutline::Mode::keepMyTimes } };
    edits.push_back (ShiftChapters { ShiftChapters::All(), {} });
    edits.push_back (ShiftChapters { ShiftChapters::From(), {} });
    edits.push_back (ShiftChapters { ShiftChapters::Within(), {} });

    for (const SetField::Field& field : std::initializer_list<SetField::Field> { SetField::Title {},
                                                                                 SetField::Summary {},
                                                                                 SetField::Points {},
                                                                                 SetField::LinkTo {},
                                                                                 SetField::Picture {},
                                                                                 SetField::Level {},
                                                                                 SetField::Kind {},
                                                                                 SetField::InContents {},
                                                                                 SetField::Locked {} })
        edits.push_back (SetField { {}, field });

    for (const auto count : { std::size_t (1), std::size_t (3) })
    {
        const std::vector<ChapterId> ids (count);
        edits.push_back (RemoveChapters { ids });
        edits.push_back (NudgeChapters { ids, {} });
        edits.push_back (ShiftChapters { ShiftChapters::These { ids }, {} });
        edits.push_back (MergeChapters { ids });
        edits.push_back (SnapChapters { std::vector<SnapChapters::Target> (count) });
    }

    return edits;
}

std::string withoutNumber (const std::string& sentence)
{
    const auto first = std::ranges::find_if (sentence, isDigit);
    const auto last = std::find_if_not (first, sentence.end(), isDigit);
    return first == last ? sentence
                         : std::string (sentence.begin(), first) + "{}" + std::string (last, sentence.end());
}

} // namespace

TEST_CASE ("Literals are found as the compiler has them", "[language]")
{
    const auto found = literalsIn (
        "// \"no\"\n#include \"no\"\nf (\"a\\u2026\"\n  \"b\", 'x', '\"', '\\'', tr (\"c\\n\\\"\"));\n"
        "/* \"no\" */ const char* t[] { \"d\" }; tr (x ? \"e\" : \"f\"); int i = 1'000; \"g\"");
    CHECK (found
           == std::vector<Literal> { { "a\u2026b", "f", 3 },
                                     { "c\n\"", "tr", 4 },
                                     { "d", "", 5 },
                                     { "e", "tr", 5 },
                                     { "f", "tr", 5 },
                                     { "g", "", 5 } });
    CHECK (readsLikeText ("Save"));
    CHECK (readsLikeText ("speech begins"));
    CHECK (readsLikeText (" accepted"));
    CHECK_FALSE (readsLikeText ("review-accept"));
    CHECK_FALSE (readsLikeText ("   {}"));
    CHECK (literalsIn ("\" \\t\\r\\n\"") == std::vector<Literal> { { " \t\r\n", "", 1 } });
}

TEST_CASE ("Every sentence of the window is in the German table", "[language]")
{
    const auto rows = german();
    Names missing;
    std::size_t count = 0;

    for (const auto& [path, literals] : literalsOfSources())
        for (const auto& literal : literals)
            if (isTranslated (literal) || isSentenceFromBelow (path, literal)
                || (isOfWindow (path) && readsLikeText (literal.text)))
            {
                ++count;

                if (! rows.contains (literal.text) && ! isListed (untranslated, path, literal.text))
                    missing.push_back (path + ": " + literal.text);
            }

    CHECK (missing == Names());
    CHECK (count > 400);
}

TEST_CASE ("What is written for the window is translated where it is written", "[language]")
{
    Names bare;

    for (const auto& [path, literals] : literalsOfSources())
        for (const auto& literal : literals)
            if (isOfWindow (path) && readsLikeText (literal.text) && ! isTranslated (literal)
                && ! isListed (tables, path, literal.text) && ! isListed (untranslated, path, literal.text))
                bare.push_back (path + ": " + literal.text);

    CHECK (bare == Names());
}

TEST_CASE ("Commands, columns, what a DAW is given and steps of the history are in the German table",
           "[language]")
{
    const auto rows = german();
    Names missing;
    const auto need = [&] (const std::string& english)
    {
        if (! english.empty() && english != "#" && ! rows.contains (english))
            missing.push_back (english);
    };

    for (const auto& command : commands())
    {
        need (std::string (command.group));
        need (std::string (command.label));
    }

    for (const auto& column : columns())
        need (column.heading);

    for (const auto& host : hostImports())
    {
        for (const auto step : host.steps)
            need (std::string (step));

        if (! std::ranges::contains (untranslated.at ("Session/HostImports.cpp"), host.file))
            need (std::string (host.file));
    }

    for (const auto& edit : allEdits())
        need (withoutNumber (label (edit)));

    CHECK (missing == Names());
}

TEST_CASE ("The German table has no row that nobody says", "[language]")
{
    std::set<std::string> said;

    for (const auto& [path, literals] : literalsOfSources())
        for (const auto& literal : literals)
            said.insert (literal.text);

    for (const auto& edit : allEdits())
        said.insert (withoutNumber (label (edit)));

    Names unused;

    for (const auto& [english, other] : german())
        if (! said.contains (english))
            unused.push_back (english);

    CHECK (unused == Names());
}

TEST_CASE ("Every row says the same things in both languages", "[language]")
{
    std::set<std::string_view> seen;

    for (const auto part : translations (Language::german))
        for (const auto& row : part)
        {
            CAPTURE (row.english);
            CHECK (seen.insert (row.english).second);
            CHECK_FALSE (row.other.empty());
            CHECK (placeholdersOf (std::string (row.english)) == placeholdersOf (std::string (row.other)));

            // What ends a sentence in one ends it in the other.
            for (const auto end : { ".", "?", ":", "\u2026" })
                CHECK (row.english.ends_with (end) == row.other.ends_with (end));
        }

    CHECK (placeholdersOf ("{} of {}") == placeholdersOf ("{0} von {1}"));
    CHECK (placeholdersOf ("{} of {}") == placeholdersOf ("{1} von {0}"));
    CHECK (placeholdersOf ("{} of {}") != placeholdersOf ("{0} von {0}"));
    CHECK (placeholdersOf ("{:.2f} s") != placeholdersOf ("{} s"));
}

} // namespace earmark::tests
