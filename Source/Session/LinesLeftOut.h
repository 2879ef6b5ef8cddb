// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/ImportPreview.h"

#include <map>
#include <string>
#include <vector>

namespace earmark
{

/** Which lines of a text the user leaves out of its import, and what can be undone of that. Lines count from 0. A value. */
class LinesLeftOut
{
public:
    /** Whether a reader that goes by lines has made something of it, or the user has left it out. */
    static bool mayToggle (const LineFate&);

    /** Leaves a line out or takes it in again; a chapter's time or title with all that is said of the chapter, which has no place
        without it. The lines are those of the text as they are shown now; one that may not be toggled stays. */
    void toggle (std::size_t line, const std::vector<LineFate>& lines);

    bool contains (std::size_t line) const { return steps[current].contains (line); }

    bool isEmpty() const { return steps[current].empty(); }

    bool canUndo() const { return current > 0; }

    bool canRedo() const { return current + 1 < steps.size(); }

    void undo() { current -= canUndo() ? 1u : 0u; }

    void redo() { current += canRedo() ? 1u : 0u; }

private:
    using Lines = std::map<std::size_t, std::size_t>; ///< each with the line that it went with

    std::vector<Lines> steps { {} };
    std::size_t current = 0;
};

/** A text without some of its lines. */
struct ShorterText
{
    std::string text;
    std::vector<std::size_t> kept; ///< for each line that is left its place in the whole text, from 0
};

ShorterText textWithout (const LinesLeftOut&, const std::vector<LineFate>& whole);

/** Brings what a shorter text's reading says of lines back to those of the whole text; lines that were left out have no use. */
void placeInWhole (ImportedText&, const ShorterText&, const std::vector<LineFate>& whole);

} // namespace earmark
