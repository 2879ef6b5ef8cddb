// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Literals.h"

#include <catch2/catch_test_macros.hpp>

// What the window says as well names no options of the command line, which adds them itself.

namespace earmark::tests
{

namespace
{

using Names = std::vector<std::string>;

/** Of an option, such as "--shift", or of a verb. */
bool speaksCommandLine (std::string_view text)
{
    for (auto at = text.find ("--"); at != std::string_view::npos; at = text.find ("--", at + 1))
        if (at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z')
            return true;

    return text.contains ("`earmark");
}

bool isOfCommandLine (const std::string& path)
{
    return path.starts_with ("Cli/") || path.starts_with ("Plugin/App/");
}

} // namespace

TEST_CASE ("Options are told from other lines", "[language]")
{
    CHECK (speaksCommandLine ("or needs --shift."));
    CHECK (speaksCommandLine ("; `earmark formats` lists them"));
    CHECK_FALSE (speaksCommandLine ("<!-- 1:00 --> 2:00"));
    CHECK_FALSE (speaksCommandLine ("Earmark --"));
}

TEST_CASE ("No room but the command line speaks of its options", "[language]")
{
    Names wrong;

    for (const auto& [path, literals] : literalsOfSources())
        for (const auto& literal : literals)
            if (! isOfCommandLine (path) && speaksCommandLine (literal.text))
                wrong.push_back (path + ": " + literal.text);

    CHECK (wrong == Names());
}

TEST_CASE ("What the command line adds options to is said", "[language]")
{
    const auto sources = literalsOfSources();
    std::string said;
    std::size_t rows = 0;

    for (const auto& [path, literals] : sources)
        for (const auto& literal : literals)
            if (! isOfCommandLine (path))
                said += literal.text + '\n';

    for (const auto& literal : sources.at ("Cli/SentenceOptions.cpp"))
        if (! speaksCommandLine (literal.text) && readsLikeText (literal.text))
        {
            CAPTURE (literal.text);
            CHECK (said.contains (literal.text));
            ++rows;
        }

    CHECK (rows > 15);
}

} // namespace earmark::tests
