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
    std::string name;
    std::string basis;  ///< how that is known: "by its source"
    std::string from;   ///< the file of its code, or the page
    std::string remark; ///< why there are no chapters, or not all; may be empty
    std::vector<ShownRow> rows;

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

/** How many of the players that are known show no chapters of a file at all. */
struct PlayersReached
{
    std::size_t all = 0, silent = 0;

    bool operator== (const PlayersReached&) const = default;
};

PlayersReached reachedBy (const std::vector<PlayerList>&);

/** "16 chapters", "16 chapters, 2 not listed", "no chapters". */
std::string summaryOf (const PlayerList&);

} // namespace earmark
