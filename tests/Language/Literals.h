// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace earmark::tests
{

/** A string literal of a source file, as the compiler would have it: neighbours are one, escapes are read. */
struct Literal
{
    std::string text;
    std::string callee; ///< the name before the innermost open parenthesis: "tr" in `tr ("Save")`
    int line = 0;

    bool operator== (const Literal&) const = default;
};

/** Of C++ as this project writes it; comments, characters and includes are none. */
std::vector<Literal> literalsIn (std::string_view source);

/** Those of all rooms but Language, by path below Source/, with forward slashes. */
std::map<std::string, std::vector<Literal>> literalsOfSources();

/** Something that is read by people, not by programs: it begins like a sentence, or is of several words. */
bool readsLikeText (std::string_view);

} // namespace earmark::tests
