// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Profile.h"

#include <algorithm>
#include <array>

namespace earmark
{

namespace
{

constexpr std::array<Profile, 4> table {
    Profile {},
    Profile { .id = "id3v2.4",
              .promise = "as safe, but new and v2.4 ID3 tags are v2.4, in which some players lose chapters",
              .id3Version = Profile::Id3Version::v24 },
    Profile { .id = "maximum",
              .promise = "all that the file can hold, whatever players do with it",
              .limits = Profile::Limits::ofContainer },
    Profile {
        .id = "minimal", .promise = "titles and times only", .fields = Profile::Fields::timesAndTitles },
};

} // namespace

std::span<const Profile> profiles()
{
    return table;
}

const Profile* findProfile (std::string_view id)
{
    const auto found = std::ranges::find (table, id, &Profile::id);
    return found == table.end() ? nullptr : &*found;
}

} // namespace earmark
