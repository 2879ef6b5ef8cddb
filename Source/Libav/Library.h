// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

extern "C"
{
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

// FFmpeg's libraries, opened when the first sound or picture is decoded. Linked in the usual way they bring a hundred and more others
// with them, which costs each start of the command line 60 ms, and Earmark would not start where FFmpeg is missing.

namespace earmark::libav
{

// clang-format off
#define EARMARK_LIBAVUTIL(F) \
    F (av_channel_layout_copy) F (av_channel_layout_default) F (av_channel_layout_uninit) \
    F (av_dict_free) F (av_dict_set) F (av_frame_alloc) F (av_frame_free) F (av_frame_get_side_data) \
    F (av_log_set_level) \
    F (av_rescale) F (av_rescale_q)
#define EARMARK_LIBAVCODEC(F) \
    F (av_get_audio_frame_duration2) F (av_packet_alloc) F (av_packet_free) F (av_packet_move_ref) F (av_packet_unref) \
    F (av_new_packet) \
    F (av_parser_close) F (av_parser_init) F (av_parser_parse2) \
    F (avcodec_alloc_context3) F (avcodec_descriptor_get) F (avcodec_find_decoder) F (avcodec_flush_buffers) \
    F (avcodec_free_context) F (avcodec_get_name) F (avcodec_open2) F (avcodec_parameters_alloc) \
    F (avcodec_parameters_copy) F (avcodec_parameters_free) F (avcodec_parameters_to_context) \
    F (avcodec_receive_frame) F (avcodec_send_packet)
#define EARMARK_LIBAVFORMAT(F) \
    F (av_find_best_stream) F (av_read_frame) F (av_seek_frame) F (avformat_close_input) \
    F (avformat_find_stream_info) F (avformat_open_input) F (avformat_seek_file)
#define EARMARK_LIBSWRESAMPLE(F) \
    F (swr_alloc_set_opts2) F (swr_convert) F (swr_free) F (swr_get_out_samples) F (swr_init)
#define EARMARK_LIBSWSCALE(F) \
    F (sws_freeContext) F (sws_getCoefficients) F (sws_getContext) F (sws_scale) F (sws_setColorspaceDetails)
// clang-format on

/** The functions of FFmpeg that Earmark calls, under their own names. */
struct Functions
{
#define EARMARK_MEMBER(name)                                                                                 \
    decltype (&::name) name = nullptr; // NOLINT(bugprone-macro-parentheses): it declares
    EARMARK_LIBAVUTIL (EARMARK_MEMBER)
    EARMARK_LIBAVCODEC (EARMARK_MEMBER)
    EARMARK_LIBAVFORMAT (EARMARK_MEMBER)
    EARMARK_LIBSWRESAMPLE (EARMARK_MEMBER)
    EARMARK_LIBSWSCALE (EARMARK_MEMBER)
#undef EARMARK_MEMBER
};

/** Opens the libraries of the versions that Earmark was built with, once. Any thread. Error::Kind::unsupported where they are
    not installed. */
Result<void> load();

/** To be called only after load() succeeded. */
const Functions& ffmpeg();

} // namespace earmark::libav
