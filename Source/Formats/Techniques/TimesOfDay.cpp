// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/TimesOfDay.h"

#include <utility>

namespace earmark
{

Question whetherTimesOfDay (std::string taken)
{
    return { "clock",
             "Are these times of day? Then the first chapter begins at zero.",
             std::move (taken),
             { "no", "yes" } };
}

Duration afterMidnight (Duration sinceFirst)
{
    constexpr auto day = Duration::fromSeconds (86400);
    return sinceFirst < Duration() ? sinceFirst + day : sinceFirst;
}

} // namespace earmark
