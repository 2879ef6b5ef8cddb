// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/RateConverter.h"

#include "Libav/Handles.h"

#include <algorithm>
#include <vector>

namespace earmark
{

using libav::ffmpeg;

struct RateConverter::Engine
{
    libav::Handle<SwrContext> context; // null where the rates cannot be converted: then nothing is heard
    std::vector<std::vector<float>> planes;
    std::vector<const float*> pointers;

    Engine (int channels, int inputRate, int outputRate)
        : planes (std::size_t (channels)), pointers (std::size_t (channels))
    {
        AVChannelLayout layout {};
        ffmpeg().av_channel_layout_default (&layout, channels);
        SwrContext* made = nullptr;
        ffmpeg().swr_alloc_set_opts2 (&made,
                                      &layout,
                                      AV_SAMPLE_FMT_FLTP,
                                      outputRate,
                                      &layout,
                                      AV_SAMPLE_FMT_FLTP,
                                      inputRate,
                                      0,
                                      nullptr);
        context.reset (made);
        ffmpeg().av_channel_layout_uninit (&layout);

        if (made != nullptr && ffmpeg().swr_init (made) < 0)
            context.reset();
    }

    /** Puts what comes out behind what is there; null input empties the converter. */
    std::size_t append (std::size_t there, const float* const* input, std::size_t length)
    {
        // When it is emptied, it does not count what its filter still holds.
        const auto room = std::max (ffmpeg().swr_get_out_samples (context.get(), int (length)), 256);
        std::vector<std::uint8_t*> ends;

        for (auto& plane : planes)
        {
            plane.resize (std::max (plane.size(), there + std::size_t (room)));
            ends.push_back (reinterpret_cast<std::uint8_t*> (plane.data() + there));
        }

        const auto* const* bytes = reinterpret_cast<const std::uint8_t* const*> (input);
        const auto made = ffmpeg().swr_convert (
            context.get(), ends.data(), room, const_cast<const std::uint8_t**> (bytes), int (length));
        return std::size_t (std::max (made, 0));
    }
};

RateConverter::RateConverter (int channels, int inputRate, int outputRate)
    : engine (std::make_unique<Engine> (channels, inputRate, outputRate))
{}

RateConverter::~RateConverter() = default;

RateConverter::Planes
RateConverter::convert (std::span<const float* const> input, std::size_t length, bool isLast)
{
    if (engine->context == nullptr)
        return {};

    auto ready = length > 0 ? engine->append (0, input.data(), length) : 0;

    if (isLast)
        while (const auto rest = engine->append (ready, nullptr, 0))
            ready += rest;

    for (std::size_t c = 0; c < engine->planes.size(); ++c)
        engine->pointers[c] = engine->planes[c].data();

    return { ready, engine->pointers };
}

} // namespace earmark
