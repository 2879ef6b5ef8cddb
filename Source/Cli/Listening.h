// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Candidate.h"
#include "Model/Outline.h"
#include "Waveform/AudioReader.h"

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

namespace earmark::cli
{

/** Hears a file around chapters. A long list is looked at in some places of the file at once, since each chapter's sound is decoded and
    measured by itself; into how many parts it goes depends on its length alone, so that every machine finds the same. */
class Listener
{
public:
    static Result<Listener> open (const std::filesystem::path&);

    /** The first of the file's readers. */
    AudioReader& reader() const { return *readers.front(); }

    /** As candidatesFor(). */
    Result<std::vector<std::vector<Candidate>>> candidatesFor (const Outline&);

    /** What all readers have found damaged so far. */
    Notices notices() const;

private:
    /** More would not pay: in Ogg and Matroska every reader has to count the packets up to its first place. */
    static constexpr std::size_t mostParts = 4;

    std::filesystem::path path;
    std::array<std::unique_ptr<AudioReader>, mostParts>
        readers; ///< but for the first, opened when there is work for them

    Result<std::vector<std::vector<Candidate>>> listen (std::size_t part, const Outline&);
};

} // namespace earmark::cli
