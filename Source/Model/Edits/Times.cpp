// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

#include "Model/Ends.h"
#include "Model/Retime.h"

namespace earmark::edits
{

namespace
{

std::optional<Position> endOfAudio (const Document& document)
{
    const auto& media = document.media;
    return media && media->length > Duration() ? std::optional (Position (media->length)) : std::nullopt;
}

} // namespace

Result<void> perform (Document& document, const ShiftChapters& edit)
{
    auto& chapters = document.outline.chapters;
    const auto* these = std::get_if<ShiftChapters::These> (&edit.scope);
    const auto ids = knownIds (chapters, these != nullptr ? these->ids : std::vector<ChapterId>());

    if (! ids)
        return std::unexpected (ids.error());

    const auto moves = [&] (const Chapter& c)
    {
        return std::visit (
            Overload { [] (const ShiftChapters::All&) { return true; },
                       [&] (const ShiftChapters::From& from) { return c.start >= from.position; },
                       [&] (const ShiftChapters::Within& within) { return within.range.contains (c.start); },
                       [&] (const ShiftChapters::These&) { return ids->contains (c.id); } },
            edit.scope);
    };

    const auto shifted = [&] (Position p) { return p + edit.by; };
    retime (chapters, shifted, withinAudio (shifted, endOfAudio (document)), moves);
    return {};
}

Result<void> perform (Document& document, const StretchChapters& edit)
{
    return TimeMap::through (edit.pins).transform (
        [&] (const TimeMap& map)
        {
            retime (document.outline.chapters,
                    map,
                    withinAudio (map, endOfAudio (document)),
                    [] (const Chapter&) { return true; });
        });
}

Result<void> perform (Document& document, const InsertTime& edit)
{
    if (edit.length <= Duration())
        return failure (Error::Kind::wrongUsage, "The inserted stretch must have a length.");

    retime (
        document.outline.chapters,
        [&] (Position p) { return p < edit.at ? p : p + edit.length; },
        [] (const Chapter&) { return true; });
    return {};
}

Result<void> perform (Document& document, const RemoveTime& edit)
{
    if (edit.range.length() <= Duration())
        return failure (Error::Kind::wrongUsage, "The removed stretch must have a length.");

    auto& outline = document.outline;
    Chapters kept;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto range = rangeOf (outline, i, {});
        const bool goes =
            edit.range.start <= range.start && range.end <= edit.range.end && range.length() > Duration();

        if (! goes || outline.chapters[i].locked)
            kept.push_back (outline.chapters[i]);
    }

    outline.chapters = std::move (kept);
    retime (
        outline.chapters,
        [&] (Position p)
        { return p < edit.range.start ? p : std::max (edit.range.start, p - edit.range.length()); },
        [] (const Chapter&) { return true; });
    return {};
}

} // namespace earmark::edits
