// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Libav/Handles.h"
#include "Waveform/Libav/SampleCount.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace earmark::libav
{

/** The packets of a file's audio stream, each with a time that is exact to the sample. */
class PacketSource
{
public:
    static Result<PacketSource> open (const std::filesystem::path&);

    const AVCodecParameters& parameters() const { return *stream->codecpar; }

    const AVInputFormat& format() const { return *file->iformat; }

    /** Of packets' times. */
    AVRational timeBase() const
    {
        return count ? AVRational { 1, parameters().sample_rate } : stream->time_base;
    }

    /** In timeBase(), 0 where the file does not say. */
    std::int64_t statedDuration() const;

    /** Whether that is only the file's size divided by its bit rate. */
    bool durationIsGuessed() const { return file->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE; }

    /** 0, AVERROR_EOF, or another error. */
    int next (AVPacket&);

    /** So that packets follow from one near `time` (in timeBase()) on; mostly at or before it, but containers are not to be
        relied on. */
    int seek (std::int64_t time);

    /** So that the file's first packet follows. */
    int seekToStart();

private:
    Handle<AVFormatContext> file;
    AVStream* stream = nullptr;
    std::filesystem::path path;
    std::optional<std::int64_t> firstTime; ///< of the first packet, in the stream's time base
    Handle<AVPacket> held;                 ///< the next packet, where a seek had to look at it

    /** Where the file's own times are not exact, as Matroska's milliseconds. */
    std::optional<SampleCount> count;

    Result<void> openFile();

    bool isOgg() const { return std::string_view (format().name) == "ogg"; }

    int nextOfStream (AVPacket&);
    int countUpTo (std::int64_t sample);
    int goTo (SampleCount::Place);
};

} // namespace earmark::libav
