// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/RawTag.h"

namespace earmark::id3
{

/** The frames of a v2.4 or v2.2 tag as v2.3 has them, by the tables in docs/id3.md: values stay, only what v2.3 forbids changes (sizes,
    flags, the encodings UTF-8 and UTF-16BE, several values in one text, dates). v2.3 frames come back as they are.

    Fails with Kind::unsupported for a frame that has no v2.3 form. */
Result<std::vector<RawFrame>> toVersion3 (const RawTag&);

} // namespace earmark::id3
