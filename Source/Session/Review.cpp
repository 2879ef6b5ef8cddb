// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Review.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace earmark
{

namespace
{

std::ptrdiff_t indexOf (const std::vector<Chapter>& chapters, ChapterId id)
{
    const auto found = std::ranges::find (chapters, id, &Chapter::id);
    return found == chapters.end() ? -1 : found - chapters.begin();
}

} // namespace

Review withRolls (Review review, Duration before, Duration after)
{
    review.preRoll = std::clamp (before, Duration(), mostRoll);
    review.postRoll = std::clamp (after, leastPostRoll, mostRoll);
    return review;
}

std::string rollsOf (const Review& review)
{
    return std::to_string (review.preRoll.milliseconds (Rounding::nearest)) + ' '
           + std::to_string (review.postRoll.milliseconds (Rounding::nearest));
}

Review withRolls (Review review, const std::string& text)
{
    std::int64_t before = 0, after = 0;
    const auto* const end = text.data() + text.size();
    const auto first = std::from_chars (text.data(), end, before);

    if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ')
        return review;

    if (const auto second = std::from_chars (first.ptr + 1, end, after); second.ec != std::errc())
        return review;

    // Nothing that was kept is longer than a day, and no duration overflows.
    constexpr std::int64_t most = 86'400'000;
    return withRolls (std::move (review),
                      Duration::fromMilliseconds (std::clamp<std::int64_t> (before, 0, most)),
                      Duration::fromMilliseconds (std::clamp<std::int64_t> (after, 0, most)));
}

ReviewProgress progressOf (const Review& review, const std::vector<Chapter>& chapters)
{
    const auto done =
        std::ranges::count_if (chapters, [&] (const Chapter& c) { return review.isAccepted (c); });
    return { std::size_t (done), chapters.size() };
}

ChapterId nextToReview (const Review& review, const std::vector<Chapter>& chapters, ChapterId from)
{
    const auto first = std::size_t (std::max<std::ptrdiff_t> (0, indexOf (chapters, from)));

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (const auto& chapter = chapters[(first + i) % chapters.size()]; ! review.isAccepted (chapter))
            return chapter.id;

    return ChapterId::none;
}

Review begun (Review review, const std::vector<Chapter>& chapters)
{
    review.active = ! chapters.empty();
    review.current = nextToReview (review, chapters, review.current);

    if (review.current == ChapterId::none && ! chapters.empty())
        review.current = chapters.front().id; // once more from the beginning

    return review;
}

Review accepted (Review review, const std::vector<Chapter>& chapters)
{
    const auto at = indexOf (chapters, review.current);

    if (at < 0)
        return begun (std::move (review), chapters);

    review.accepted[review.current] = chapters[std::size_t (at)].start;
    const auto next = nextToReview (review, chapters, review.current);

    if (next == ChapterId::none)
        review.active = false;
    else
        review.current = next;

    return review;
}

Review continued (Review review, const std::vector<Chapter>& chapters, ChapterId focus)
{
    if (! review.active || indexOf (chapters, review.current) >= 0)
        return review;

    review.current = focus;
    return indexOf (chapters, focus) >= 0 ? review : begun (std::move (review), chapters);
}

Review undone (Review review, const Acceptance& acceptance)
{
    review.accepted.erase (acceptance.id);

    if (acceptance.before)
        review.accepted[acceptance.id] = *acceptance.before;

    review.current = acceptance.id;
    return review;
}

Review redone (Review review, const Acceptance& acceptance)
{
    review.accepted[acceptance.id] = acceptance.at;
    review.current = acceptance.id;
    return review;
}

Review stepped (Review review, const std::vector<Chapter>& chapters, int steps)
{
    if (chapters.empty())
        return review;

    const auto to = std::clamp<std::ptrdiff_t> (
        indexOf (chapters, review.current) + steps, 0, std::ptrdiff_t (chapters.size()) - 1);
    review.current = chapters[std::size_t (to)].id;
    return review;
}

std::string toText (const Review& review, const std::vector<Chapter>& chapters)
{
    std::string text;

    for (const auto& chapter : chapters)
        if (review.isAccepted (chapter))
            text +=
                std::to_string (chapter.start.nanoseconds()) + ' ' + collapseSpaces (chapter.title) + '\n';

    return text;
}

Review resumed (Review review, const std::vector<Chapter>& chapters, const std::string& text)
{
    std::set<std::pair<std::int64_t, std::string>> known;

    for (const auto line : splitLines (text))
    {
        std::int64_t start = 0;
        const auto* const end = line.data() + line.size();

        if (const auto [rest, error] = std::from_chars (line.data(), end, start);
            error == std::errc() && rest != end && *rest == ' ')
            known.emplace (start, std::string (rest + 1, end));
    }

    for (const auto& chapter : chapters)
        if (known.contains ({ chapter.start.nanoseconds(), collapseSpaces (chapter.title) }))
            review.accepted[chapter.id] = chapter.start;

    return review;
}

} // namespace earmark
