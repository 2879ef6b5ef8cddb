// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

namespace earmark
{

/** What becomes of an end that met the next start before an edit. */
enum class MeetingEnds
{
    keepMeeting, ///< it follows that start
    asStated     ///< the edit was about ends: they are what it says
};

/** Brings stated ends in line with the starts that an edit has changed: none reaches into a chapter of the same or a higher
    level that it did not reach into before. Chapters are told apart by id; those with new ids are new. */
void settleEnds (const std::vector<Chapter>& before, std::vector<Chapter>& after, MeetingEnds);

/** The chapter that ends this one: the next that is no remark of the producer's and no part of it; null where there is none. */
const Chapter* followerOf (const std::vector<Chapter>&, std::size_t index);

} // namespace earmark
