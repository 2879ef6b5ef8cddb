// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Table.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/Verdict.h"
#include "Session/ChapterFields.h"
#include "Session/Paths.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace earmark
{

namespace
{

// A title is read, a link only recognised: it gets room where the titles have enough.
constexpr int leastTitleWidth = 160, goodTitleWidth = 320;
constexpr int leastLinkWidth = 100, goodLinkWidth = 220;

constexpr std::array<ColumnInfo, 8> table { { { Column::number, "#", 44, 8, false },
                                              { Column::state, "", 28, 7, false },
                                              { Column::start, "Start", 108, 10, true },
                                              { Column::length, "Length", 92, 5, true },
                                              { Column::title, "Title", 0, 10, true },
                                              { Column::link, "Link", leastLinkWidth, 3, true },
                                              { Column::picture, "Pic", 40, 2, false },
                                              { Column::contents, "Listed", 66, 4, false } } };

std::vector<std::string> words (const std::string& filter)
{
    std::vector<std::string> found;
    std::string word;

    for (const auto c : toLowerAscii (collapseSpaces (filter)) + ' ')
    {
        if (c != ' ')
            word += c;
        else if (! word.empty())
            found.push_back (std::exchange (word, {}));
    }

    return found;
}

/** What begins with it, the hours or minutes in front left out or not: "6:41" is not in the midst of "16:41". */
bool matchesTime (const std::string& time, const std::string& word)
{
    return time.starts_with (word) || time.contains (':' + word);
}

bool looksLikeTime (const std::string& word)
{
    return word.contains (':') && word.find_first_not_of ("0123456789:.") == std::string::npos;
}

bool matches (const Chapter& chapter,
              const Review& review,
              const std::string& haystack,
              const std::string& word)
{
    if (word == "is:locked")
        return chapter.locked;

    if (word == "is:hidden")
        return ! chapter.inContents;

    if (word == "is:ad")
        return chapter.kind == Chapter::Kind::adBreak;

    if (word == "is:note")
        return chapter.kind == Chapter::Kind::note;

    if (word == "is:accepted")
        return review.isAccepted (chapter);

    if (word == "is:unchecked")
        return ! review.isAccepted (chapter);

    return haystack.contains (word)
           || (looksLikeTime (word)
               && (matchesTime (formatTime (chapter.start), word)
                   || matchesTime (formatTimeFixed (chapter.start), word)));
}

/** Where it was typed, or not at all. Those that begin together with it wait for their places, and come along. */
Result<Edit> moveTo (const std::vector<Chapter>& chapters, std::size_t index, Position to)
{
    const auto& chapter = chapters[index];
    const auto isApart = [&] (const Chapter& c) { return c.start != chapter.start; };
    const auto next =
        std::ranges::find_if (chapters.begin() + std::ptrdiff_t (index), chapters.end(), isApart);
    const auto refused = [&] (const Chapter& other)
    {
        return failure (Error::Kind::wrongUsage,
                        tr ("Chapter {} is in the way, at {}: move it first, or shift several at once.",
                            std::size_t (&other - chapters.data()) + 1,
                            formatTime (other.start)));
    };

    if (index > 0 && chapters[index - 1].start > to)
        return refused (chapters[index - 1]);

    if (next != chapters.end() && next->start < to)
        return refused (*next);

    return MoveChapter { chapter.id, to, Neighbours::push };
}

} // namespace

std::span<const ColumnInfo> columns()
{
    return table;
}

std::vector<PlacedColumn> placedColumns (int width)
{
    auto shown = std::vector (table.begin(), table.end());
    const auto fixed = [&]
    {
        int sum = leastTitleWidth;

        for (const auto& column : shown)
            sum += column.width;

        return sum;
    };

    while (shown.size() > 2 && fixed() > width)
        shown.erase (std::ranges::min_element (shown, {}, &ColumnInfo::importance));

    const auto link = std::ranges::find (shown, Column::link, &ColumnInfo::column);
    auto rest = std::max (0, width - fixed() + leastTitleWidth);

    if (link != shown.end())
    {
        const auto more = std::clamp ((rest - goodTitleWidth) / 3, 0, goodLinkWidth - leastLinkWidth);
        link->width += more;
        rest -= more;
    }

    std::vector<PlacedColumn> placed;
    int x = 0;

    for (const auto& column : shown)
    {
        placed.push_back ({ column.column, x, column.width == 0 ? rest : column.width });
        x += placed.back().width;
    }

    return placed;
}

std::vector<std::size_t>
filteredRows (const Document& document, const Review& review, const std::string& filter)
{
    const auto wanted = words (filter);
    std::vector<std::size_t> rows;
    const auto& chapters = document.outline.chapters;
    rows.reserve (chapters.size());

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        if (! wanted.empty())
        {
            const auto& chapter = chapters[i];
            auto haystack = chapter.title + '\n' + chapter.summary;

            for (const auto& point : chapter.points)
                haystack += '\n' + point;

            if (chapter.link)
                haystack += '\n' + chapter.link->url;

            haystack = toLowerAscii (haystack);

            if (! std::ranges::all_of (
                    wanted, [&] (const auto& word) { return matches (chapter, review, haystack, word); }))
                continue;
        }

        rows.push_back (i);
    }

    return rows;
}

