// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Audio files as samples. A "sample" here is one moment of all channels; sample 0 is the first that a player lets you hear:
// what an encoder put in front of it, and what an edit list cuts, is not counted.

namespace earmark
{

struct AudioInfo
{
    std::string codec;     ///< "mp3", "aac", "pcm_s16le": FFmpeg's names, or the system's
    std::string container; ///< "mp3", "mp4", "wav"
    int sampleRate = 0;    ///< as decoded, above 0, up to highestSampleRate
    int channels = 0;      ///< 1 or more

    /** In samples. What the file claims: right for most, a guess for MP3 and AAC streams without a header that says it.
        Reading to the end gives the truth. */
    std::int64_t statedLength = 0;

    bool operator== (const AudioInfo&) const = default;
};

/** Twice what any converter reaches. A file that claims more is damaged, and would ask for memory without end. */
inline constexpr int highestSampleRate = 1'536'000;

/** A view of decoded samples, valid until the next call of the reader that gave it. Values are finite, and mostly within -1 to 1;
    lossy formats exceed it. */
struct AudioBlock
{
    std::int64_t position = 0;              ///< of its first sample
    std::size_t length = 0;                 ///< in samples, above 0
    std::span<const float* const> channels; ///< as many as AudioInfo says
};

/** One open audio file. Used by one thread at a time; several readers of one file do not know of each other. Memory does not
    grow with the length of the file. */
class AudioReader
{
public:
    virtual ~AudioReader() = default;

    virtual const AudioInfo& info() const = 0;

    /** Blocks follow one another without gap or overlap. nullopt at the end, and for good after an error of the disk, which
        is then among the notices. Where the file is damaged there is silence, so that what follows keeps its place. */
    virtual std::optional<AudioBlock> next() = 0;

    /** The next block begins exactly at this sample, with the same values as in reading from the start; beyond the end there
        is none. Fails with Kind::unreadable where the file cannot be positioned. */
    virtual Result<void> seek (std::int64_t sample) = 0;

    /** What was damaged or missing in what has been read so far. */
    virtual Notices notices() const = 0;
};

/** Opens WAV, AIFF, FLAC, Ogg Vorbis, Opus, MP3, AAC, M4A/M4B and Matroska, by content and not by name. Never follows a
    reference out of the file. Kinds: notFound, unreadable, malformed, unsupported, empty (no audio in it). */
Result<std::unique_ptr<AudioReader>> openAudio (const std::filesystem::path&);

/** Opens the same file once more, for each thread of work on it. */
using AudioOpener = std::function<Result<std::unique_ptr<AudioReader>>()>;

/** The sample nearest to a time, and the time of a sample to the nearest nanosecond: each undoes the other. */
std::int64_t sampleAt (Position, int sampleRate);
Position positionOf (std::int64_t sample, int sampleRate);

} // namespace earmark
