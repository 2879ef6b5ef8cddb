// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Cuts.h"

#include "Foundation/Timestamp.h"
#include "Model/Candidate.h"
#include "Model/Differences.h"
#include "Model/Lint.h"

#include <algorithm>
#include <format>
#include <functional>
#include <ranges>

namespace earmark
{

namespace
{

/** Of a marker from where speech begins, to be heard as its beginning: outlines are rounded to the second. */
constexpr auto nearEnough = Duration::fromMilliseconds (500);

/** A marker at the beginning of the file: as likely there for what was before as for what is now. */
constexpr double fitAtBeginning = 0.5;

/** Nothing inside the pause, else from where speech begins. */
Duration distance (Position at, const TimeRange& pause)
{
    return at > pause.end ? at - pause.end : at >= pause.start ? Duration() : pause.end - at;
}

/** The pauses within candidateWindow of a place. */
std::span<const TimeRange> pausesAround (Position at, std::span<const TimeRange> pauses)
{
    const auto first = std::ranges::lower_bound (pauses, at - candidateWindow, {}, &TimeRange::end);
    const auto last = std::ranges::upper_bound (pauses, at + candidateWindow, {}, &TimeRange::start);
    return first < last ? std::span (first, last) : std::span<const TimeRange>();
}

double fitAt (Position at, std::span<const TimeRange> pauses)
{
    double best = 0;

    for (const auto& pause : pausesAround (at, pauses))
        best = std::max (best, fitOf (pauseScore (pause.length().seconds()), distance (at, pause)));

    return best;
}

/** Between two chapters that are not always neighbours; `first` is the first that may move, `last` the first that has to. */
std::optional<CutPlace> placeBetween (const std::vector<Chapter>& chapters,
                                      std::size_t first,
                                      std::size_t last,
                                      Duration by,
                                      std::span<const TimeRange> pauses)
{
    CutPlace place { .after = {}, .before = chapters[last].start, .at = {}, .by = by };

    if (first > 0)
        place.after = chapters[first - 1].start;

    // Where the piece begins in either audio, since nothing has moved before it. What begins there moves with an insertion.
    const auto from = place.after.value_or (Position());
    const auto latest = place.before + std::min (by, Duration());
    place.at = latest;

    if (latest < from || (latest == from && place.after && by > Duration()))
        return {};

    auto longest = Duration();

    for (auto pause = std::ranges::upper_bound (pauses, from, {}, &TimeRange::start);
         pause != pauses.end() && pause->start <= latest;
         ++pause)
        if (pause->length() > longest)
        {
            longest = pause->length();
            place.at = pause->start;
        }

    return place;
}

} // namespace

double fitOf (double confidence, Duration apart)
{
    return confidence * std::max (0.0, 1 - apart.seconds() / candidateWindow.seconds());
}

std::vector<double> fitsAtPauses (const Outline& outline, std::span<const TimeRange> pauses, Duration by)
{
    std::vector<double> fits;

    for (const auto& chapter : outline.chapters)
    {
        const auto at = chapter.locked ? chapter.start : chapter.start + by;
        fits.push_back (at == chapter.start && at == Position() ? fitAtBeginning : fitAt (at, pauses));
    }

    return fits;
}

std::size_t countAfterPauses (const Outline& outline, std::span<const TimeRange> pauses)
{
    const auto isAfterPause = [&] (const Chapter& chapter)
    {
        return chapter.start <= Position()
               || std::ranges::any_of (pausesAround (chapter.start, pauses),
                                       [&] (const TimeRange& p)
                                       { return distance (chapter.start, p) <= nearEnough; });
    };
    return std::size_t (std::ranges::count_if (outline.chapters, isAfterPause));
}

std::optional<Cut>
findCut (const std::vector<double>& fitUnmoved, const std::vector<double>& fitMoved, Duration by)
{
    const auto count = std::min (fitUnmoved.size(), fitMoved.size());
    std::vector<double> sums; // for a cut in front of each chapter, and behind the last one
    auto sum = std::ranges::fold_left (fitMoved, 0.0, std::plus {});

    for (std::size_t from = 0; from < count; ++from)
    {
        sums.push_back (sum);
        sum += fitUnmoved[from] - fitMoved[from];
    }

    sums.push_back (sum);

    // A chapter that fits either way, or neither, leaves open on which side of it the cut lies; no other doubt is allowed.
    constexpr double same = 0.1;
    const auto best = std::ranges::max (sums);
    const auto isBest = [&] (double s) { return best - s < same; };
    const auto first = std::size_t (std::ranges::find_if (sums, isBest) - sums.begin());
    const auto bests = std::size_t (std::ranges::count_if (sums, isBest));
    const auto last = first + bests - 1;

    constexpr double fewest = 1.5;
    const auto asItIs = sums.back();

    if (last >= count
        || ! std::ranges::all_of (
            sums.begin() + std::ptrdiff_t (first), sums.begin() + std::ptrdiff_t (last) + 1, isBest)
        || best < fewest || best - asItIs < same)
        return {};

    return Cut { first == 0 ? std::nullopt : std::optional (first - 1), last, by };
}

std::string sentenceAboutCut (const Outline& outline, const Cut& cut)
{
    const auto& chapters = outline.chapters;
    const auto isEarlier = cut.by < Duration();
    const auto by = secondsOf (cut.by);

    if (! cut.lastUnmoved)
        return isEarlier ? std::format ("By the sound, all chapters are {} earlier.", by)
                         : std::format ("By the sound, all chapters are {} later.", by);

    const auto &before = chapters[*cut.lastUnmoved], &after = chapters[cut.firstMoved];
    const std::string_view sentence =
        isEarlier
            ? "By the sound, the cut lies between {} at {} and {} at {}: from there on everything is {} "
              "earlier."
            : "By the sound, the cut lies between {} at {} and {} at {}: from there on everything is {} "
              "later.";
    const auto callBefore = callOf (before, *cut.lastUnmoved), callAfter = callOf (after, cut.firstMoved);
    const auto timeBefore = formatTime (before.start), timeAfter = formatTime (after.start);
    return std::vformat (sentence, std::make_format_args (callBefore, timeBefore, callAfter, timeAfter, by));
}

std::optional<CutPlace> placeOfCut (const Outline& outline, const Cut& cut, std::span<const TimeRange> pauses)
{
    const auto first = cut.lastUnmoved ? *cut.lastUnmoved + 1 : 0;
    std::optional<CutPlace> best;
    auto longest = Duration();

    // Chapters that leave it open on which side they lie are not to be torn apart: the piece goes between neighbours if it can.
    for (auto k = first; k <= cut.firstMoved; ++k)
        if (const auto place = placeBetween (outline.chapters, k, k, cut.by, pauses))
        {
            const auto pause = std::ranges::lower_bound (pauses, place->at, {}, &TimeRange::start);
            const auto isPause = pause != pauses.end() && pause->start == place->at;
            const auto length = isPause ? pause->length() : Duration();

            if (! best || length > longest)
            {
                best = place;
                longest = length;
            }
        }

    return best ? best : placeBetween (outline.chapters, first, cut.firstMoved, cut.by, pauses);
}

Position besideMarks (const Outline& outline, Position at, Duration by)
{
    constexpr auto inexact = Duration::fromMilliseconds (200);
    const auto& chapters = outline.chapters;

    for (std::size_t k = 0; k < chapters.size(); ++k)
    {
        // What begins at an insertion moves.
        const auto from = k == 0            ? Position()
                          : by > Duration() ? chapters[k - 1].start + Duration::fromNanoseconds (1)
                                            : chapters[k - 1].start;
        const auto latest = chapters[k].start + std::min (by, Duration());

        if (from <= latest && at >= from - inexact && at <= latest + inexact)
            return std::clamp (at, from, latest);
    }

    return at;
}

Edit editOf (const CutPlace& place)
{
    if (place.by > Duration())
        return InsertTime { place.at, place.by };

    return RemoveTime { { place.at, place.at - place.by } };
}

std::vector<Edit> removalsOf (std::vector<TimeRange> ranges)
{
    std::ranges::sort (ranges, {}, &TimeRange::start);
    std::vector<TimeRange> apart;

    for (const auto& range : ranges)
        if (! apart.empty() && range.start <= apart.back().end)
            apart.back().end = std::max (apart.back().end, range.end);
        else
            apart.push_back (range);

    std::vector<Edit> edits;

    // The last first, so that those before it stay where they are.
    for (const auto& range : std::views::reverse (apart))
        edits.emplace_back (RemoveTime { range });

    return edits;
}

} // namespace earmark
