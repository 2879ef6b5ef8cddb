// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Saying.h"

#include "Language/Translation.h"

namespace earmark
{

std::string saidWith (const std::string& done, const Notices& notices)
{
    if (notices.empty())
        return done;

    const auto first = trMade (notices.front().message);
    return notices.size() == 1 ? done + ' ' + first
                               : tr ("{} {} And {} more.", done, first, notices.size() - 1);
}

} // namespace earmark
