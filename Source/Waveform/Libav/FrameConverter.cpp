// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Libav/FrameConverter.h"

#include "Waveform/Finite.h"

#include <algorithm>

namespace earmark::libav
{

FrameConverter::FrameConverter (int rate, int numChannels)
    : sampleRate (rate), channels (numChannels), buffers (std::size_t (numChannels)),
      pointers (std::size_t (numChannels))
{}

bool FrameConverter::prepareFor (const AVFrame& frame)
{
    if (resampler && frame.format == inputFormat && frame.sample_rate == inputRate
        && frame.ch_layout.nb_channels == inputChannels)
        return true;

    AVChannelLayout output {};
    ffmpeg().av_channel_layout_default (&output, channels);
    AVChannelLayout input {};

    // An unknown order of channels cannot be mixed, a usual one of as many can.
    if (frame.ch_layout.nb_channels == channels)
        ffmpeg().av_channel_layout_default (&input, channels);
    else
        ffmpeg().av_channel_layout_copy (&input, &frame.ch_layout);

    SwrContext* made = nullptr;
    const auto code = ffmpeg().swr_alloc_set_opts2 (&made,
                                                    &output,
                                                    AV_SAMPLE_FMT_FLTP,
                                                    sampleRate,
                                                    &input,
                                                    AVSampleFormat (frame.format),
                                                    frame.sample_rate,
                                                    0,
                                                    nullptr);
    resampler.reset (made);
    ffmpeg().av_channel_layout_uninit (&input);

    if (code < 0 || ffmpeg().swr_init (made) < 0)
    {
        resampler.reset();
        return false;
    }

    inputFormat = frame.format;
    inputRate = frame.sample_rate;
    inputChannels = frame.ch_layout.nb_channels;
    return true;
}

FrameConverter::Samples FrameConverter::convert (const AVFrame& frame)
{
    const auto asTheyAre = frame.sample_rate == sampleRate && frame.ch_layout.nb_channels == channels;

    if (asTheyAre && frame.format == AV_SAMPLE_FMT_FLTP)
    {
        for (std::size_t c = 0; c < pointers.size(); ++c)
            pointers[c] = reinterpret_cast<const float*> (frame.extended_data[c]);

        return finite (std::size_t (frame.nb_samples));
    }

    if (frame.nb_samples <= 0 || ! prepareFor (frame))
        return {};

    const auto room =
        asTheyAre ? frame.nb_samples : ffmpeg().swr_get_out_samples (resampler.get(), frame.nb_samples);
    std::vector<std::uint8_t*> planes;

    for (std::size_t c = 0; c < buffers.size(); ++c)
    {
        buffers[c].resize (std::max (buffers[c].size(), std::size_t (std::max (room, 0))));
        pointers[c] = buffers[c].data();
        planes.push_back (reinterpret_cast<std::uint8_t*> (buffers[c].data()));
    }

    const auto converted = ffmpeg().swr_convert (resampler.get(),
                                                 planes.data(),
                                                 room,
                                                 const_cast<const std::uint8_t**> (frame.extended_data),
                                                 frame.nb_samples);
    return finite (std::size_t (std::max (converted, 0)));
}

/** What the pointers point at; a copy of it where something is to be mended. */
FrameConverter::Samples FrameConverter::finite (std::size_t length)
{
    for (std::size_t c = 0; c < pointers.size(); ++c)
        if (! areFinite ({ pointers[c], length }))
        {
            std::vector<float> mended (pointers[c], pointers[c] + length);
            zeroWhatIsNotFinite (mended);
            buffers[c] = std::move (mended);
            pointers[c] = buffers[c].data();
        }

    return { length, pointers };
}

} // namespace earmark::libav
