// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <string>
#include <vector>

// Documents and outlines that make the rooms below say what they seldom say.

namespace earmark::tests
{

/** Of many formats, with what their samples have not. */
std::vector<std::string> oddDocuments();

/** One of everything that a format may have no place for. */
Outline richOutline();

/** The chapters once more behind themselves, for sentences about several. */
Outline twice (Outline);

/** More than any format counts to. */
Outline manyChapters();

/** Wrong in every way that a list can be. */
Outline brokenOutline();

} // namespace earmark::tests
