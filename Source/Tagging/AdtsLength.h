// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"
#include "Tagging/ByteSource.h"

namespace earmark
{

/** How long a stream of AAC frames with ADTS headers is. */
struct AdtsLength
{
    Duration walked;
    std::uint64_t frames = 0;
    std::uint64_t begin = 0; ///< of the first frame, in bytes
};

/** Walks the frames in [begin, end) of the source, past damage. A stream that hides SBR (HE-AAC) says half its sample rate and half
    its samples: its length is the same. Fails with Kind::unsupported when there are no two frames in a row. Reads the range once, front
    to back. Source: ISO 14496-3, 1.A.2.2. */
Result<AdtsLength> measureAdts (const ByteSource&, std::uint64_t begin, std::uint64_t end);

} // namespace earmark
