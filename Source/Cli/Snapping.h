// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace earmark::cli
{

/** What `--snap` moves chapters to. */
enum class SnapTo
{
    nothing,
    onset, ///< where speech begins after a pause
    pauses ///< the longest pauses, for those that have no time yet; then as `onset`
};

void addSnapOption (CLI::App&, SnapTo&);

struct Snapped
{
    Document document;
    std::vector<std::string> moves; ///< a sentence for each chapter that is elsewhere now
    Notices notices;                ///< of the audio
};

/** The document with its chapters moved by what the audio file sounds like. Does not open the file for SnapTo::nothing. */
Result<Snapped> snap (const Document&, const std::filesystem::path& media, SnapTo);

} // namespace earmark::cli
