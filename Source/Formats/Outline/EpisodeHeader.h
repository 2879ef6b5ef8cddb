// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/AssistantTalk.h"
#include "Formats/Outline/OutlineLine.h"

#include <span>

namespace earmark::outline
{

/** What the lines before the first chapter say of the episode. */
struct EpisodeHeader
{
    std::string show;
    std::string title;
    Speaker speaker = Speaker::anyone; ///< of the text as a whole
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

} // namespace earmark::outline
