// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Decoding.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

// Markers of Standard MIDI Files 1.0 (midi.org): meta events whose ticks become time through the tempo events of all tracks. We write a
// tempo of 60 beats a minute and 1000 ticks a beat, so that a tick is a millisecond.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".mid", ".midi" };

Confidence sniff (std::string_view bytes)
{
    return bytes.starts_with ("MThd") ? 100 : 0;
}

enum Meta : unsigned char
{
    text = 0x01,
    trackName = 0x03,
    marker = 0x06,
    cuePoint = 0x07,
    endOfTrack = 0x2F,
    tempo = 0x51
};

/** Reads big-endian numbers and never beyond the end, where it reads zeros and remembers. */
class ByteReader
{
public:
    explicit ByteReader (std::string_view b) : bytes (b) {}

    bool atEnd() const { return at >= bytes.size(); }

    bool isCut() const { return cut; }

    std::uint32_t number (std::size_t size)
    {
        std::uint32_t value = 0;

        for (const char c : take (size))
            value = value << 8 | static_cast<unsigned char> (c);

        return value;
    }

    /** Seven bits in each byte, at most four of them. */
    std::uint32_t variable()
    {
        std::uint32_t value = 0;

        for (int i = 0; i < 4; ++i)
        {
            const auto byte = number (1);
            value = value << 7 | (byte & 0x7F);

            if ((byte & 0x80) == 0)
                break;
        }

        return value;
    }

    std::string_view take (std::size_t size)
    {
        cut = cut || size > bytes.size() - at;
        const auto taken = bytes.substr (at, size);
        at += taken.size();
        return taken;
    }

    unsigned char peek() const { return atEnd() ? 0 : static_cast<unsigned char> (bytes[at]); }

private:
    std::string_view bytes;
    std::size_t at = 0;
    bool cut = false;
};

struct TempoChange
{
    std::int64_t tick;
    std::int64_t microsecondsPerBeat;
};

struct TextEvent
{
    std::int64_t tick;
    Meta kind;
    std::string_view text;
};

struct Track
{
    std::vector<TempoChange> tempos;
    std::vector<TextEvent> texts;
    std::string_view name;
};

/** Ticks beyond this are longer than any audio at any tempo, and would overflow the sums. */
constexpr std::int64_t maxTicks = std::int64_t (1) << 36;

void takeMeta (Track& track, std::int64_t tick, unsigned char kind, std::string_view data)
{
    if (kind == tempo && data.size() == 3)
        track.tempos.push_back ({ tick, ByteReader (data).number (3) });
    else if (kind == trackName)
        track.name = data;
    else if (kind == marker || kind == cuePoint || kind == text)
        track.texts.push_back ({ tick, Meta (kind), data });
}

Track readTrack (std::string_view chunk)
{
    ByteReader bytes (chunk);
    Track track;
    std::int64_t tick = 0;
    unsigned char status = 0;

    while (! bytes.atEnd() && tick <= maxTicks)
    {
        tick += bytes.variable();

        if ((bytes.peek() & 0x80) != 0)
            status = static_cast<unsigned char> (bytes.number (1)); // else the last one goes on

        if (status == 0xFF)
        {
            const auto kind = static_cast<unsigned char> (bytes.number (1));
            takeMeta (track, tick, kind, bytes.take (bytes.variable()));

            if (kind == endOfTrack)
                break;
        }
        else if (status == 0xF0 || status == 0xF7)
        {
            bytes.take (bytes.variable());
        }
        else if (status >= 0x80)
        {
            const bool oneByte = (status & 0xE0) == 0xC0; // program change, channel pressure
            bytes.take (oneByte ? 1 : 2);
        }
        else
        {
            break; // no event begins so
        }
    }

    return track;
}

struct MidiFile
{
    std::uint32_t format = 0;
    std::uint32_t division = 0;
    std::vector<Track> tracks;
    bool cut = false;
};

MidiFile readChunks (std::string_view document)
{
    ByteReader bytes (document);
    MidiFile file;

    while (! bytes.atEnd())
    {
        const auto id = bytes.take (4);
        const auto chunk = bytes.take (bytes.number (4));

        if (id == "MThd")
        {
            ByteReader header (chunk);
            file.format = header.number (2);
            header.number (2); // how many tracks; those that are there count
            file.division = header.number (2);
        }
        else if (id == "MTrk")
        {
            file.tracks.push_back (readTrack (chunk));
        }
    }

    file.cut = bytes.isCut();
    return file;
}

/** Turns rising ticks into times. */
class Clock
{
public:
    Clock (std::uint32_t division, std::vector<TempoChange> changes) : tempos (std::move (changes))
    {
        if ((division & 0x8000) != 0)
        {
            const auto frames = 256 - std::int64_t (division >> 8);
            ticksPerSecond = std::max<std::int64_t> (frames * std::int64_t (division & 0xFF), 1);
            framesOf29 = frames == 29; // stands for 30000/1001
        }

        ticksPerBeat = std::max<std::int64_t> (division & 0x7FFF, 1);
        std::ranges::stable_sort (tempos, {}, &TempoChange::tick);
    }

    std::optional<Duration> at (std::int64_t tick)
    {
        if (ticksPerSecond > 0)
            return framesOf29 ? fromUnits (tick * 1001, ticksPerSecond / 29 * 30000)
                              : fromUnits (tick, ticksPerSecond);

        while (next < tempos.size() && tempos[next].tick <= tick)
        {
            elapsed += nanoseconds (tempos[next].tick - lastTick);
            lastTick = tempos[next].tick;
            microsecondsPerBeat = tempos[next++].microsecondsPerBeat;
        }

        const auto total = elapsed + nanoseconds (tick - lastTick);
        return total <= longest ? std::optional (Duration::fromNanoseconds (std::llround (total)))
                                : std::nullopt;
    }

private:
    static constexpr double longest = 9e18;

