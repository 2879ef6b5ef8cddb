// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Result.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("A place is described by its most telling part")
{
    CHECK (describe (Place {}).empty());
    CHECK (describe (Place::atLine (3)) == "line 3");
    CHECK (describe (Place::atLines (3, 8)) == "lines 3 to 8");
    CHECK (describe (Place::atLines (3, 3)) == "line 3");
    CHECK (describe (Place::atByte (0)) == "byte 0");
    CHECK (describe ({ .path = "chapters[3].title" }) == "chapters[3].title");
    CHECK (describe ({ .line = 3, .path = "chapters[3].title" }) == "chapters[3].title");
}

TEST_CASE ("A failure converts to any result")
{
    const Result<int> result = failure (Error::Kind::empty, "Nothing.", Place::atLine (1));

    REQUIRE_FALSE (result);
    CHECK (result.error() == Error { Error::Kind::empty, "Nothing.", Place::atLine (1) });
}

} // namespace earmark
