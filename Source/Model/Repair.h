// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

namespace earmark
{

struct RepairedOutline
{
    Outline outline;
    std::vector<std::string> repairs; ///< a sentence for each chapter that changed
};

/** The outline without what can be mended without asking, as writing into audio mends it: a chapter that begins with the one before
    begins a millisecond later, an end that is no end or runs into the next chapter is taken away, and a chapter without a title gets its
    number. The producer's own remarks stay as they are. */
RepairedOutline repaired (Outline);

} // namespace earmark
