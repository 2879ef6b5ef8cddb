// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace earmark::outline
{

// What the words of an episode's first line tell of show and title.

/** A show and an episode title that a page put side by side without a separator: "All-In PodcastSocialists Sweep". Split
    where a lower-case letter, digit or closing mark is followed directly by an upper-case one, best behind a word that
    ends the name of a show or in front of an episode's number. */
struct GluedTitle
{
    std::string show;
    std::string title;
    bool isCertain = false; ///< false: only a guess
};

std::optional<GluedTitle> splitGluedTitle (std::string_view);

/** "Show | Title", "Title - Show": split at the only strong separator when one side names a show, or the right one begins
    with the episode's number. */
std::optional<GluedTitle> splitAtSeparator (std::string_view);

/** Bytes. */
constexpr std::size_t longestShow = 60;

/** Whether it holds a word that ends the names of shows, "Radio". */
bool hasShowWord (std::string_view);

/** What stands before a bare number may be either: the names of shows have few words, and titles say more. */
bool isLikelyShow (std::string_view);

/** "the end. The next", but neither "Dr. Quist" nor "Part 3. Fog" nor "tide vs. ferry". */
bool hasTwoSentences (std::string_view);

} // namespace earmark::outline
