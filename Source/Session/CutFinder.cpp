// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CutFinder.h"

#include "Language/Translation.h"
#include "Model/Differences.h"
#include "Model/Splice.h"

#include <ranges>
#include <unordered_map>

namespace earmark
{

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
    const auto length = document.media ? document.media->length : audio.file()->length;

    if (const auto earlier = lengthByEarlierAudio())
    {
        // It is where all of the difference lies, not what is left of it.
        const auto isWhole = ! differExactly (*earlier - timed->length);
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
    asked.reset();
    desk.withdraw (Prompt::Kind::otherLength); // about the audio before this one
    const auto& earlier = audio.earlier();

    if (! earlier || earlier->length <= Duration())
        return timed.reset();

    // Chapters that did not fit the earlier audio either still go by the one before it.
    if (const auto still = lengthByEarlierAudio(); still && differExactly (*still - earlier->length))
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
