// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Waveform/AudioReader.h"
#include "Waveform/Damage.h"
#include "Waveform/Libav/FrameConverter.h"
#include "Waveform/Libav/PacketSource.h"

namespace earmark::libav
{

class LibavReader : public AudioReader
{
public:
    static Result<std::unique_ptr<AudioReader>> open (const std::filesystem::path&);

    const AudioInfo& info() const override { return about; }

    std::optional<AudioBlock> next() override;
    Result<void> seek (std::int64_t sample) override;
    Notices notices() const override;

private:
    PacketSource source;
    Handle<AVCodecContext> decoder;
    Handle<AVPacket> packet;
    Handle<AVFrame> frame;
    std::optional<FrameConverter> converter;
    AudioInfo about;
    Damage damage;

    std::int64_t zero = 0;                 ///< the time of sample 0, in the source's time base
    std::int64_t cursor = 0;               ///< the next decoded sample's position
    std::int64_t target = 0;               ///< what comes before it is decoded, but not given out
    std::int64_t gap = 0;                  ///< samples of silence before the frame that waits
    std::int64_t overlap = 0;              ///< samples of that frame that were heard already, by the file
    std::optional<std::int64_t> statedEnd; ///< of the frame before, by the file, in the source's time base
    bool anchored = false;                 ///< whether the cursor is known
    bool atStart = true;                   ///< whether the next frame is the file's first
    bool waiting = false;                  ///< whether a frame is decoded and not given out
    bool drained = false;
    std::vector<const float*> pointers;

    explicit LibavReader (PacketSource&&);

    Result<void> start();
    bool decode();
    bool feed();
    void place();
    bool goTo (std::int64_t sample);
    bool arriveBefore (std::int64_t sample);
    std::optional<AudioBlock> silence();
    std::int64_t statedPosition (std::int64_t time) const;
};

} // namespace earmark::libav
