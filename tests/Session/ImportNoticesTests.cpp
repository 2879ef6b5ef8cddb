// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportNotices.h"

#include <catch2/catch_test_macros.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace earmark::tests
{

namespace
{

constexpr auto ignored = Notice::Grade::ignored, warning = Notice::Grade::warning;

Notice ignoredAt (std::string message, std::string path)
{
    return { ignored, std::move (message), { .path = std::move (path) } };
}

} // namespace

TEST_CASE ("Of a document as a whole, equal notices are said once, with how often", "[session]")
{
    Notices notices { { ignored, "'img' is left out.", {} } };

    for (std::size_t i = 0; i < 995; ++i)
        notices.push_back (
            ignoredAt ("'custom' is left out.", "chapters[" + std::to_string (i) + "].custom"));

    notices.push_back ({ warning, "'custom' is left out.", {} });
    CHECK (noticesOfWhole (notices)
           == NoticesOfWhole { .first = { { warning, "'custom' is left out.", {} },
                                          { ignored, "'img' is left out.", {} },
                                          { ignored, "'custom' is left out. (995 times)", {} } },
                               .others = {} });
}

TEST_CASE ("What is noticed of lines is not said of the document as a whole", "[session]")
{
    CHECK (noticesOfWhole ({}) == NoticesOfWhole());
    CHECK (noticesOfWhole ({ { warning, "The chapter has no title.", Place::atLine (2) } })
           == NoticesOfWhole());
}

TEST_CASE ("Six notices of a document as a whole come first, warnings before the others", "[session]")
{
    Notices notices { { ignored, "A", {} }, { ignored, "B", {} }, { ignored, "B", {} } };

    for (const auto* message : { "C", "D", "E", "F" })
        notices.push_back ({ warning, message, {} });

    CHECK (noticesOfWhole (notices).others.empty());
    notices.push_back ({ warning, "G", {} });
    auto shown = noticesOfWhole (notices);
    CHECK (shown.first.front() == Notice { warning, "C", {} });
    CHECK (shown.first[5] == Notice { ignored, "A", {} });
    CHECK (shown.first.back() == Notice { ignored, "And 1 more, below.", {} });
    CHECK (shown.others == Notices { { ignored, "B (2 times)", {} } });

    // The line that stands for others is as bad as the worst of them.
    notices.push_back ({ warning, "H", {} });
    notices.push_back ({ warning, "I", {} });
    shown = noticesOfWhole (notices);
    REQUIRE (shown.first.size() == 7);
    CHECK (shown.first.back() == Notice { warning, "And 3 more, below.", {} });
    CHECK (shown.others
           == Notices { { warning, "I", {} }, { ignored, "A", {} }, { ignored, "B (2 times)", {} } });
}

} // namespace earmark::tests
