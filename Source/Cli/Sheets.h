// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/OutputGuard.h"
#include "Imaging/ContactSheet.h"
#include "Model/Outline.h"
#include "Waveform/AudioReader.h"

#include <filesystem>
#include <vector>

namespace earmark::cli
{

/** A cell for each chapter, read from the audio. */
Result<std::vector<SheetCell>>
sheetCells (AudioReader&, const Outline&, const std::vector<std::vector<Candidate>>& candidates);

/** Writes all pages: the first under the name given, "sheet.png", the others as "sheet-2.png", "sheet-3.png". Returns their
    names. Writes none where the guard lets one not pass. */
Result<std::vector<std::filesystem::path>> writeSheets (const std::vector<SheetCell>&,
                                                        const SheetOptions&,
                                                        const std::filesystem::path& first,
                                                        OutputGuard);

} // namespace earmark::cli
