// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/Rules.h"

#include "Tagging/Id3/ChapterFrames.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>

// Tables of contents (CTOC) in ID3v2 tags: players that go by them list what they name, in their order, and nothing else.

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;
using raw::RawChapter;

Complaints noContents (const FileFacts& facts)
{
    return complaintIf (facts.chapterFrames && facts.chapterFrames->contents.empty(),
                        "The tag has chapters, but no table of contents (CTOC) that lists them.");
}

Complaints notTopLevel (const FileFacts& facts)
{
    return complaintIf (
        facts.chapterFrames && ! facts.chapterFrames->contents.empty()
            && std::ranges::none_of (facts.chapterFrames->contents, &raw::RawContents::isTopLevel),
        "No table of contents (CTOC) of the tag has the bit that makes it the top one.");
}

Complaints wrongCount (const FileFacts& facts)
{
    Complaints complaints;

    if (facts.chapterFrames)
        for (const auto& table : facts.chapterFrames->contents)
            if (table.children.size() != table.count || table.count == 0 || table.hasMore)
                complaints.push_back (
                    std::format ("The table of contents '{}' says that it has {} entries, but has {}.",
                                 table.id,
                                 table.count,
                                 table.hasMore ? "more" : std::to_string (table.children.size())));

    return complaints;
}

Complaints dangling (const FileFacts& facts)
{
    if (! facts.chapterFrames)
        return {};

    std::set<std::string> known;

    for (const auto& chapter : facts.chapterFrames->chapters)
        known.insert (chapter.id);

    for (const auto& table : facts.chapterFrames->contents)
        known.insert (table.id);

    std::size_t missing = 0;

    for (const auto& table : facts.chapterFrames->contents)
        missing += std::size_t (std::ranges::count_if (
            table.children, [&] (const std::string& id) { return ! known.contains (id); }));

    return complaintIf (
        missing > 0,
        std::format ("The table of contents names {} chapters that the tag does not have.", missing));
}

Complaints firstIsPartial (const FileFacts& facts)
{
    if (! facts.chapterFrames || facts.chapterFrames->contents.size() < 2)
        return {};

    const auto& [chapters, contents] = *facts.chapterFrames;
    const auto listedBy = [&] (const raw::RawContents& table)
    {
        const std::set<std::string_view> listed (table.children.begin(), table.children.end());
        return std::size_t (
            std::ranges::count_if (chapters, [&] (const RawChapter& c) { return listed.contains (c.id); }));
    };
    const auto first = listedBy (contents.front());
    std::size_t all = 0;

    for (const auto& table : contents)
        all += listedBy (table);

    return complaintIf (
        first < std::min (all, id3::maxInContents),
        std::format (
            "The first of {} tables of contents lists {} of {} chapters.", contents.size(), first, all));
}

constexpr std::array<RuleFor<FileFacts>, 5> table { {
    { { "id3-no-contents",
        Grade::error,
        "Apple Podcasts, Overcast, Pocket Casts on iOS, BookPlayer",
        "no list of chapters",
        "write the table",
        Repair::byWriting,
        "[node-id3#87](https://github.com/Zazama/node-id3/issues/87); `MNAVChapterReader.m`; "
        "[BookPlayer#770](https://github.com/TortugaPower/BookPlayer/issues/770)" },
      noContents },
    { { "id3-contents-not-top",
        Grade::error,
        "Apple Podcasts",
        "no chapters",
        "set the bit",
        Repair::byWriting,
        "[mp3chaps#5](https://github.com/dskrad/mp3chaps/issues/5)" },
      notTopLevel },
    { { "id3-contents-count",
        Grade::error,
        "Pocket Casts on iOS, BookPlayer",
        "no chapters, or only the first ones",
        "count them right, in tables of no more than 255",
        Repair::byWriting,
        "ID3v2 Chapter Frame Addendum 1.0, 3.2; "
        "[BookPlayer#1022](https://github.com/TortugaPower/BookPlayer/issues/1022)" },
      wrongCount },
    { { "id3-contents-dangling",
        Grade::warning,
        "all that use the table",
        "empty entries, or chapters that are not listed",
        "name the chapters that there are",
        Repair::byWriting,
        "ID3v2 Chapter Frame Addendum 1.0, 3.2" },
      dangling },
    { { "id3-contents-first",
        Grade::advice,
        "Pocket Casts on iOS",
        "only the chapters of the first table are listed",
        "use one table, which holds up to 255 chapters",
        Repair::byWriting,
        "Pocket Casts on iOS, `MNAVChapterReader.m`" },
      firstIsPartial },
} };

} // namespace

std::span<const RuleFor<FileFacts>> id3ContentsRules()
{
    return table;
}

} // namespace earmark
