// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

namespace earmark
{

/** What is said of a document as a whole; what is noticed of its lines stands at them. */
struct NoticesOfWhole
{
    Notices first;  ///< as many as leave the choices in sight, then how many more there are
    Notices others; ///< those

    bool operator== (const NoticesOfWhole&) const = default;
};

/** Equal ones are one that says how often, wherever they are; warnings come first. */
NoticesOfWhole noticesOfWhole (const Notices&);

} // namespace earmark
