// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

namespace earmark
{

/** Earmark and the libraries in this build, with their versions where they are known. docs/dependencies.md says what each does. */
std::vector<Credit> credits();

} // namespace earmark
