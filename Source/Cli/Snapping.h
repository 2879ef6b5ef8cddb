// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <CLI/CLI.hpp>

#include <cstdint>
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

struct SnapOptions
{
    SnapTo to = SnapTo::nothing;
    std::int64_t lead = 0; ///< milliseconds before it, up to longestLead
};

void addSnapOptions (CLI::App&, SnapOptions&);

struct Snapped
{
    Document document;
    std::vector<std::string> moves; ///< a sentence for each chapter that is elsewhere now
    Notices notices;                ///< of the audio, and how clear its pauses were
};

/** The document with its chapters moved by what the audio file sounds like. Does not open the file for SnapTo::nothing. */
Result<Snapped> snap (const Document&, const std::filesystem::path& media, const SnapOptions&);

} // namespace earmark::cli
