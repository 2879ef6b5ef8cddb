// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/UserFolders.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("The user's folders are absolute, and two")
{
    CHECK (userStateFolder().is_absolute());
    CHECK (userCacheFolder().is_absolute());
    CHECK (userStateFolder() != userCacheFolder());
}

} // namespace earmark
