// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Inputs.h"

namespace earmark::cli
{

/** What the outline asks and --set does not answer. */
std::vector<Question> openQuestions (const OutlineReading&, const OutlineOptions&);

/** A warning for each answer of --set that the outline did not ask for: a slip of the pen, or meant for another outline. */
Notices unaskedAnswers (const OutlineReading&, const OutlineOptions&);

/** For verbs that go on without asking: those, and a warning for each open question that was answered with a guess, but for questions of
    which a warning of the reading tells already. */
Notices answersTaken (const OutlineReading&, const OutlineOptions&);

/** The reading's own warnings, and answersTaken(): what was merely recognised is for `import` to tell, what was guessed matters elsewhere, too. */
Notices doubtsIn (const OutlineReading&, const OutlineOptions&);

} // namespace earmark::cli
