// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

/** The value, or the end of the test with the sentence that should not have come. */
template <class T>
T must (Result<T> result)
{
    if (! result)
        FAIL ("unexpected error: " << result.error().message);

    if constexpr (! std::is_void_v<T>)
        return std::move (*result);
}

/** The error that must have come instead of a value. */
template <class T>
Error mustFail (const Result<T>& result)
{
    if (result)
        FAIL ("it succeeded, but should have failed");

    return result.error();
}

} // namespace earmark::tests
