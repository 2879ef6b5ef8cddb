// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinder.h"

#include "Language/Translation.h"
#include "Model/Cuts.h"
#include "Model/Differences.h"
#include "Model/Pieces.h"
#include "Model/Splice.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace earmark
{

namespace
{

Duration apart (Position a, Position b)
{
    return std::max (a - b, b - a);
}

/** By how much an edit makes the audio longer. */
Duration lengthOf (const Edit& edit)
{
    if (const auto* out = std::get_if<RemoveTime> (&edit))
        return -out->range.length();

    const auto* in = std::get_if<InsertTime> (&edit);
    return in != nullptr ? in->length : Duration();
}

} // namespace

CutFinder::Starts CutFinder::startsNow() const
{
    Starts starts;

    for (const auto& chapter : desk.chapters())
        starts.emplace_back (chapter.id, chapter.start);

    return starts;
}

Duration CutFinder::lengthNow() const
{
    return desk.document().media ? desk.document().media->length
           : audio.file()        ? audio.file()->length
                                 : Duration();
}

/** The document's audio is open, and was heard to its end. */
bool CutFinder::isHeard() const
{
    const auto& media = desk.document().media;
    return media && audio.file() && audio.file()->path == media->path && audio.peaks().complete;
}

/** Most of what moved then is nearer to where it went than to where it was, as it is again after an undo. */
bool CutFinder::isSettled() const
{
    if (! settled)
        return false;

    const std::unordered_map<ChapterId, Position> before (timed->starts.begin(), timed->starts.end());
    const std::unordered_map<ChapterId, Position> after (settled->begin(), settled->end());
    std::ptrdiff_t balance = 0;

    for (const auto& chapter : desk.chapters())
    {
        const auto was = before.find (chapter.id), went = after.find (chapter.id);

        if (was == before.end())
            continue;

        const auto isBack =
            went == after.end() || apart (chapter.start, was->second) < apart (chapter.start, went->second);
        const auto isThere = went != after.end() && went->second != was->second;
        balance += isBack ? -1 : isThere ? 1 : 0;
    }

    return balance >= 0;
}

/** Beside an audio of that length. None where nobody knows. */
std::optional<Duration> CutFinder::lengthByEarlierAudio (Duration present) const
{
    if (! timed)
        return {};

    // Where there is nothing to take out, chapters that have moved were meant to.
    if (! differExactly (present - timed->length))
        return timed->told == Timed::Told::surely ? std::optional (timed->length) : std::nullopt;

    if (isSettled())
        return present;

    // What was taken out or put in since then has moved the last of them.
    std::unordered_map<ChapterId, Position> now;

    for (const auto& chapter : desk.chapters())
        now.emplace (chapter.id, chapter.start);

    for (const auto& [id, start] : std::views::reverse (timed->starts))
        if (const auto found = now.find (id); found != now.end())
            return timed->length + (found->second - start);

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
    const auto length = lengthNow();

    if (const auto earlier = lengthByEarlierAudio (length))
    {
        // They are where all of the difference lies, not what is left of it.
        const auto isWhole = ! differExactly (*earlier - timed->length);
        return findingAbout (document,
                             length - *earlier,
                             Expected::byEarlierAudio,
                             isWhole ? Heard { audio.pauses(), splice, pieces }
                                     : Heard { audio.pauses(), {}, {} });
    }

    if (const auto by = differenceOfLength (document.outline, length))
        return findingAbout (document, *by, Expected::byStatedEnd, { audio.pauses(), {}, {} });

    return { CutFinding::Kind::unknown,
             tr ("Nothing says how long the audio was for which the chapters were timed."),
             {} };
}

std::optional<TimedFor> CutFinder::timedFor() const
{
    const auto& media = desk.document().media;

    if (! media || desk.chapters().empty())
        return {};

    if (const auto earlier = lengthByEarlierAudio (media->length))
    {
        if (! differExactly (*earlier - media->length) && isHeard())
            return TimedFor { media->length, audio.pauses() };

        const auto isWhole = ! differExactly (*earlier - timed->length);
        return TimedFor { *earlier, isWhole ? timed->pauses : std::vector<TimeRange>() };
    }

    // Chapters that came without audio, and say themselves that they are of another one, were not made for this.
    if (timed || ! isHeard() || differenceOfLength (desk.document().outline, media->length))
        return {};

    return TimedFor { media->length, audio.pauses() };
}

std::shared_ptr<const Document> CutFinder::toKeep() const
{
    const auto now = desk.store().current();
    const auto known = timedFor();

    if (known == now->timedFor)
        return now;

    auto document = *now;
    document.timedFor = known;
    return std::make_shared<const Document> (std::move (document));
}

void CutFinder::forgetPlaces()
{
    splice.reset();
    pieces.clear();
}

/** A project need not say for which audio its chapters were timed. That they are right on this one says it as well. */
bool CutFinder::isUnsure() const
{
    return timed && timed->told == Timed::Told::byReference && isHeard()
           && ! differExactly (lengthNow() - timed->length);
}

void CutFinder::belongToPresent()
{
    timed = Timed { lengthNow(), startsNow(), audio.peaks(), audio.pauses() };
    settled.reset();
    forgetPlaces();
    desk.tell (Changed::media); // what is found, and what is kept, is another thing now
}

void CutFinder::reviewed()
{
    const auto progress = progressOf (desk.review(), desk.chapters());

    if (isUnsure() && progress.total > 0 && progress.accepted == progress.total)
        belongToPresent();
}

bool CutFinder::areAllOfIt (std::span<const Edit> edits) const
{
    const auto earlier = lengthByEarlierAudio (lengthNow());

    if (! earlier || edits.empty())
        return false;

    auto rest = lengthNow() - *earlier;

    for (const auto& edit : edits)
        rest = rest - lengthOf (edit);

    return ! differExactly (rest);
}

void CutFinder::allTakenOut()
{
    settled = startsNow();
    desk.tell (Changed::media);
}

void CutFinder::audioOpened()
{
    forgetPlaces();
    asked.reset();
    desk.withdraw (Prompt::Kind::otherLength); // about the audio before this one
    const auto& earlier = audio.earlier();

    if (! earlier || earlier->length <= Duration())
    {
        settled.reset();
        return timed.reset();
    }

    // Chapters that did not fit the earlier audio either still go by the one before it.
    const auto still = lengthByEarlierAudio (earlier->length);
    settled.reset();

    if (still && differExactly (*still - earlier->length))
        return;

    const auto wasHeard = audio.earlierPeaks().complete;

    // Of audio that was not open here the project knows more than its length.
    if (! wasHeard && timed && ! differExactly (timed->length - earlier->length))
        return;

    timed = Timed { earlier->length,
                    startsNow(),
                    audio.earlierPeaks(),
                    audio.earlierPauses(),
                    wasHeard ? Timed::Told::surely : Timed::Told::byReference };
}

void CutFinder::audioHeard()
{
    if (desk.chapters().empty() || ! audio.file())
        return;

    if (timed)
    {
        splice = spliceBetween (timed->peaks, audio.peaks());
        pieces = piecesBetween ({ timed->length, timed->pauses }, { lengthNow(), audio.pauses() });
    }

    // Fewer may begin after a pause by chance.
    constexpr std::size_t fewest = 4;

    if (const auto count = desk.chapters().size();
        isUnsure() && count >= fewest
        && areEnough (countAfterPauses (desk.document().outline, audio.pauses()), count))
        belongToPresent();

    const auto isByEarlier = lengthByEarlierAudio (lengthNow()).has_value();
    const auto found = finding();

    switch (found.kind)
    {
        case CutFinding::Kind::unknown:
        case CutFinding::Kind::agrees:
            return;

        case CutFinding::Kind::behindLast:
            // A stated end is often no more than a guess.
            if (! isByEarlier)
                return;

            belongToPresent(); // as well
            return desk.say (Message::Grade::info, found.sentence);

        case CutFinding::Kind::unexplained:
            if (! isByEarlier)
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
    if (const auto& kept = desk.document().timedFor; kept && ! timed)
        timed = Timed { kept->length, startsNow(), {}, kept->pauses };

    if (! asked || *asked == startsNow())
        return;

    asked.reset();
    desk.withdraw (Prompt::Kind::otherLength);
}

void CutFinder::documentTaken()
{
    projectLeft();
    desk.withdraw (Prompt::Kind::otherLength);
    documentChanged();
    const auto& media = desk.document().media;

    if (! timed && media && media->length > Duration())
        timed = Timed { media->length, startsNow(), {}, {}, Timed::Told::byReference };

    if (isHeard())
        audioHeard();
}

void CutFinder::projectLeft()
{
    timed.reset();
    settled.reset();
    forgetPlaces();
    asked.reset();
}

} // namespace earmark
