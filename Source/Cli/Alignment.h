// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Listening.h"
#include "Cli/Report.h"
#include "Model/Candidate.h"
#include "Waveform/AudioReader.h"

namespace earmark::cli
{

/** What the file claims. */
inline Duration lengthOf (const AudioInfo& info)
{
    return Duration::fromSamples (info.statedLength, info.sampleRate);
}

/** How chapters lie against the sound. */
struct Alignment
{
    AudioInfo audio;
    std::vector<std::vector<Candidate>> candidates; ///< for each chapter
    std::string
        cut; ///< where the sound says that the audio and the outline part; empty where they do not, or it is not clear
    Notices notices; ///< of the audio

    Duration length() const { return lengthOf (audio); }
};

Result<Alignment> align (Listener&, const Outline&);

/** The chapters with their candidates. */
Json toJson (const Alignment&, const Outline&);
std::string table (const Alignment&, const Outline&);

} // namespace earmark::cli
