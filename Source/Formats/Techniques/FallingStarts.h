// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <span>

namespace earmark
{

/** Warns of chapters, in the order of the document, many of which begin before the one above: what is taken for their starts may be how long they last. */
Notices doubtsAboutFalling (std::span<const Chapter>);

} // namespace earmark
