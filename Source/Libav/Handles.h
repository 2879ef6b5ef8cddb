// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Libav/Library.h"

#include <memory>

// FFmpeg's objects, each freed as it has to be.

namespace earmark::libav
{

struct Free
{
    void operator() (AVFormatContext* p) const { ffmpeg().avformat_close_input (&p); }

    void operator() (AVCodecContext* p) const { ffmpeg().avcodec_free_context (&p); }

    void operator() (AVPacket* p) const { ffmpeg().av_packet_free (&p); }

    void operator() (AVFrame* p) const { ffmpeg().av_frame_free (&p); }

    void operator() (SwrContext* p) const { ffmpeg().swr_free (&p); }

    void operator() (SwsContext* p) const { ffmpeg().sws_freeContext (p); }

    void operator() (AVCodecParameters* p) const { ffmpeg().avcodec_parameters_free (&p); }

    void operator() (AVCodecParserContext* p) const { ffmpeg().av_parser_close (p); }
};

template <class T>
using Handle = std::unique_ptr<T, Free>;

} // namespace earmark::libav
