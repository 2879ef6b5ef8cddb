// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinder.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/Cuts.h"
#include "Model/Differences.h"
#include "Model/Splice.h"

#include <algorithm>
#include <ranges>

namespace earmark
{

namespace
{

/** Encoders add a few frames. */
constexpr auto exactTolerance = Duration::fromMilliseconds (300);

bool differ (Duration by, Duration tolerance)
{
    return by > tolerance || by < -tolerance;
}

/** To a tenth of a second. */
std::string shortTime (Position p)
{
    return formatTime (Position::fromMilliseconds ((p.milliseconds (Rounding::nearest) + 50) / 100 * 100));
}

std::string sentenceAbout (Duration by, Expected expected)
{
    const auto length = secondsOf (by);

    if (expected == Expected::byStatedEnd)
        return by < Duration() ? tr ("The audio is {} shorter than the chapters say.", length)
                               : tr ("The audio is {} longer than the chapters say.", length);

    return by < Duration() ? tr ("The new audio is {} shorter.", length)
                           : tr ("The new audio is {} longer.", length);
}

std::string sentenceAbout (Position at, Duration by, std::size_t fitting, std::size_t all)
{
    const auto place = shortTime (at);
    return by < Duration()
               ? tr ("A cut at {} explains it: {} of {} marks then begin after a pause.", place, fitting, all)
               : tr ("A piece put in at {} explains it: {} of {} marks then begin after a pause.",
                     place,
                     fitting,
                     all);
}

std::string sentenceAbout (const CutPlace& place, std::size_t fitting, std::size_t all)
{
    const auto isCut = place.by < Duration();
    const auto before = shortTime (place.before);

    if (! place.after)
        return isCut ? tr ("A cut before {} explains it: {} of {} marks then begin after a pause.",
                           before,
                           fitting,
                           all)
                     : tr ("A piece put in before {} explains it: {} of {} marks then begin after a pause.",
                           before,
                           fitting,
                           all);

    const auto after = shortTime (*place.after);
    return isCut
               ? tr ("A cut between {} and {} explains it: {} of {} marks then begin after a pause.",
                     after,
                     before,
                     fitting,
                     all)
               : tr ("A piece put in between {} and {} explains it: {} of {} marks then begin after a pause.",
                     after,
                     before,
                     fitting,
                     all);
}

/** Some are on music or amid speech on purpose. */
bool areEnough (std::size_t fitting, std::size_t all)
{
    return fitting * 4 >= all * 3;
}

/** Where the chapters say that no mark has to move. */
CutFinding behindLast (const Outline& outline, std::span<const TimeRange> pauses)
{
    return { CutFinding::Kind::behindLast,
             tr ("No mark has to move: {} of {} begin after a pause as they are.",
                 countAfterPauses (outline, pauses),
                 outline.chapters.size()),
             {} };
}

/** Where the bounces tell. */
std::optional<CutFinding> heardAt (const Document& document, Duration by, const Heard& heard)
{
    if (! heard.splice)
        return {};

    const auto at = besideMarks (document.outline, *heard.splice, by);
    auto edit = editOf (CutPlace { .after = {}, .before = {}, .at = at, .by = by });
    const auto after = apply (document, edit);

    if (! after)
        return {};

    if (std::ranges::equal (
            after->outline.chapters, document.outline.chapters, {}, &Chapter::start, &Chapter::start))
        return behindLast (document.outline, heard.pauses);

    const auto fitting = countAfterPauses (after->outline, heard.pauses);
    return CutFinding { CutFinding::Kind::explained,
                        sentenceAbout (at, by, fitting, after->outline.chapters.size()),
                        std::move (edit) };
}

/** Where the pauses do. */
std::optional<CutFinding> fittingAt (const Document& document, Duration by, std::span<const TimeRange> pauses)
{
    const auto& outline = document.outline;
    const auto cut = findCut (fitsAtPauses (outline, pauses, {}), fitsAtPauses (outline, pauses, by), by);
    const auto place = cut ? placeOfCut (outline, *cut, pauses) : std::nullopt;

    if (! place)
        return {};

    auto edit = editOf (*place);
    const auto after = apply (document, edit);

    if (! after)
        return {};

    const auto fitting = countAfterPauses (after->outline, pauses);
    const auto all = after->outline.chapters.size();

    if (! areEnough (fitting, all))
        return {};

    return CutFinding { CutFinding::Kind::explained, sentenceAbout (*place, fitting, all), std::move (edit) };
}

} // namespace

CutFinding findingAbout (const Document& document, Duration by, Expected expected, const Heard& heard)
{
    const auto tolerance = expected == Expected::byStatedEnd ? lengthTolerance : exactTolerance;

    if (! differ (by, tolerance))
        return { CutFinding::Kind::agrees, tr ("The audio is as long as the chapters expect."), {} };

    const auto about = [&] (CutFinding finding)
    {
        finding.sentence = sentenceAbout (by, expected) + " " + finding.sentence;
        return finding;
    };

    if (auto found = heardAt (document, by, heard))
        return about (std::move (*found));

    if (auto found = fittingAt (document, by, heard.pauses))
        return about (std::move (*found));

    const auto& outline = document.outline;

    if (areEnough (countAfterPauses (outline, heard.pauses), outline.chapters.size()))
        return about (behindLast (outline, heard.pauses));

    return about ({ CutFinding::Kind::unexplained,
                    by < Duration()
                        ? tr ("No single cut explains it: too few marks would begin after a pause.")
                        : tr ("No single piece put in explains it: too few marks would begin after a pause."),
                    {} });
}

//======================================================================================================
CutFinder::Starts CutFinder::startsNow() const
{
    Starts starts;

    for (const auto& chapter : desk.chapters())
        starts.emplace_back (chapter.id, chapter.start);

    return starts;
}

std::optional<Duration> CutFinder::lengthByEarlierAudio() const
{
    if (! timed)
        return {};

    // What was taken out or put in since then has moved the last of them.
    for (const auto& [id, start] : std::views::reverse (timed->starts))
        if (const auto* chapter = desk.find (id))
            return timed->length + (chapter->start - start);

    return {};
}

CutFinding CutFinder::finding() const
{
    if (! audio.file())
        return { CutFinding::Kind::unknown,
                 tr ("Load the audio first: without it nothing can be heard."),
                 {} };

    if (! audio.peaks().complete)
        return { CutFinding::Kind::unknown,
                 tr ("The audio is still being read: its longest pauses are not known yet."),
                 {} };

    const auto& document = desk.document();
    const auto length = document.media ? document.media->length : audio.file()->length;

    if (const auto earlier = lengthByEarlierAudio())
    {
        // It is where all of the difference lies, not what is left of it.
        const auto isWhole = ! differ (*earlier - timed->length, exactTolerance);
        return findingAbout (document,
                             length - *earlier,
                             Expected::byEarlierAudio,
                             { audio.pauses(), isWhole ? splice : std::nullopt });
    }

    if (const auto by = differenceOfLength (document.outline, length))
        return findingAbout (document, *by, Expected::byStatedEnd, { audio.pauses(), {} });

    return { CutFinding::Kind::unknown,
             tr ("Nothing says how long the audio was for which the chapters were timed."),
             {} };
}

void CutFinder::audioOpened()
{
    splice.reset();
    const auto& earlier = audio.earlier();

    if (! earlier || earlier->length <= Duration())
        return timed.reset();

    // Chapters that did not fit the earlier audio either still go by the one before it.
    if (const auto still = lengthByEarlierAudio(); still && differ (*still - earlier->length, exactTolerance))
        return;

    timed = Timed { earlier->length, startsNow(), audio.earlierPeaks() };
}

void CutFinder::audioHeard()
{
    if (desk.chapters().empty() || ! audio.file())
        return;

    if (timed)
        splice = spliceBetween (timed->peaks, audio.peaks());

    const auto found = finding();

    switch (found.kind)
    {
        case CutFinding::Kind::unknown:
        case CutFinding::Kind::agrees:
            return;

        case CutFinding::Kind::behindLast:
            // A stated end is often no more than a guess.
            if (! timed)
                return;

            // They belong to this one as well.
            if (desk.document().media)
                timed = Timed { desk.document().media->length, startsNow(), audio.peaks() };

            return desk.say (Message::Grade::info, found.sentence);

        case CutFinding::Kind::unexplained:
            if (! timed)
                return desk.say (Message::Grade::warning, found.sentence);

            [[fallthrough]];

        case CutFinding::Kind::explained:
            ask (found);
    }
}

void CutFinder::ask (const CutFinding& found)
{
    const auto opens = [this] (Panel panel) { return [this, panel] { desk.open (panel); }; };
    Prompt prompt { .kind = Prompt::Kind::otherLength, .text = found.sentence, .choices = {} };

    if (found.kind == CutFinding::Kind::explained)
        prompt.choices = { { tr ("Show the moves\u2026"), opens (Panel::findCut) }, { tr ("Not now"), {} } };
    else
        prompt.choices = { { tr ("Shift\u2026"), opens (Panel::shift) },
                           { tr ("Stretch\u2026"), opens (Panel::stretch) },
                           { tr ("Not now"), {} } };

    asked = startsNow();
    desk.ask (std::move (prompt));
}

void CutFinder::documentChanged()
{
    if (! asked || *asked == startsNow())
        return;

    asked.reset();
    desk.withdraw (Prompt::Kind::otherLength);
}

void CutFinder::projectLeft()
{
    timed.reset();
    splice.reset();
    asked.reset();
}

} // namespace earmark
