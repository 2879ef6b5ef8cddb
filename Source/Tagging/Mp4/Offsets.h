// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Mp4/Layout.h"

namespace earmark::mp4
{

/** Fails with Kind::malformed where samples lie partly in what moves together and partly elsewhere: they would be torn. Both are
    sorted. */
Result<void> checkThatSamplesStayWhole (const std::vector<Extent>& samples, const std::vector<Move>&);

/** Sets the chunk offsets of one track to where the bytes of the original's go; 64 bits wide where they were, or where `wide`
    asks for it. The moves are sorted. */
Result<void> setOffsets (Atom& trak, const Atom& original, const std::vector<Move>&, bool wide);

} // namespace earmark::mp4
