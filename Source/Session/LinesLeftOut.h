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
        without it: what is said of a chapter that is out takes it in as well. The lines are those of the text with nothing left out; one
        that may not be toggled stays. */
    void toggle (std::size_t line, const std::vector<LineFate>& whole);

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

/** A reading without what these lines have put into it: their chapters, their pieces of texts, and what was said of them. The rest is as
    it was, since readers judge each line by the whole text. */
ImportedText without (const LinesLeftOut&, ImportedText whole);

} // namespace earmark
