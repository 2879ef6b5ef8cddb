// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Libav/PacketSource.h"

#include "Foundation/File.h"

#include <algorithm>
#include <string_view>
#include <system_error>

namespace earmark::libav
{

namespace
{

/** What Earmark reads. Left out on purpose: formats that name other files or addresses, and those of no podcast. */
constexpr auto formats = "wav,w64,aiff,flac,ogg,mp3,aac,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,caf";

Error errorFor (int code)
{
    if (code == AVERROR_INVALIDDATA || code == AVERROR_EOF || code == AVERROR (EINVAL))
        return { Error::Kind::malformed, "This is no audio file, or not one that Earmark can read.", {} };

    if (code == AVERROR_STREAM_NOT_FOUND)
        return { Error::Kind::empty, "There is no audio in this file.", {} };

    if (code == AVERROR_DECODER_NOT_FOUND || code == AVERROR_PATCHWELCOME)
        return { Error::Kind::unsupported, "There is no decoder for the audio in this file.", {} };

    return openError (std::error_code (AVUNERROR (code), std::generic_category()));
}

} // namespace

Result<PacketSource> PacketSource::open (const std::filesystem::path& path)
{
    if (auto loaded = load(); ! loaded)
        return std::unexpected (loaded.error());

    if (std::error_code code; std::filesystem::is_directory (path, code))
        return failure (Error::Kind::unreadable, "This is a folder.");

    PacketSource source;
    source.path = path;

    if (auto opened = source.openFile(); ! opened)
        return std::unexpected (opened.error());

    const auto& parameters = source.parameters();

    if (parameters.sample_rate <= 0)
        return failure (Error::Kind::malformed, "The file does not say how fast its audio is to be played.");

    // A tick longer than a sample cannot say where one is; and in Ogg FFmpeg gives times that are right in the long run, but
    // off by a block for packets that follow a seek.
    const auto tick = source.stream->time_base;

    if (std::int64_t (tick.num) * parameters.sample_rate > tick.den || source.isOgg())
        source.count.emplace (parameters, tick);

    return source;
}

Result<void> PacketSource::openFile()
{
    AVDictionary* options = nullptr;
    ffmpeg().av_dict_set (&options, "format_whitelist", formats, 0);
    ffmpeg().av_dict_set (&options, "protocol_whitelist", "file", 0);

    // "file:" keeps a name such as "http:x.mp3" a name.
    AVFormatContext* opened = nullptr;
    const auto failed =
        ffmpeg().avformat_open_input (&opened, ("file:" + toUtf8 (path)).c_str(), nullptr, &options);
    ffmpeg().av_dict_free (&options);

    if (failed < 0)
        return std::unexpected (errorFor (failed));

    file.reset (opened);

    const auto keepOnly = [&] (auto keeps)
    {
        for (unsigned int i = 0; i < opened->nb_streams; ++i)
            if (! keeps (i))
                opened->streams[i]->discard = AVDISCARD_ALL;
    };

    keepOnly ([&] (unsigned int i)
              { return opened->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO; });

    if (const auto code = ffmpeg().avformat_find_stream_info (opened, nullptr); code < 0)
        return std::unexpected (errorFor (code));

    const auto index = ffmpeg().av_find_best_stream (opened, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);

    if (index < 0)
        return std::unexpected (errorFor (index));

    keepOnly ([&] (unsigned int i) { return int (i) == index; });
    stream = opened->streams[index];
    return {};
}

std::int64_t PacketSource::statedDuration() const
{
    if (stream->duration != AV_NOPTS_VALUE && stream->duration > 0)
        return ffmpeg().av_rescale_q (stream->duration, stream->time_base, timeBase());

    if (file->duration != AV_NOPTS_VALUE && file->duration > 0)
        return ffmpeg().av_rescale_q (file->duration, AV_TIME_BASE_Q, timeBase());

    return 0;
}

int PacketSource::nextOfStream (AVPacket& packet)
{
    if (held)
    {
        ffmpeg().av_packet_move_ref (&packet, held.get());
        held.reset();
        return 0;
    }

    while (true)
    {
        const auto code = ffmpeg().av_read_frame (file.get(), &packet);

        if (code < 0)
            return code;

        if (packet.stream_index == stream->index)
        {
            if (! firstTime)
                firstTime = packet.pts == AV_NOPTS_VALUE ? 0 : packet.pts;

            return 0;
        }

        ffmpeg().av_packet_unref (&packet);
    }
}

int PacketSource::next (AVPacket& packet)
{
    const auto code = nextOfStream (packet);

    if (code >= 0 && count)
        count->stamp (packet);

    return code;
}

int PacketSource::seekToStart()
{
    held.reset();

    if (count)
        count->restart();

    // Seeking in Matroska leaves out packets before zero, where encoders put their delay; in Ogg the first page.
    if (count)
        return openFile() ? 0 : AVERROR (EIO);

    const auto first = firstTime.value_or (0);
    return ffmpeg().avformat_seek_file (file.get(), stream->index, INT64_MIN, first, first, 0);
}

/** Arrives at the packet of a known place, or fails. */
int PacketSource::goTo (SampleCount::Place place)
{
    const auto second = ffmpeg().av_rescale_q (1, AVRational { 1, 1 }, stream->time_base);
    Handle<AVPacket> packet (ffmpeg().av_packet_alloc());

    // Containers lead to the place, or a bit behind it; times in Ogg need some packets to become right.
    for (const auto before : { std::int64_t (0), second, 10 * second })
    {
        if (before == 0 && isOgg())
            continue;

        held.reset();

        if (ffmpeg().av_seek_frame (
                file.get(), stream->index, place.coarseTime - before, AVSEEK_FLAG_BACKWARD)
            < 0)
            continue;

        while (nextOfStream (*packet) >= 0)
        {
            if (packet->pts == place.coarseTime)
            {
                held = std::move (packet);
                count->continueAt (place);
                return 0;
            }

            const auto isBehind = packet->pts != AV_NOPTS_VALUE && packet->pts > place.coarseTime;
            ffmpeg().av_packet_unref (packet.get());

            if (isBehind)
                break;
        }
    }

    return seekToStart();
}

/** Counts the samples between the last known place and this one, once. */
int PacketSource::countUpTo (std::int64_t sample)
{
    if (const auto last = count->before (count->known()))
        if (const auto code = goTo (*last); code < 0)
            return code;

    Handle<AVPacket> packet (ffmpeg().av_packet_alloc());

    while (count->known() <= sample && next (*packet) >= 0)
        ffmpeg().av_packet_unref (packet.get());

    return 0;
}

int PacketSource::seek (std::int64_t time)
{
    held.reset();

    if (! count)
        return ffmpeg().av_seek_frame (file.get(), stream->index, time, AVSEEK_FLAG_BACKWARD);

    if (time >= count->known())
        if (const auto code = countUpTo (time); code < 0)
            return code;

    const auto place = count->before (time);
    return place ? goTo (*place) : seekToStart();
}

} // namespace earmark::libav
