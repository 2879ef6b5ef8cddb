// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Ends.h"

#include <algorithm>
#include <unordered_map>

namespace earmark
{

namespace
{

constexpr auto nowhere = std::size_t (-1);

/** Brings stated ends in line with the starts that an edit has changed: one that met the next start goes on meeting it, and
    none reaches into a chapter of the same or a higher level that it did not reach into before. */
class EndSettler
{
public:
    EndSettler (const std::vector<Chapter>& beforeEdit, std::vector<Chapter>& afterEdit)
        : before (beforeEdit), after (afterEdit)
    {
        std::unordered_map<ChapterId, std::size_t> indices;

        for (std::size_t i = 0; i < before.size(); ++i)
            indices.emplace (before[i].id, i);

        positions.assign (before.size(), nowhere);
        auto lastOrigin = nowhere;

        for (std::size_t p = 0; p < after.size(); ++p)
        {
            const auto found = indices.find (after[p].id);
            origins.push_back (found == indices.end() ? nowhere : found->second);

            if (origins.back() != nowhere)
            {
                inOldOrder = inOldOrder && (lastOrigin == nowhere || lastOrigin < origins.back());
                lastOrigin = origins.back();
                positions[lastOrigin] = p;
            }
        }

        // From the back, so that a chapter that reaches into thousands does not have to walk over them.
        firstFrom.assign (before.size() + 1, after.size());
        nextNew.assign (after.size() + 1, after.size());

        for (auto i = before.size(); i-- > 0;)
            firstFrom[i] = std::min (firstFrom[i + 1], positions[i]);

        for (auto p = after.size(); p-- > 0;)
            nextNew[p] = origins[p] == nowhere ? p : nextNew[p + 1];
    }

    void keepMeeting()
    {
        for (std::size_t p = 0; p < after.size(); ++p)
        {
            const auto i = origins[p];

            if (i == nowhere || ! before[i].end || ! after[p].end)
                continue;

            const auto next = reach (i);
            const bool met = next < before.size() && before[next].start == *before[i].end;

            if (met && positions[next] != nowhere)
                after[p].end = after[positions[next]].start;
        }
    }

    void clampNewOverlaps()
    {
        for (std::size_t p = 0; p < after.size(); ++p)
        {
            auto& chapter = after[p];

            if (! chapter.end)
                continue;

            const auto i = origins[p];
            const auto reached = i == nowhere ? 0 : reach (i);
            const auto first = i == nowhere || ! inOldOrder
                                   ? p + 1
                                   : std::max (p + 1, std::min (nextNew[p + 1], firstFrom[reached]));

            for (auto q = first; q < after.size() && after[q].start < *chapter.end; ++q)
            {
                const auto j = origins[q];
                const bool asBefore = i != nowhere && j != nowhere && i < j && j < reached;

                if (! asBefore && after[q].level <= chapter.level)
                {
                    chapter.end = after[q].start;
                    break;
                }
            }

            chapter.end = std::max (*chapter.end, chapter.start);
        }
    }

private:
    const std::vector<Chapter>& before;
    std::vector<Chapter>& after;
    std::vector<std::size_t> origins;   ///< per chapter now: where it stood before
    std::vector<std::size_t> positions; ///< per chapter before: where it stands now
    std::vector<std::size_t> firstFrom; ///< the first place now of those that stood at or behind an index
    std::vector<std::size_t> nextNew;   ///< the first new chapter at or behind a place
    bool inOldOrder = true;             ///< no two have changed places

    /** The first chapter behind one that began at its end or later, before the edit. */
    std::size_t reach (std::size_t i) const
    {
        if (! before[i].end)
            return i + 1;

        const auto behind = before.begin() + std::ptrdiff_t (i) + 1;
        return std::size_t (
            std::ranges::lower_bound (behind, before.end(), *before[i].end, {}, &Chapter::start)
            - before.begin());
    }
};

} // namespace

void settleEnds (const std::vector<Chapter>& before, std::vector<Chapter>& after, MeetingEnds meeting)
{
    EndSettler settler (before, after);

    if (meeting == MeetingEnds::keepMeeting)
        settler.keepMeeting();

    settler.clampNewOverlaps();
}

const Chapter* followerOf (const std::vector<Chapter>& chapters, std::size_t index)
{
    for (auto i = index + 1; i < chapters.size(); ++i)
        if (chapters[i].kind != Chapter::Kind::note && chapters[i].level <= chapters[index].level)
            return &chapters[i];

    return nullptr;
}

} // namespace earmark
