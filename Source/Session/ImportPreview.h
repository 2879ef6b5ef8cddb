// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Language/Translation.h"
#include "Model/Edit.h"
#include "Model/LineUse.h"

#include <map>
#include <string>
#include <vector>

namespace earmark
{

/** Something that a document does not tell, with what was taken for the answer. */
struct ImportQuestion
{
    std::string id, text, answer;
    std::vector<std::string> choices; ///< empty: any text

    bool operator== (const ImportQuestion&) const = default;
};

/** What a reader made of a document. */
struct ImportedText
{
    Outline outline;
    Notices notices;
    std::vector<ImportQuestion> questions;
    std::vector<LineUse> lines {}; ///< from readers that go by lines
    std::string format;            ///< id
    std::vector<std::pair<std::string, std::string>>
        formatChoices;      ///< ids and names, this one and others that fit
    std::string text {};    ///< whose lines are counted, where they are not the document's own
    bool isUntimed = false; ///< titles alone: their chapters still wait for their places
};

/** What became of one line. */
struct LineFate
{
    enum class Kind
    {
        blank,
        episode, ///< its show and its title in one line, or either
        show,
        episodeTitle,
        description,
        chapterStart, ///< a time, perhaps with the title
        title,
        summary,
        point,
        warning,  ///< something in it was changed or guessed
        ignored,  ///< recognised and left out
        unticked, ///< left out by the user
        unused    ///< the reader made nothing of it and does not say why
    };

    std::string text;
    Kind kind = Kind::unused;
    std::size_t chapter = 0;                 ///< counted from 1; 0: of none
    std::string remark;                      ///< the notice's sentence
    LineUse::Kind use = LineUse::Kind::none; ///< also of a line with a warning

    bool operator== (const LineFate&) const = default;
};

/** What becomes of such a line, in a word or two; empty for a blank one. */
std::string wordFor (LineFate::Kind);

/** The same with the number of its chapter: "title 3", "point of 3", since a chapter may have several. */
std::string labelOf (const LineFate&);

/** For each line of a text what its reader made of it. */
std::vector<LineFate> fatesOf (const std::string& text, const ImportedText&);

/** How an outline comes into the document. */
enum class ImportMode
{
    replace,
    keepMyTimes,
    keepMyTexts,
    append,    ///< behind the last chapter that there is
    atPlayhead ///< its times count from the playhead
};

/** An import before it is done. A value. */
struct ImportPreview
{
    std::string bytes, name;                    ///< the document, and a file's whole path, or "Clipboard"
    std::map<std::string, std::string> answers; ///< to the questions
    std::string formatId;                       ///< named by the user; empty: guessed
    ImportMode mode = ImportMode::replace;

    Result<ImportedText> reading = failure (Error::Kind::empty, tr ("There is nothing to read."));
    std::vector<LineFate> lines; ///< none for documents that are not text
    std::size_t line = 0;        ///< the one that keys are for, from 0
};

/** The edits that bring it in; none without a reading. What the new outline does not say of the episode stays. The playhead counts for
    ImportMode::atPlayhead alone. */
std::vector<Edit> editsOf (const ImportPreview&, const Document&, Position playhead);

/** "Import 16 chapters", "Merge 16 chapters, keep my times": in English, for the history. */
std::string importName (const ImportPreview&);

} // namespace earmark
