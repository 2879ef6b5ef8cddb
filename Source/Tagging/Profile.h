// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace earmark
{

/** What a write puts into a file, and for whose sake. The facts about players behind each are in docs/writing.md. */
struct Profile
{
    enum class Fields
    {
        timesAndTitles,
        all ///< that the container can hold
    };

    /** Of a tag that is new. One that is there stays what it is where that is possible: a v2.3 tag is never made v2.4. */
    enum class Id3Version
    {
        v23,
        v24
    };

    enum class Limits
    {
        ofPlayers,  ///< what the least able player can read
        ofContainer ///< what the format can hold, whoever reads it
    };

    std::string_view id = "safe";
    std::string_view promise = "nothing by which known players lose chapters: ID3v2.3, short Nero titles";
    Fields fields = Fields::all;
    Id3Version id3Version = Id3Version::v23;
    Limits limits = Limits::ofPlayers;
};

/** The first is the default. */
std::span<const Profile> profiles();

/** Null where there is none of that id. */
const Profile* findProfile (std::string_view id);

} // namespace earmark
