// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

// Options that take one of a few words.

namespace earmark::cli
{

/** A word that an option takes, and what CLI11 is to make the option's value of. */
struct Choice
{
    std::string word;
    std::string value;
};

/** Takes the words in any case, and refuses any other with a sentence that names those there are. For CLI::Option::transform(). */
CLI::Validator oneOf (std::vector<Choice>);

/** Of words that mean themselves. */
CLI::Validator oneOf (const std::vector<std::string>& words);

/** An option for one of the words, each of which stands for a value of an enumeration. */
template <class Enum>
CLI::Option* addChoice (CLI::App& app,
                        const std::string& name,
                        Enum& value,
                        const std::vector<std::pair<std::string, Enum>>& choices,
                        const std::string& help)
{
    std::vector<Choice> known;
    std::string type;

    for (const auto& [word, meaning] : choices)
    {
        known.push_back ({ word, std::to_string (std::to_underlying (meaning)) });
        type += (type.empty() ? "" : "|") + word;
    }

    return app.add_option (name, value, help)->transform (oneOf (std::move (known)))->type_name (type);
}

} // namespace earmark::cli
