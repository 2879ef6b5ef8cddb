// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostMarkers.h"

#include "Language/Translation.h"
#include "Model/Placing.h"
#include "Model/ReaperName.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

namespace earmark
{

namespace
{

/** Hosts keep times in numbers of their own, which are not quite ours. */
constexpr auto tolerance = Duration::fromMilliseconds (1);

bool isSamePlace (Position a, Position b)
{
    return a < b + tolerance && b < a + tolerance;
}

bool isSamePlace (const std::optional<Position>& a, const std::optional<Position>& b)
{
    return a.has_value() == b.has_value() && (! a || isSamePlace (*a, *b));
}

/** By this title, perhaps with what makes REAPER write it in front. */
bool isCalled (const HostMarker& marker, std::string_view title)
{
    return marker.name == title
           || (readReaperName (marker.name).isChapter() && readReaperName (marker.name).title == title);
}

/** Where the host gives no lasting names: numbers are given anew by the user's wish, so that one alone tells too little. */
bool isLikely (const HostMarker& known, const HostMarker& found)
{
    const auto sameName = known.name == found.name, samePlace = isSamePlace (known.start, found.start);
    return known.isRegion() == found.isRegion()
           && ((known.number == found.number && (sameName || samePlace)) || (sameName && samePlace));
}

/** Whose marker is which of the host's. */
class Matching
{
public:
    Matching (const Document& d, const std::vector<MarkerLink>& links, const std::vector<HostMarker>& t)
        : document (d), there (t), taken (there.size(), false)
    {
        for (const auto& chapter : document.outline.chapters)
            known.insert (chapter.id);

        const auto hasIds = std::ranges::any_of (there, [] (const HostMarker& m) { return ! m.id.empty(); });

        for (const auto& link : links)
            take (link,
                  [&] (const HostMarker& m)
                  {
                      return hasIds && ! link.marker.id.empty() ? m.id == link.marker.id
                                                                : isLikely (link.marker, m);
                  });

        for (const auto& chapter : document.outline.chapters)
            if (! of.contains (chapter.id))
                take ({ chapter.id, {} },
                      [&] (const HostMarker& m)
                      {
                          return isSamePlace (m.start, toHost (document, chapter.start))
                                 && isCalled (m, chapter.title);
                      });
    }

    /** Also takes markers of another name for those of the chapters in their place. */
    void matchPlaces()
    {
        for (const auto& chapter : document.outline.chapters)
            if (! of.contains (chapter.id))
                take ({ chapter.id, {} },
                      [&] (const HostMarker& m)
                      { return isSamePlace (m.start, toHost (document, chapter.start)); });
    }

    std::optional<std::size_t> indexOf (ChapterId id) const
    {
        const auto found = of.find (id);
        return found != of.end() ? std::optional (found->second) : std::nullopt;
    }

    bool isTaken (std::size_t index) const { return taken[index]; }

    /** Of chapters that are gone. */
    const std::vector<std::size_t>& left() const { return orphans; }

private:
    const Document& document;
    const std::vector<HostMarker>& there;
    std::vector<bool> taken;
    std::set<ChapterId> known;
    std::map<ChapterId, std::size_t> of;
    std::vector<std::size_t> orphans;