    std::vector<TempoChange> tempos;
    std::size_t next = 0;
    std::int64_t ticksPerBeat = 1;
    std::int64_t ticksPerSecond = 0;
    bool framesOf29 = false;
    std::int64_t microsecondsPerBeat = 500'000; // the standard's default, 120 beats a minute
    std::int64_t lastTick = 0;
    double elapsed = 0; ///< in nanoseconds; below a microsecond's error after a day of tempo changes

    double nanoseconds (std::int64_t ticks) const
    {
        return double (ticks) * double (microsecondsPerBeat) * 1000 / double (ticksPerBeat);
    }
};

/** Markers, or else cue points, or else plain text; the answer "events" decides otherwise. */
Meta chooseEvents (Gathering& gathering, const std::vector<TextEvent>& events)
{
    const auto has = [&] (Meta kind) { return std::ranges::contains (events, kind, &TextEvent::kind); };
    const auto standard = has (marker) ? "markers" : has (cuePoint) ? "cues" : "text";

    if (int (has (marker)) + int (has (cuePoint)) + int (has (text)) < 2)
        return has (marker) ? marker : has (cuePoint) ? cuePoint : text;

    const auto answer =
        gathering.ask ({ "events",
                         "The file holds several kinds of named events. Which ones are the chapters?",
                         standard,
                         { "markers", "cues", "text" } });
    return answer == "markers" ? marker : answer == "cues" ? cuePoint : text;
}

Result<OutlineReading> read (std::string_view bytes, const ReadOptions& options)
{
    auto file = readChunks (bytes);
    Gathering gathering (options);

    if (file.tracks.empty())
        return failure (Error::Kind::malformed, "The MIDI file holds no tracks.");

    if (file.cut)
        gathering.warn ("The MIDI file is cut off; it was read up to its end.");

    constexpr std::uint32_t independentTracks = 2;

    if (file.format == independentTracks && file.tracks.size() > 1)
    {
        gathering.warn (
            "The file holds several sequences, each with its own time; the first with markers was taken.");
        const auto found =
            std::ranges::find_if (file.tracks, [] (const Track& t) { return ! t.texts.empty(); });
        file.tracks = { found == file.tracks.end() ? file.tracks.front() : *found };
    }

    std::vector<TempoChange> tempos;
    std::vector<TextEvent> events;

    for (const auto& track : file.tracks)
    {
        tempos.insert (tempos.end(), track.tempos.begin(), track.tempos.end());
        events.insert (events.end(), track.texts.begin(), track.texts.end());
    }

    std::ranges::stable_sort (events, {}, &TextEvent::tick);
    Clock clock (file.division, std::move (tempos));
    const auto kind = chooseEvents (gathering, events);
    std::size_t others = 0;

    for (const auto& event : events)
    {
        const auto time = clock.at (event.tick);

        if (event.kind != kind || ! time)
        {
            ++others;
            continue;
        }

        gathering.add ({ .start = Position (*time), .title = std::string (trim (decodeField (event.text))) },
                       Place::atByte (std::uint64_t (event.text.data() - bytes.data())));
    }

    gathering.ignoreMany (others, "{} other named event.", "{} other named events.");

    return std::move (gathering).finish ("The MIDI file holds no markers, cue points or texts.");
}

//======================================================================================================

std::string bigEndian (std::uint32_t value, int size)
{
    std::string bytes;

    for (int i = size; i-- > 0;)
        bytes += char (value >> (8 * i) & 0xFF);

    return bytes;
}

std::string variable (std::uint32_t value)
{
    std::string bytes (1, char (value & 0x7F));

    while ((value >>= 7) > 0)
        bytes.insert (bytes.begin(), char ((value & 0x7F) | 0x80));

    return bytes;
}

/** A meta event that many ticks behind the one before; a wait longer than a tick count can hold is divided by empty texts. */
std::string metaEvent (std::int64_t ticks, Meta kind, std::string_view data)
{
    constexpr std::int64_t longestWait = (1 << 28) - 1;
    std::string bytes;

    for (; ticks > longestWait; ticks -= longestWait)
        bytes += variable (std::uint32_t (longestWait)) + "\xFF" + char (text) + variable (0);

    data = truncateUtf8 (data, std::size_t (longestWait));
    return bytes + variable (std::uint32_t (ticks)) + "\xFF" + char (kind)
           + variable (std::uint32_t (data.size())) + std::string (data);
}

std::string write (const Outline& outline, const Answers&)
{
    constexpr std::uint32_t ticksPerBeat = 1000;
    constexpr std::uint32_t microsecondsPerBeat = 1'000'000;
    auto track = metaEvent (0, trackName, oneLine (outline.episode.title))
                 + metaEvent (0, tempo, bigEndian (microsecondsPerBeat, 3));
    std::int64_t last = 0;

    for (const auto& chapter : outline.chapters)
    {
        const auto tick = chapter.start.milliseconds (Rounding::nearest);
        track += metaEvent (std::max<std::int64_t> (tick - last, 0), marker, oneLine (chapter.title));
        last = std::max (last, tick);
    }

    track += metaEvent (0, endOfTrack, {});
    return "MThd" + bigEndian (6, 4) + bigEndian (0, 2) + bigEndian (1, 2) + bigEndian (ticksPerBeat, 2)
           + "MTrk" + bigEndian (std::uint32_t (track.size()), 4) + track;
}

} // namespace

extern const ChapterFormat midiFormat;

constexpr ChapterFormat midiFormat {
    .id = "midi",
    .name = "MIDI markers",
    .suffixes = suffixes,
    .capabilities = {},
    .input = ChapterFormat::Input::bytes,
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
