// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

extern "C"
{
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

#include <memory>

// FFmpeg's objects, each freed as it has to be.

namespace earmark::libav
{

struct Free
{
    void operator() (AVFormatContext* p) const { avformat_close_input (&p); }

    void operator() (AVCodecContext* p) const { avcodec_free_context (&p); }

    void operator() (AVPacket* p) const { av_packet_free (&p); }

    void operator() (AVFrame* p) const { av_frame_free (&p); }

    void operator() (SwrContext* p) const { swr_free (&p); }

    void operator() (AVCodecParameters* p) const { avcodec_parameters_free (&p); }

    void operator() (AVCodecParserContext* p) const { av_parser_close (p); }
};

template <class T>
using Handle = std::unique_ptr<T, Free>;

} // namespace earmark::libav
