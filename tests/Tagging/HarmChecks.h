// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <filesystem>
#include <string>

// What must hold whatever the bytes of a file: it stays as it was, and what is written of it has all of its audio.

namespace earmark::tests
{

/** Three chapters with something of every kind. */
Outline someOutline();

/** Reads, writes and strips a file, as far as Earmark goes along. */
void tryEverything (const std::filesystem::path&, const std::string& bytes);

/** What the process has taken at the most, in KB. */
long peakMemory();

} // namespace earmark::tests
