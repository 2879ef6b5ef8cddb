// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <string>
#include <vector>

// What listeners' players make of a file.

namespace earmark
{

/** A chapter as a player lists it. */
struct ShownRow
{
    Position start;
    std::string title; ///< empty: the player could not read it, or there is none
    bool hasLink = false, hasPicture = false, isListed = true;

    bool operator== (const ShownRow&) const = default;
};

/** A player's list of a file. */
struct PlayerList
{
    /** What the player does with files of that kind. */
    enum class Kind
    {
        read,
        ignored, ///< it looks for no chapters in them, or for others than the file has
        unknown
    };

    std::string name;
    std::string basis;  ///< how that is known: "by its source"
    std::string from;   ///< the file of its code, or the page
    std::string remark; ///< why there are no chapters, or not all; may be empty
    std::vector<ShownRow> rows;
    Kind kind = Kind::read;

    bool operator== (const PlayerList&) const = default;
};

/** One file, as every player shows it. */
struct PlayersPage
{
    std::string path;              ///< of the target that is looked at
    bool isAfterWrite = false;     ///< as it will be, once it is written
    std::vector<PlayerList> lists; ///< in the order of the table of players; empty while they are not known
    std::size_t chosen = 0;        ///< whose list is shown in full
    std::string problem;           ///< why there are none
};

/** A player that would list chapters of such a file, and lists none of these. */
struct PlayerLost
{
    std::string name, why;

    bool operator== (const PlayerLost&) const = default;
};

/** How many of the players show no chapters of a file at all. */
struct PlayersReached
{
    std::size_t all = 0, silent = 0; ///< of those of which it is known
    std::vector<PlayerLost> lost {}; ///< of the silent ones
    std::size_t unknown = 0;

    bool operator== (const PlayersReached&) const = default;
};

PlayersReached reachedBy (const std::vector<PlayerList>&);

/** "16 chapters", "16 chapters, 2 not listed", "no chapters", "not known". */
std::string summaryOf (const PlayerList&);

} // namespace earmark
