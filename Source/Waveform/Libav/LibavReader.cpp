// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Libav/LibavReader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace earmark
{

Result<std::unique_ptr<AudioReader>> openAudio (const std::filesystem::path& path)
{
    return libav::LibavReader::open (path);
}

} // namespace earmark

namespace earmark::libav
{

namespace
{

/** Decoders of lossy formats need what came before: overlapping windows, MP3's bit reservoir of up to 511 bytes, the
    band replication of HE-AAC. Three quarters of a second are more than any of them looks back. */
constexpr std::int64_t warmUpMilliseconds = 750;

/** Going forward by less than this is done by decoding on. */
constexpr std::int64_t nearbyMilliseconds = 1000;

/** Times that are rounded to a tick of a sample or so; an honest gap is at least a packet. */
constexpr std::int64_t toleratedDrift = 16;

/** What an empty edit may put in front of the audio of an MP4; more is the clock of a stream that was cut out of a longer
    one, and no player waits for that. */
constexpr std::int64_t maxLeadSeconds = 10;

/** The longest gap that is filled: a damaged time could ask for centuries. */
constexpr std::int64_t maxGapSeconds = 600;

bool isLossy (AVCodecID id)
{
    const auto* about = ffmpeg().avcodec_descriptor_get (id);
    return about == nullptr || (about->props & AV_CODEC_PROP_LOSSLESS) == 0;
}

std::string shortName (const AVInputFormat& format)
{
    const std::string_view name (format.name);

    if (name.starts_with ("mov,"))
        return "mp4";

    return std::string (name.substr (0, name.find (',')));
}

} // namespace

LibavReader::LibavReader (PacketSource&& s)
    : source (std::move (s)), packet (ffmpeg().av_packet_alloc()), frame (ffmpeg().av_frame_alloc())
{}

Result<std::unique_ptr<AudioReader>> LibavReader::open (const std::filesystem::path& path)
{
    auto source = PacketSource::open (path);

    if (! source)
        return std::unexpected (source.error());

    std::unique_ptr<LibavReader> reader (new LibavReader (std::move (*source)));

    if (auto started = reader->start(); ! started)
        return std::unexpected (started.error());

    return reader;
}

Result<void> LibavReader::start()
{
    const auto& parameters = source.parameters();
    const auto* codec = ffmpeg().avcodec_find_decoder (parameters.codec_id);

    if (codec == nullptr)
        return failure (Error::Kind::unsupported, "There is no decoder for the audio in this file.");

    decoder.reset (ffmpeg().avcodec_alloc_context3 (codec));

    if (! decoder || ! packet || ! frame
        || ffmpeg().avcodec_parameters_to_context (decoder.get(), &parameters) < 0)
        return failure (Error::Kind::malformed, "The description of the audio in this file makes no sense.");

    decoder->pkt_timebase = source.timeBase();
    decoder->thread_count = 1; // work is divided above: a reader for each thread

    if (ffmpeg().avcodec_open2 (decoder.get(), codec, nullptr) < 0)
        return failure (Error::Kind::malformed, "The audio in this file cannot be decoded.");

    // Only a decoded frame tells the true rate (HE-AAC), and the time of the first sample after what the encoder put before.
    if (! decode() || frame->sample_rate <= 0 || frame->ch_layout.nb_channels <= 0)
        return failure (Error::Kind::malformed, "Nothing of the audio in this file can be decoded.");

    if (frame->sample_rate > highestSampleRate)
        return failure (Error::Kind::malformed, "The file claims more samples a second than any audio has.");

    about.codec = ffmpeg().avcodec_get_name (parameters.codec_id);
    about.container = shortName (source.format());
    about.sampleRate = frame->sample_rate;
    about.channels = frame->ch_layout.nb_channels;
    converter.emplace (about.sampleRate, about.channels);
    pointers.resize (std::size_t (about.channels));

    const auto base = source.timeBase();
    zero = frame->pts == AV_NOPTS_VALUE ? 0 : frame->pts;

    if (about.container == "mp4" && zero > 0
        && ffmpeg().av_rescale (zero, base.num, base.den) < maxLeadSeconds)
        zero = 0;

    about.statedLength =
        ffmpeg().av_rescale_q (source.statedDuration(), base, AVRational { 1, about.sampleRate });
    anchored = true;
    place();
    return {};
}

std::int64_t LibavReader::statedPosition (std::int64_t time) const
{
    return ffmpeg().av_rescale_q (time - zero, source.timeBase(), AVRational { 1, about.sampleRate });
}

bool LibavReader::feed()
{
    const auto code = source.next (*packet);

    if (code < 0)
    {
        if (code != AVERROR_EOF && code != AVERROR_INVALIDDATA)
            damage.unreadable (cursor);

        ffmpeg().avcodec_send_packet (decoder.get(), nullptr);
        return true;
    }

    // The decoder has been emptied before, so that it takes the packet or finds it broken.
    const auto sent = ffmpeg().avcodec_send_packet (decoder.get(), packet.get());
    ffmpeg().av_packet_unref (packet.get());

    if (sent < 0 && sent != AVERROR (EAGAIN))
        damage.broken (cursor);

    return sent != AVERROR (ENOMEM);
}

bool LibavReader::decode()
{
    while (! drained)
    {
        const auto code = ffmpeg().avcodec_receive_frame (decoder.get(), frame.get());

        if (code == 0 && frame->nb_samples > 0)
        {
            waiting = true;
            return true;
        }

        if (code == AVERROR (EAGAIN))
            drained = ! feed();
        else if (code == AVERROR_EOF)
            drained = true;
        else if (code < 0)
            damage.broken (cursor);
    }

    return false;
}

/** Decides where the waiting frame goes on the timeline. */
void LibavReader::place()
{
    const auto isFirst = std::exchange (atStart, false);
    const auto nextByFile = std::exchange (statedEnd, std::nullopt);
    gap = overlap = 0;

    if (frame->pts != AV_NOPTS_VALUE && frame->duration > 0)
        statedEnd = frame->pts + frame->duration;

    if (frame->pts == AV_NOPTS_VALUE)
    {
        // Goes on from the one before; after a seek there is none, and the frame is of no use.
        if (isFirst)
            cursor = 0;

        anchored = waiting = anchored || isFirst;
        return;
    }

    const auto stated = statedPosition (frame->pts);

    if (! anchored)
    {
        cursor = stated;
        anchored = true;
        return;
    }

    const auto drift = stated - cursor;

    if (std::abs (drift) <= toleratedDrift)
        return;

    // A file that was joined of several may say that the last frame of each lasts longer than it sounds, which is a pause, or less
    // long, so that the encoder's lead into the next part falls away. Neither is damage.
    const bool asStated = nextByFile == frame->pts;
    const bool isGap = drift > 0 && drift <= maxGapSeconds * about.sampleRate;
    const bool isOverlap = asStated && drift < 0 && -drift <= about.sampleRate;

    if (cursor > 0 && ! (isGap && asStated) && ! isOverlap)
        damage.broken (cursor);

    if (isGap)
        gap = drift;
    else if (isOverlap)
        overlap = -drift;
    else // the file's clock was set anew: what follows is heard next
        zero += ffmpeg().av_rescale_q (drift, AVRational { 1, about.sampleRate }, source.timeBase());
}

std::optional<AudioBlock> LibavReader::silence()
{
    static constexpr std::array<float, 4096> zeros {};
    const auto count = std::min<std::int64_t> (gap, std::int64_t (zeros.size()));
    std::ranges::fill (pointers, zeros.data());
    const AudioBlock block { cursor, std::size_t (count), pointers };
    cursor += count;
    gap -= count;
    return block;
}

std::optional<AudioBlock> LibavReader::next()
{
    while (true)
    {
        if (! waiting)
        {
            if (! decode())
            {
                // Of MP3 and AAC streams the length is a guess; a second less than promised is a cut elsewhere.
                if (anchored && ! source.durationIsGuessed()
                    && cursor + about.sampleRate < about.statedLength)
                    damage.endedEarly (cursor, about.statedLength);

                return std::nullopt;
            }

            place();
            continue;
        }

        if (gap > 0)
        {
            const auto skipped = std::clamp<std::int64_t> (target - cursor, 0, gap);
            cursor += skipped;
            gap -= skipped;

            if (gap > 0)
                return silence();
        }

        waiting = false;
        const auto samples = converter->convert (*frame);

        if (samples.length == 0)
            continue;

        const auto dropped = std::min (std::exchange (overlap, 0), std::int64_t (samples.length));
        const auto begin = cursor - dropped;
        cursor = begin + std::int64_t (samples.length);

        if (cursor <= target || dropped == std::int64_t (samples.length))
            continue;

        const auto skipped = std::max (target - begin, dropped);

        for (std::size_t c = 0; c < pointers.size(); ++c)
            pointers[c] = samples.channels[c] + skipped;

        return AudioBlock { begin + skipped, samples.length - std::size_t (skipped), pointers };
    }
}

Result<void> LibavReader::seek (std::int64_t sample)
{
    sample = std::max<std::int64_t> (sample, 0);
    const std::int64_t rate = about.sampleRate;
    target = sample;

    if (anchored && ! drained && sample >= cursor && sample - cursor < nearbyMilliseconds * rate / 1000)
        return {};

    const auto warmUp = isLossy (source.parameters().codec_id) ? warmUpMilliseconds * rate / 1000 : 0;

    // Some containers lead to a place behind the one that was asked for: then from ever further before it.
    for (const auto furtherBack : { std::int64_t (0), 2 * rate, 10 * rate, sample })
        if (const auto from = sample - warmUp - furtherBack;
            goTo (from) && (from <= 0 || arriveBefore (sample - warmUp)))
            return {};

    if (sample < about.statedLength)
        return failure (Error::Kind::unreadable, "The file cannot be positioned.");

    waiting = false;
    drained = true; // nothing is there
    return {};
}

/** Positions the packets, and makes the decoder forget what it was in. */
bool LibavReader::goTo (std::int64_t sample)
{
    const auto time =
        zero + ffmpeg().av_rescale_q (sample, AVRational { 1, about.sampleRate }, source.timeBase());
    const auto code = sample <= 0 ? source.seekToStart() : source.seek (time);
    ffmpeg().avcodec_flush_buffers (decoder.get());
    anchored = waiting = drained = false;
    statedEnd.reset();
    atStart = sample <= 0;
    gap = overlap = 0;
    return code >= 0;
}

/** Decodes until a frame's place is known; whether that is not behind the sample. */
bool LibavReader::arriveBefore (std::int64_t sample)
{
    while (! waiting && decode())
        place();

    return ! waiting || cursor <= sample; // at the end of the file there is no frame to come
}

Notices LibavReader::notices() const
{
    return damage.notices (about.sampleRate);
}

} // namespace earmark::libav
