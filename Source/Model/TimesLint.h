// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Lint.h"

namespace earmark
{

// What the rules about lists say of times.

Complaints shorterAudio (const ListToLint&);
Complaints longerAudio (const ListToLint&);
Complaints beyondAudio (const ListToLint&);
Complaints endBeyondAudio (const ListToLint&);
Complaints firstLate (const ListToLint&);
Complaints sameStart (const ListToLint&);
Complaints underASecond (const ListToLint&);
Complaints endBeforeStart (const ListToLint&);
Complaints overlap (const ListToLint&);

} // namespace earmark
