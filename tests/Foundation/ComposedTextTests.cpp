// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/ComposedText.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("Letters and their marks become one character, and everything else stays")
{
    CHECK (composed ("Fo\u0308hr") == "F\u00F6hr");
    CHECK (composed ("\u0435\u0308\u0438\u0306") == "\u0451\u0439");
    CHECK (composed ("a\u0323\u0302") == "\u1EAD"); // one mark after the other
    CHECK (composed ("\u304B\u3099") == "\u304C");
    CHECK (composed ("\u1112\u1161\u11AB") == "\uD55C");

    for (const auto* text : { "", "Fog", "F\u00F6hr", "\u0308", "q\u0308", "\xFF\u0308" })
        CHECK (composed (text) == text);
}

} // namespace earmark
