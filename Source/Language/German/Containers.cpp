// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    { "PLACE Containers", "PLATZ Containers" },
};
// clang-format on

} // namespace

std::span<const Translation> containers()
{
    return rows;
}

} // namespace earmark::german