    template <class Test>
    void take (const MarkerLink& link, const Test& isIt)
    {
        for (std::size_t i = 0; i < there.size(); ++i)
            if (! taken[i] && isIt (there[i]))
            {
                taken[i] = true;

                if (! known.contains (link.chapter) || ! of.emplace (link.chapter, i).second)
                    orphans.push_back (i);

                return;
            }
    }
};

/** The markers that can be chapters, under their titles: of the hosts, REAPER alone shows its markers. What a chapter is called is its
    title, whatever REAPER makes of it. */
std::vector<HostMarker>
meantAsChapters (const Document& document, const std::vector<HostMarker>& there, FromHost& from)
{
    std::vector<HostMarker> meant;
    std::unordered_set<std::string_view> titles;

    for (const auto& chapter : document.outline.chapters)
        titles.insert (chapter.title);

    for (const auto& marker : there)
    {
        auto name = readReaperName (marker.name);
        const auto isOwn = titles.contains (marker.name);

        if (! isOwn && name.isForUltraschall())
        {
            from.forUltraschall.push_back (marker.name);
            continue;
        }

        if (! isOwn && ! name.isChapter() && ! marker.isRegion())
        {
            from.orders.push_back (std::move (name.title));
            continue;
        }

        meant.push_back (marker);

        if (! isOwn)
            meant.back().name = std::move (name.title);
    }

    return meant;
}

std::optional<Position>
endOfRegion (const Document& document, std::size_t index, std::optional<Position> endOfHost)
{
    std::optional<Position> endOfAudio;

    if (document.media)
        endOfAudio = Position (document.media->length);
    else if (endOfHost && *endOfHost > document.episodeStart)
        endOfAudio = toEpisode (document, *endOfHost);

    const auto range = rangeOf (document.outline, index, endOfAudio);
    return toHost (document, std::max (range.end, range.start));
}

} // namespace

MarkerPlan planMarkers (const Document& whole,
                        const std::vector<MarkerLink>& links,
                        const std::vector<HostMarker>& there,
                        bool asRegions,
                        std::optional<Position> endOfHost)
{
    auto document = whole;
    document.outline = placedOf (std::move (document.outline));
    const Matching matching (document, links, there);
    MarkerPlan plan;

    for (const auto index : matching.left())
        plan.remove.push_back ({ index, there[index] });

    for (std::size_t i = 0; i < document.outline.chapters.size(); ++i)
    {
        const auto& chapter = document.outline.chapters[i];
        MarkerLink wanted { chapter.id,
                            { .start = toHost (document, chapter.start), .name = chapter.title } };

        if (asRegions)
            wanted.marker.end = endOfRegion (document, i, endOfHost);

        const auto index = matching.indexOf (chapter.id);

        if (index && there[*index].isRegion() != asRegions)
            plan.remove.push_back ({ *index, there[*index] });

        if (! index || there[*index].isRegion() != asRegions)
        {
            plan.add.push_back (std::move (wanted));
            continue;
        }

        const auto& found = there[*index];
        wanted.marker.id = found.id;
        wanted.marker.number = found.number;

        if (isCalled (found, chapter.title))
            wanted.marker.name = found.name;

        if (found.name == wanted.marker.name && isSamePlace (found.start, wanted.marker.start)
            && isSamePlace (found.end, wanted.marker.end))
            plan.unchanged.push_back ({ chapter.id, found });
        else
            plan.set.push_back ({ { *index, found }, std::move (wanted) });
    }

    std::ranges::sort (plan.remove, {}, &MarkerPlan::Found::index);
    return plan;
}

FromHost chaptersFromMarkers (const Document& document,
                              const std::vector<MarkerLink>& links,
                              const std::vector<HostMarker>& there)
{
    FromHost from;
    const auto meant = meantAsChapters (document, there, from);
    Matching matching (document, links, meant);
    matching.matchPlaces();
    std::set<ChapterId> linked;

    for (const auto& link : links)
        linked.insert (link.chapter);

    SnapChapters moves;
    std::vector<Edit> others;

    for (std::size_t i = 0; i < document.outline.chapters.size(); ++i)
    {
        const auto& chapter = document.outline.chapters[i];
        const auto index = matching.indexOf (chapter.id);

        if (! index)
        {
            from.gone += std::size_t (linked.contains (chapter.id));
            continue;
        }

        const auto& marker = meant[*index];
        const auto start = std::max (Position(), toEpisode (document, marker.start));

        if (! isSamePlace (start, chapter.start))
            moves.targets.push_back ({ chapter.id, start });

        if (marker.name != chapter.title && ! marker.name.empty())
            others.push_back (SetField { chapter.id, SetField::Title { marker.name } });
    }

    for (std::size_t i = 0; i < meant.size(); ++i)
    {
        if (matching.isTaken (i))
            continue;

        const auto start = toEpisode (document, meant[i].start);

        if (start < Position())
        {
            ++from.before;
            continue;
        }

        Chapter chapter;
        chapter.start = start;
        chapter.title = meant[i].name.empty() ? tr ("Marker {}", meant[i].number) : meant[i].name;

        if (meant[i].end && *meant[i].end > meant[i].start)
            chapter.end = toEpisode (document, *meant[i].end);

        others.push_back (AddChapter { std::move (chapter) });
    }

    if (! moves.targets.empty())
        from.edits.push_back (std::move (moves));

    from.edits.insert (from.edits.end(), others.begin(), others.end());
    return from;
}

} // namespace earmark
