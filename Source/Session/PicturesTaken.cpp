// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PicturesTaken.h"

#include <algorithm>
#include <vector>

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
    const auto places = placesIn (outline);
    std::vector<std::string> addresses;

    for (const auto* place : places)
        addresses.push_back (addressIn (*place));

    const auto isKnown = [&] (const std::string& address)
    { return address.empty() || byAddress.contains (address); };

    if (! std::ranges::all_of (addresses, isKnown))
    {
        said.clear();
        take (outline, said);

        for (std::size_t i = 0; i < places.size(); ++i)
            if (! addresses[i].empty() && *places[i])
                byAddress.insert_or_assign (addresses[i], **places[i]);
    }

    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto taken = byAddress.find (addresses[i]); taken != byAddress.end())
            *places[i] = taken->second;

    notices.append_range (said);
}

} // namespace earmark
