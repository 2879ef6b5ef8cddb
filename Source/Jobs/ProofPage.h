// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Jobs/Proof.h"

namespace earmark
{

/** One page for a client, without anything from elsewhere: chapters of each file, what changed, and that the audio did not. In the language
    that is spoken. */
std::string proofPage (const std::vector<Proof>&);

} // namespace earmark
