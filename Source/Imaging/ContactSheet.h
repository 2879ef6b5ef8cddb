// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Candidate.h"
#include "Model/PeakMap.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// A contact sheet shows the sound around every marker of an episode, so that a glance tells which of them are off.

namespace earmark
{

/** One marker and what is around it. */
struct SheetCell
{
    std::size_t number = 0; ///< as the listener counts, from 1
    std::string title;      ///< UTF-8
    Position marker;
    std::vector<std::optional<Peak>>
        columns;                       ///< from sheetReach before the marker to as much behind it; any number
    std::vector<Candidate> candidates; ///< best first
    std::optional<Position> suggestion; ///< where it should rather be
};

/** How much is shown on either side of a marker. */
inline constexpr Duration sheetReach = Duration::fromSeconds (5);

/** How many columns of a waveform a cell can show. */
inline constexpr std::size_t sheetColumns = 688;

enum class SheetTheme
{
    light,
    dark
};

struct SheetOptions
{
    SheetTheme theme = SheetTheme::dark;
    std::string heading;    ///< the episode, or the file
    std::string subheading; ///< "16 chapters, 1:42:10"
};

inline constexpr std::size_t cellsPerPage = 24;

/** At least one, also for no cells. */
std::size_t pagesFor (std::size_t cells);

/** One page as a PNG of at most some 3100 by 2300 pixels. `all` are the cells of every page, `page` counts from 0. Needs no
    display; from any one thread at a time. Fails with Kind::wrongUsage for a page that there is not. */
Result<std::string>
drawContactSheet (std::span<const SheetCell> all, const SheetOptions& options, std::size_t page);

} // namespace earmark
