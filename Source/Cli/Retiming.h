// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace earmark::cli
{

/** How an outline's times become those of the audio; each may be empty. */
struct RetimingOptions
{
    std::string cuts;  ///< --cuts: a file that lists what was removed; "-" is standard input
    std::string fit;   ///< --fit
    std::string shift; ///< --shift

    bool any() const { return ! cuts.empty() || ! fit.empty() || ! shift.empty(); }

    void addTo (CLI::App&);
};

struct Retimed
{
    Document document;
    std::vector<std::string> changes; ///< a sentence for each thing that the cuts did
    Notices notices;
};

/** The document with the edits that the options ask for, in their order, applied as the window would. Chapters that lay in a cut, and those that
    would begin before the audio, are told. The end of the audio for which the chapters are made, where it is known, tells which of them were
    cut off there (unless --fit or --shift move them on), and those that a shift would make end behind it end with it. Fails with
    Kind::wrongUsage on times that cannot be read, and as readCutList() does. */
Result<Retimed> retimed (Document, const RetimingOptions&, std::optional<Position> endOfAudio = {});

} // namespace earmark::cli
