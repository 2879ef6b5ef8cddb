// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/RawTag.h"

namespace earmark::id3
{

/** The frames of a v2.2 tag as v2.3 has them, by the table in docs/id3.md: names get a fourth letter, pictures a MIME type, all
    else stays. Fails with Kind::unsupported for a frame that has no v2.3 form, and with Kind::malformed for a damaged picture. */
Result<std::vector<RawFrame>> fromVersion2 (const RawTag&);

} // namespace earmark::id3
