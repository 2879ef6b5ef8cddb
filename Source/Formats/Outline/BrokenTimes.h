// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace earmark::outline
{

/** What is written like a time and is none: "45:75", "1;10;00". Scores, ratios, dates, verses and prices are not. */
struct BrokenTime
{
    std::size_t begin = 0; ///< first byte
    std::size_t end = 0;   ///< one past the last byte
};

/** The one that a text begins with, behind brackets, bars and emphasis: minutes or seconds above 59, semicolons between three numbers, or
    another mark than a colon in front of a range sign and a time. Linear in the length of the text. */
std::optional<BrokenTime> brokenTimeAtBeginning (std::string_view text);

/** The one behind a range sign at `at`, as the end of a range whose start is a time. Linear in the length of the text. */
std::optional<BrokenTime> brokenEndAt (std::string_view text, std::size_t at);

/** What to say of a text without chapters. Lines that begin with times with frames, "00:03:20:12", have none: how long a frame is a text does
    not say. Linear in the length of the text. */
std::string whyNoChapters (std::string_view text);

} // namespace earmark::outline
