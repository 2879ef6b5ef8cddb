// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Libav/Handles.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace earmark::libav
{

/** Gives packets exact times where the file has only coarse ones: by adding up the samples that each one holds, and by
    remembering one place in every few seconds. */
class SampleCount
{
public:
    SampleCount (const AVCodecParameters& p, AVRational timeBase); ///< the coarse one

    struct Place
    {
        std::int64_t coarseTime; ///< of a packet
        std::int64_t sample;     ///< its first
        std::int64_t length;     ///< in samples; of Vorbis a packet's length depends on the one before
    };

    /** Replaces the packet's time, which is in coarse units, and its duration. */
    void stamp (AVPacket&);

    /** The last known place at or before the sample, none before the first packet was stamped. */
    std::optional<Place> before (std::int64_t sample) const;

    /** Where stamping has come to without a break from the start. */
    std::int64_t known() const { return places.empty() ? 0 : knownEnd; }

    /** The next packet to stamp is the one at this place. */
    void continueAt (Place);

    /** The next packet to stamp is the file's first. */
    void restart();

private:
    Handle<AVCodecParameters> parameters;
    AVRational coarse;
    Handle<AVCodecContext> context;
    Handle<AVCodecParserContext> parser;
    std::vector<Place> places;
    std::int64_t current = 0;
    std::int64_t knownEnd = 0;
    std::optional<Place> arrived; ///< whose packet is the next
    bool begun = false;

    std::int64_t samplesIn (const AVPacket&);
    std::int64_t fromCoarse (std::int64_t) const;
};

} // namespace earmark::libav
