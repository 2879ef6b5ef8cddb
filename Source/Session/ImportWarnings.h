// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/ImportPreview.h"

#include <vector>

namespace earmark
{

/** A warning for each chapter that begins after the audio, at its line where there is one. */
Notices warningsOfLength (const Outline&, const std::vector<LineFate>& lines, Duration lengthOfAudio);

} // namespace earmark
