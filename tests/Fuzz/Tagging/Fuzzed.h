// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Text.h"
#include "Tagging/Container.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace earmark::tests
{

/** The container that this program attacks. */
inline const Container& fuzzedContainer()
{
    for (const auto* container : containers())
        if (equalsIgnoringCase (container->id, EARMARK_FUZZED_CONTAINER))
            return *container;

    std::abort();
}

/** Stops the program, as a sanitizer would. */
inline void require (bool condition, const char* what)
{
    if (condition)
        return;

    std::fprintf (stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace earmark::tests
