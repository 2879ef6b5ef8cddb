// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    { "PLACE Sound", "PLATZ Sound" },
};
// clang-format on

} // namespace

std::span<const Translation> sound()
{
    return rows;
}

} // namespace earmark::german
