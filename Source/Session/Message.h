// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

namespace earmark
{

/** A sentence for the user, shown at the foot of the window. */
struct Message
{
    enum class Grade
    {
        info,
        warning,
        error
    };

    Grade grade = Grade::info;
    std::string text;
    int number = 0; ///< counts them, so that the same one twice is seen

    bool operator== (const Message&) const = default;
};

} // namespace earmark
