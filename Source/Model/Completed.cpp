// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Completed.h"

namespace earmark
{

Episode completed (Episode episode, const Episode& otherwise)
{
    for (const auto part : { &Episode::show,
                             &Episode::title,
                             &Episode::number,
                             &Episode::date,
                             &Episode::author,
                             &Episode::description })
        if ((episode.*part).empty())
            episode.*part = otherwise.*part;

    if (! episode.cover)
        episode.cover = otherwise.cover;

    return episode;
}

} // namespace earmark
