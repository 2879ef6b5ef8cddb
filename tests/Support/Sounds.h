// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Waveform/AudioReader.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace earmark::tests
{

/** Samples of one rate, a vector for each channel. */
struct Sound
{
    int sampleRate = 44100;
    std::vector<std::vector<float>> channels;

    std::size_t length() const { return channels.empty() ? 0 : channels.front().size(); }
};

/** Quiet noise, the same for the same seed. */
Sound noise (
    double seconds, int sampleRate = 44100, int channels = 1, float level = 0.02f, std::uint64_t seed = 1);

/** Adds a click that codecs do not smear beyond knowing: 9 samples long, its highest at `at`. */
void addClick (Sound&, std::size_t at, float level = 0.8f);

/** 16-bit WAV. */
std::filesystem::path writeWav (const std::filesystem::path&, const Sound&);

/** Everything from the reader's position on, and checks that blocks follow one another. */
Sound readAll (AudioReader&);

/** The sample with the largest value in [begin, end). */
std::size_t loudestIn (const std::vector<float>&, std::size_t begin, std::size_t end);

} // namespace earmark::tests
