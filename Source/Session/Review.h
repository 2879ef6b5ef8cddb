// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** The review: one chapter after another is heard around its marker, put right and accepted. A value. */
struct Review
{
    bool active = false;
    ChapterId current = ChapterId::none;

    /** Where each accepted chapter was when it was accepted. One that has moved since is not accepted any more. */
    std::map<ChapterId, Position> accepted;

    Duration preRoll = Duration::fromSeconds (2), postRoll = Duration::fromSeconds (2);

    bool operator== (const Review&) const = default;

    bool isAccepted (const Chapter& c) const
    {
        const auto found = accepted.find (c.id);
        return found != accepted.end() && found->second == c.start;
    }
};

/** What is heard on either side of a marker: from nothing to `mostRoll`; a little at least behind it. */
inline constexpr auto mostRoll = Duration::fromSeconds (30), leastPostRoll = Duration::fromMilliseconds (100);

Review withRolls (Review, Duration before, Duration after);

/** For settings: "2000 2500", in milliseconds. */
std::string rollsOf (const Review&);

/** As they are where the text is damaged. */
Review withRolls (Review, const std::string& text);

struct ReviewProgress
{
    std::size_t accepted = 0, total = 0;

    bool operator== (const ReviewProgress&) const = default;
};

ReviewProgress progressOf (const Review&, const std::vector<Chapter>&);

/** The first one not yet accepted from `from` on, then from the beginning; none when all are. */
ChapterId nextToReview (const Review&, const std::vector<Chapter>&, ChapterId from);

/** Begins, or goes on where it was left: at the first chapter that is not accepted. */
Review begun (Review, const std::vector<Chapter>&);

/** The current chapter is right where it is; goes on to the next that is not accepted, and ends after the last. */
Review accepted (Review, const std::vector<Chapter>&);

/** Goes on at the chapter in focus where its own is no more, else at the next that is not accepted; ends where there are none. */
Review continued (Review, const std::vector<Chapter>&, ChapterId focus);

/** That a chapter was accepted, as the history keeps it. */
struct Acceptance
{
    ChapterId id;
    std::optional<Position> before; ///< where it was accepted until then
    Position at;
};

/** Takes it back, or accepts again, and goes there. */
Review undone (Review, const Acceptance&);
Review redone (Review, const Acceptance&);

/** To a neighbour, accepted or not. */
Review stepped (Review, const std::vector<Chapter>&, int steps);

/** What is kept between sessions: a line for each accepted chapter, its start in nanoseconds and its title. Ids are not the same
    after a document is read again. */
std::string toText (const Review&, const std::vector<Chapter>&);

/** Accepts the chapters that such a text names, where they still are. Damaged lines are left out. */
Review resumed (Review, const std::vector<Chapter>&, const std::string& text);

} // namespace earmark
