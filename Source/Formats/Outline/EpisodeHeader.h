// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/OutlineLine.h"

#include <optional>
#include <span>

namespace earmark::outline
{

/** What the lines before the first chapter say of the episode. */
struct EpisodeHeader
{
    std::string show;
    std::string title;
    Notices notices;
    std::vector<Question> questions;

    /** Those of the given lines that title and show stand in. */
    std::vector<const Line*> titles;

    /** Those of the given lines that are neither title, show nor the heading of the list: the description. */
    std::vector<const Line*> rest;
};

/** Whether a first line without a Markdown heading may be taken for the episode's title. */
enum class TitleLine
{
    likely,      ///< the text is an outline, whose first line is its title
    onlyIfAlone, ///< a description with a list in it: only a single line before the list is a title
};

EpisodeHeader readHeader (std::span<const Line* const>, TitleLine, const ReadOptions&);

/** A show and an episode title that a page put side by side without a separator: "All-In PodcastSocialists Sweep". Split
    where a lower-case letter, digit or closing mark is followed directly by an upper-case one, best behind a word that
    ends the name of a show or in front of an episode's number. */
struct GluedTitle
{
    std::string show;
    std::string title;
    bool isCertain = false; ///< false: only a guess
};

std::optional<GluedTitle> splitGluedTitle (std::string_view line);

} // namespace earmark::outline
