// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Choices.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

/** "fit, square or keep" */
std::string listed (const std::vector<Choice>& choices)
{
    std::string text;

    for (std::size_t i = 0; i < choices.size(); ++i)
        text += (i == 0 ? "" : i + 1 < choices.size() ? ", " : " or ") + choices[i].word;

    return text;
}

} // namespace

CLI::Validator oneOf (std::vector<Choice> choices)
{
    return { [known = std::move (choices)] (std::string& text) -> std::string
             {
                 const auto found = std::ranges::find_if (
                     known, [&] (const Choice& choice) { return equalsIgnoringCase (choice.word, text); });

                 if (found == known.end())
                     return std::format ("It takes {}, not '{}'.", listed (known), text);

                 text = found->value;
                 return {};
             },
             {} };
}

CLI::Validator oneOf (const std::vector<std::string>& words)
{
    std::vector<Choice> choices;

    for (const auto& word : words)
        choices.push_back ({ word, word });

    return oneOf (std::move (choices));
}

} // namespace earmark::cli
