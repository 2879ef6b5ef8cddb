// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

namespace earmark
{

/** What `episode` says, and where it says nothing, what `otherwise` does. */
Episode completed (Episode episode, const Episode& otherwise);

} // namespace earmark
