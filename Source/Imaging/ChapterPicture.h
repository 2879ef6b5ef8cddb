// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <string>
#include <string_view>

namespace earmark
{

/** The longest side of a chapter's picture: what players and hosts take without complaint. */
inline constexpr int maxPictureSide = 1400;

/** A JPEG, PNG or GIF made fit for a chapter: its middle square when `square`, scaled down to maxPictureSide, as JPEG. A JPEG that is
    fit already comes back as it is. Fails with Kind::malformed for what is no picture. Needs no display. */
Result<std::string> chapterPicture (std::string_view bytes, bool square);

} // namespace earmark
