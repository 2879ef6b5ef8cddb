// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/MidiFile.h"
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

using midi::Meta, midi::TempoChange, midi::TextEvent, midi::Track;

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
    const auto standard = has (Meta::marker) ? "markers" : has (Meta::cuePoint) ? "cues" : "text";

    if (int (has (Meta::marker)) + int (has (Meta::cuePoint)) + int (has (Meta::text)) < 2)
        return has (Meta::marker) ? Meta::marker : has (Meta::cuePoint) ? Meta::cuePoint : Meta::text;

    const auto answer =
        gathering.ask ({ "events",
                         "The file holds several kinds of named events. Which ones are the chapters?",
                         standard,
                         { "markers", "cues", "text" } });
    return answer == "markers" ? Meta::marker : answer == "cues" ? Meta::cuePoint : Meta::text;
}

/** The texts of events, in one encoding, which no MIDI file states: UTF-8, or what the letters of all of them suggest. */
Result<std::vector<std::string>>
textsOf (Gathering& gathering, const std::vector<TextEvent>& events, const Answers& answers)
{
    std::vector<std::string> texts;
    std::string lines;

    for (const auto& event : events)
    {
        auto line = std::string (event.text);
        std::ranges::replace_if (line, [] (char c) { return c == '\n' || c == '\r'; }, ' ');
        lines += line + '\n';
        texts.push_back (decodeField (event.text));
    }

    if (isUtf8 (lines))
        return texts;

    const auto document = decodeDocument (lines, answers);

    if (! document)
        return document.error().kind == Error::Kind::wrongUsage
                   ? Result<std::vector<std::string>> (std::unexpected (document.error()))
                   : texts;

    const auto decoded = splitLines (document->text.utf8);

    if (decoded.size() != texts.size())
        return texts;

    gathering.append (document->text.notices);

    for (const auto& question : document->questions)
        gathering.ask (question);

    texts.assign (decoded.begin(), decoded.end());
    return texts;
}

Result<OutlineReading> read (std::string_view bytes, const ReadOptions& options)
{
    auto file = midi::readFile (bytes);
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
    std::vector<TextEvent> named;
    std::vector<Duration> starts;

    for (const auto& event : events)
        if (const auto time = clock.at (event.tick); time && event.kind == kind)
        {
            named.push_back (event);
            starts.push_back (*time);
        }

    const auto texts = textsOf (gathering, named, options.answers);

    if (! texts)
        return std::unexpected (texts.error());

    for (std::size_t i = 0; i < named.size(); ++i)
        gathering.add ({ .start = Position (starts[i]), .title = std::string (trim ((*texts)[i])) },
                       Place::atByte (std::uint64_t (named[i].text.data() - bytes.data())));

    const auto others = events.size() - named.size();
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
        bytes += variable (std::uint32_t (longestWait)) + "\xFF" + char (Meta::text) + variable (0);

    data = truncateUtf8 (data, std::size_t (longestWait));
    return bytes + variable (std::uint32_t (ticks)) + "\xFF" + char (kind)
           + variable (std::uint32_t (data.size())) + std::string (data);
}

std::string write (const Outline& outline, const Answers&)
{
    constexpr std::uint32_t ticksPerBeat = 1000;
    constexpr std::uint32_t microsecondsPerBeat = 1'000'000;
    auto track = metaEvent (0, Meta::trackName, oneLine (outline.episode.title))
                 + metaEvent (0, Meta::tempo, bigEndian (microsecondsPerBeat, 3));
    std::int64_t last = 0;

    for (const auto& chapter : outline.chapters)
    {
        const auto tick = chapter.start.milliseconds (Rounding::nearest);
        track += metaEvent (std::max<std::int64_t> (tick - last, 0), Meta::marker, oneLine (chapter.title));
        last = std::max (last, tick);
    }

    track += metaEvent (0, Meta::endOfTrack, {});
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
