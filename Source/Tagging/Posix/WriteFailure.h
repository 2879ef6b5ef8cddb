// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

namespace earmark
{

/** The sentence for an errno of writing. */
std::unexpected<Error> writeFailure (int code);

} // namespace earmark
