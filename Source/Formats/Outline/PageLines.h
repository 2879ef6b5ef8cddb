// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/AssistantTalk.h"
#include "Formats/Outline/TitlePlaces.h"

#include <map>
#include <string>

namespace earmark::outline
{

/** What the page that an outline was copied from says of itself behind the last chapter's text: what made it, an offer, a button. Only lines
    that can hardly be the episode's, and none of the first paragraph of that text; by candidate, with a sentence that quotes the line and
    says why. The last chapter's text ends before the first of them, and at `endOfText`, one past its last candidate. */
using PageLines = std::map<std::size_t, std::string>;

PageLines findPageLines (const std::vector<Candidate>&,
                         const std::vector<Entry>&,
                         const TitlePlaces&,
                         std::size_t endOfText,
                         Speaker);

/** Adds the last lines of all that no chapter owns, from the candidate `begin` on, as far as they are an assistant's last words. */
void addLastWords (PageLines&, const std::vector<Candidate>&, const TitlePlaces&, std::size_t begin, Speaker);

} // namespace earmark::outline
