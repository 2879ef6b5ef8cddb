// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Libav/SampleCount.h"

#include <algorithm>
#include <cstdlib>

namespace earmark::libav
{

namespace
{

constexpr std::int64_t secondsBetweenPlaces = 4; // 20 hours are 18,000 places

} // namespace

SampleCount::SampleCount (const AVCodecParameters& p, AVRational timeBase)
    : parameters (ffmpeg().avcodec_parameters_alloc()), coarse (timeBase)
{
    ffmpeg().avcodec_parameters_copy (parameters.get(), &p);
    const auto* codec = ffmpeg().avcodec_find_decoder (p.codec_id);
    context.reset (ffmpeg().avcodec_alloc_context3 (codec));
    ffmpeg().avcodec_parameters_to_context (context.get(), &p);
    parser.reset (ffmpeg().av_parser_init (p.codec_id)); // not all have one, nor need one

    if (parser)
        parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
}

std::int64_t SampleCount::samplesIn (const AVPacket& packet)
{
    if (parser && context)
    {
        std::uint8_t* data = nullptr;
        int size = 0;
        parser->duration = 0;
        ffmpeg().av_parser_parse2 (parser.get(),
                                   context.get(),
                                   &data,
                                   &size,
                                   packet.data,
                                   packet.size,
                                   AV_NOPTS_VALUE,
                                   AV_NOPTS_VALUE,
                                   packet.pos);

        if (parser->duration > 0)
        {
            // Opus counts in 48 kHz, which is what it is decoded to as well.
            return parser->duration;
        }
    }

    // Frames of a fixed length, and PCM.
    return std::max (0, ffmpeg().av_get_audio_frame_duration2 (parameters.get(), packet.size));
}

std::int64_t SampleCount::fromCoarse (std::int64_t time) const
{
    return ffmpeg().av_rescale_q (time, coarse, AVRational { 1, parameters->sample_rate });
}

void SampleCount::stamp (AVPacket& packet)
{
    const auto coarseTime = packet.pts;
    auto samples = samplesIn (packet); // also where it is known, since the parser needs to see every packet

    if (arrived)
    {
        current = arrived->sample;
        samples = arrived->length;
        arrived.reset();
    }
    else if (coarseTime != AV_NOPTS_VALUE)
    {
        const auto stated = fromCoarse (coarseTime);
        const auto tolerance = fromCoarse (2) + parameters->sample_rate / 10;

        // A jump in the file's own times is a real one: something is missing there.
        if (! begun || std::abs (stated - current) > tolerance)
            current = stated;
    }

    begun = true;

    const auto isFar = [&]
    {
        return current >= knownEnd
               && current - places.back().sample >= secondsBetweenPlaces * parameters->sample_rate;
    };

    if (coarseTime != AV_NOPTS_VALUE && (places.empty() || isFar()))
        places.push_back ({ coarseTime, current, samples });

    packet.pts = packet.dts = current;
    packet.duration = samples;
    current += samples;
    knownEnd = std::max (knownEnd, current);
}

std::optional<SampleCount::Place> SampleCount::before (std::int64_t sample) const
{
    const auto after = std::ranges::upper_bound (places, sample, {}, &Place::sample);
    return after == places.begin() ? std::nullopt : std::optional (*(after - 1));
}

void SampleCount::continueAt (Place place)
{
    arrived = place;
    begun = true;
}

void SampleCount::restart()
{
    arrived.reset();
    begun = false;

    if (! places.empty())
        continueAt (places.front());
}

} // namespace earmark::libav
