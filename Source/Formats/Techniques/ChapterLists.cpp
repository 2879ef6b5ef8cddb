// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ChapterLists.h"

#include "Formats/Techniques/ChapterObject.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

/** Documents of programs hold chapters no deeper. */
constexpr std::size_t deepest = 12;

/** On the way from the document to a value inside of it. */
struct Step
{
    const ReadJson* value = nullptr; ///< what holds the next
    std::string_view name;           ///< of the next in an object; empty in a list
    std::size_t index = 0;           ///< of the next in a list
};

struct FoundList
{
    const ReadJson* list = nullptr;
    const TimeNames* names = nullptr;
    std::vector<Step> way;
    bool isCalledSo = false;
};

std::string_view nameOf (const std::vector<Step>& way)
{
    return way.empty() ? std::string_view {} : way.back().name;
}

std::string pathAlong (const std::vector<Step>& way)
{
    constexpr std::size_t longestName = 60;
    std::string path;

    for (const auto& step : way)
    {
        if (step.name.empty())
        {
            path = pathOf (path, step.index);
            continue;
        }

        path += path.empty() ? "" : ".";
        path += truncateUtf8 (step.name, longestName);
    }

    return path;
}

/** All lists of chapters in a document, which are not looked into further. */
class Search
{
public:
    void look (const ReadJson& value)
    {
        if (! value.is_structured() || way.size() > deepest || take (value))
            return;

        way.push_back ({ .value = &value });

        for (auto inside = value.begin(); inside != value.end(); ++inside)
        {
            if (value.is_object())
                way.back().name = inside.key();

            look (*inside);
            ++way.back().index;
        }

        way.pop_back();
    }

    /** Null where there is none. */
    const FoundList* best() const
    {
        const auto found = std::ranges::min_element (
            lists, {}, [] (const FoundList& l) { return std::pair (! l.isCalledSo, l.way.size()); });
        return found == lists.end() ? nullptr : &*found;
    }

    std::size_t countLike (const FoundList& list) const
    {
        return std::size_t (std::ranges::count (lists, list.isCalledSo, &FoundList::isCalledSo));
    }

private:
    std::vector<FoundList> lists;
    std::vector<Step> way;

    bool take (const ReadJson& value)
    {
        if (! value.is_array() || value.empty())
            return false;

        const auto name = nameOf (way);
        const auto holder = way.size() > 1 ? way[way.size() - 2].name : std::string_view {};
        const auto* names = timeNamesOf (value, name, holder);

        if (names != nullptr)
            lists.push_back ({ &value, names, way, toLowerAscii (name).contains ("chapter") });

        return names != nullptr;
    }
};

constexpr std::array episodeNames { "title", "Title", "Name" };

/** The title nearest to the list, and whether there is more beside it than that. */
bool readSurroundings (const std::vector<Step>& way, Episode& episode)
{
    bool isMore = false;

    for (const auto& step : way)
    {
        auto others = step.value->size() - 1;

        if (step.value->is_object())
            for (const auto* name : episodeNames)
                if (auto title = textOf (*step.value, name); ! title.empty())
                {
                    isMore = isMore || ! episode.title.empty();
                    episode.title = std::move (title);
                    --others;
                    break;
                }

        isMore = isMore || others > 0;
    }

    return isMore;
}

class ListReading
{
public:
    ListReading (Gathering& target, const TimeNames& timeNames, const ReadJson& list)
        : gathering (target), names (timeNames), unreadNames (namesBesides (timeNames, list))
    {}

    void read (const ReadJson& list, const std::string& path, int level)
    {
        for (std::size_t i = 0; i < list.size(); ++i)
        {
            const auto& object = unwrapped (list[i]);
            const Place place { .path = pathOf (path, i) };
            const auto* inside = listOf (object, "chapters");
            auto chapter = chapterOf (object, names, inside != nullptr && ! inside->empty());

            if (chapter)
            {
                chapter->level = level;
                gathering.add (std::move (*chapter), place);
                unreadNames.look (object, place.path, unread);
            }
            else
            {
                gathering.warn (std::format ("The chapter has no usable '{}'; it was left out.", names.start),
                                place);
            }

            if (inside != nullptr)
                read (*inside, place.path + ".chapters", level + 1);
        }
    }

    const Notices& notices() const { return unread; }

private:
    Gathering& gathering;
    const TimeNames& names;
    UnreadNames unreadNames;
    Notices unread;
};

} // namespace

Result<OutlineReading>
readChapterList (const ReadJson& document, const ReadOptions& options, std::string_view whenNone)
{
    Search search;
    search.look (document);
    const auto* found = search.best();

    if (found == nullptr)
        return failure (Error::Kind::empty, std::string (whenNone));

    Gathering gathering (options);
    const auto path = pathAlong (found->way);
    ListReading reading (gathering, *found->names, *found->list);
    reading.read (*found->list, path, 0);
    gathering.append (reading.notices());

    if (found->names->unit == TimeNames::Unit::seconds)
        warnOfMilliseconds (*found->list, found->names->start, gathering);

    if (const auto count = search.countLike (*found); count > 1)
        gathering.warn (std::format ("It holds {} lists of chapters; '{}' was read.", count, path),
                        { .path = path });

    if (readSurroundings (found->way, gathering.episode()))
        gathering.ignore (
            std::format ("Only the list '{}' was read; the rest of the document is not carried.", path));

    return std::move (gathering).finish (whenNone);
}

} // namespace earmark