std::string
cellText (const Outline& outline, std::size_t index, Column column, std::optional<Position> endOfAudio)
{
    const auto& chapter = outline.chapters[index];

    switch (column)
    {
        case Column::number:
            return std::to_string (index + 1);
        case Column::start:
            return formatTimeFixed (chapter.start);
        case Column::length:
        {
            // How long the last one is, nobody knows without audio.
            const auto length = rangeOf (outline, index, endOfAudio).length();
            const bool isOpen = ! chapter.end && ! endOfAudio && index + 1 == outline.chapters.size();
            return isOpen && length == Duration() ? std::string() : formatTime (length);
        }
        case Column::title:
            return chapter.title;
        case Column::link:
            return chapter.link ? chapter.link->url : std::string();
        case Column::state:
        case Column::picture:
        case Column::contents:
            return {};
    }

    return {};
}

RowMark markOf (const Chapter& chapter, const Review& review, std::optional<Position> suggestion)
{
    if (chapter.locked)
        return RowMark::locked;

    if (review.isAccepted (chapter))
        return RowMark::accepted;

    return verdictOn (chapter.start, suggestion, {}).kind == Verdict::Kind::elsewhere
               ? RowMark::speechElsewhere
               : RowMark::none;
}

std::string readingOf (const Chapter& chapter)
{
    std::string all = chapter.summary.empty() ? std::string() : tr ("summary");

    if (const auto count = chapter.points.size(); count > 0)
        all += (all.empty() ? "" : ", ") + tr (count, "{} point", "{} points");

    return all;
}

Result<Edit> editOfCell (const Outline& outline, std::size_t index, Column column, const std::string& typed)
{
    const auto& chapter = outline.chapters[index];
    const auto text = std::string (trim (typed));

    if (column == Column::title)
        return SetField { chapter.id, SetField::Title { text } };

    if (column == Column::link)
    {
        if (text.empty())
            return SetField { chapter.id, SetField::LinkTo {} };

        return SetField { chapter.id,
                          SetField::LinkTo {
                              Link { webAddressIn (text), chapter.link ? chapter.link->text : "" } } };
    }

    if (column == Column::length && text.empty())
        return SetEnd { chapter.id, {} };

    const auto time = timeTyped (text);

    if (! time)
        return std::unexpected (time.error());

    if (column == Column::start)
        return moveTo (outline.chapters, index, Position (*time));

    if (column == Column::length)
        return SetEnd { chapter.id, chapter.start + *time };

    return failure (Error::Kind::wrongUsage, tr ("This column is not edited."));
}

std::vector<Edit> slideByOne (const Outline& outline, std::span<const ChapterId> ids, Slide slide)
{
    const std::unordered_set<ChapterId> meant (ids.begin(), ids.end());
    std::vector<const Chapter*> block;

    for (const auto& chapter : outline.chapters)
        if (meant.contains (chapter.id))
            block.push_back (&chapter);

    std::vector<Edit> edits;

    for (std::size_t i = 0; i < block.size(); ++i)
    {
        const auto from = slide == Slide::toLater ? std::ptrdiff_t (i) - 1 : std::ptrdiff_t (i) + 1;
        static const Chapter empty;
        const auto& source =
            from >= 0 && from < std::ptrdiff_t (block.size()) ? *block[std::size_t (from)] : empty;
        const auto id = block[i]->id;
        edits.push_back (SetField { id, SetField::Title { source.title } });
        edits.push_back (SetField { id, SetField::Summary { source.summary } });
        edits.push_back (SetField { id, SetField::Points { source.points } });
        edits.push_back (SetField { id, SetField::LinkTo { source.link } });
        edits.push_back (SetField { id, SetField::Picture { source.image } });
    }

    return edits;
}

} // namespace earmark
