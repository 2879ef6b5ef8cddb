// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PicturesTaken.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace earmark
{

namespace
{

/** The cover's place and those of the chapters' pictures, always in one order. */
std::vector<std::optional<Image>*> placesIn (Outline& outline)
{
    std::vector<std::optional<Image>*> places { &outline.episode.cover };

    for (auto& chapter : outline.chapters)
        places.push_back (&chapter.image);

    return places;
}

/** Empty for a picture that is there itself. */
std::string addressIn (const std::optional<Image>& image)
{
    const auto* linked = image ? std::get_if<LinkedImage> (&*image) : nullptr;
    return linked != nullptr ? linked->url : std::string();
}

} // namespace

void PicturesTaken::putInto (Outline& outline, Notices& notices, const Take& take)
{
    std::vector<std::string> addresses;

    for (const auto* place : placesIn (outline))
        addresses.push_back (addressIn (*place));

    const auto isKnown = [&] (const std::string& address)
    { return address.empty() || byAddress.contains (address); };

    if (! std::ranges::all_of (addresses, isKnown))
    {
        said.clear();
        take (outline, said);
        const auto taken = placesIn (outline);

        for (std::size_t i = 0; i < taken.size(); ++i)
            if (! addresses[i].empty() && *taken[i])
                byAddress.insert_or_assign (addresses[i], **taken[i]);
    }

    const auto places = placesIn (outline);

    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto taken = byAddress.find (addresses[i]); taken != byAddress.end())
            *places[i] = taken->second;

    std::ranges::copy_if (said,
                          std::back_inserter (notices),
                          [&] (const Notice& n) { return ! isOnlyOfOthers (n, addresses); });
}

/** It names pictures, none of which are these. */
bool PicturesTaken::isOnlyOfOthers (const Notice& notice, const std::vector<std::string>& addresses) const
{
    const auto isNamed = [&] (const std::string& address)
    { return ! address.empty() && notice.message.contains ('\'' + address + '\''); };
    return std::ranges::any_of (byAddress | std::views::keys, isNamed)
           && std::ranges::none_of (addresses, isNamed);
}

} // namespace earmark
