// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportPreview.h"

#include "Foundation/Text.h"
#include "Model/Completed.h"

#include <algorithm>
#include <format>
#include <string_view>
#include <unordered_set>

namespace earmark
{

namespace
{

/** A rule of dashes has as little to tell as an empty line. */
bool holdsWords (std::string_view text)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const auto [character, size] = codePointAt (text, i);

        if (isWordCharacter (character))
            return true;

        i += size;
    }

    return false;
}

using LinesOfText = std::unordered_set<std::string_view>;

/** Which of the episode's texts holds these words, as their reader has put them there. */
LineFate::Kind partOf (const Episode& episode, const LinesOfText& description, const std::string& words)
{
    using Kind = LineFate::Kind;

    if (words.empty())
        return Kind::episode;

    if (description.contains (words))
        return Kind::description;

    if (words == episode.title)
        return words == episode.show ? Kind::episode : Kind::episodeTitle;

    return words == episode.show ? Kind::show : Kind::episode;
}

LineFate fateOf (const LineUse& use, const Episode& episode, const LinesOfText& description)
{
    using Kind = LineFate::Kind;
    LineFate fate { .text = use.text, .kind = Kind::unused, .chapter = use.chapter, .use = use.kind };

    switch (use.kind)
    {
        case LineUse::Kind::none:
            fate.kind = holdsWords (use.text) ? Kind::unused : Kind::blank;
            break;
        case LineUse::Kind::episode:
            fate.kind = partOf (episode, description, use.words);
            break;
        case LineUse::Kind::chapterStart:
            fate.kind = Kind::chapterStart;
            break;
        case LineUse::Kind::title:
            fate.kind = Kind::title;
            break;
        case LineUse::Kind::summary:
            fate.kind = Kind::summary;
            break;
        case LineUse::Kind::point:
            fate.kind = Kind::point;
            break;
    }

    return fate;
}

} // namespace

std::string wordFor (LineFate::Kind kind)
{
    using Kind = LineFate::Kind;

    switch (kind)
    {
        case Kind::blank:
            return {};
        case Kind::episode:
            return tr ("episode");
        case Kind::show:
            return tr ("show");
        case Kind::episodeTitle:
            return tr ("episode\u2019s title");
        case Kind::description:
            return tr ("description");
        case Kind::chapterStart:
            return tr ("chapter");
        case Kind::title:
            return tr ("title");
        case Kind::summary:
            return tr ("summary");
        case Kind::point:
            return tr ("point");
        case Kind::warning:
            return tr ("check this");
        case Kind::ignored:
            return tr ("left out");
        case Kind::unticked:
            return tr ("unticked");
        case Kind::unused:
            return tr ("not used");
    }

    return {};
}

std::string labelOf (const LineFate& line)
{
    if (line.chapter == 0)
        return wordFor (line.kind);

    if (line.kind == LineFate::Kind::point)
        return tr ("point of {}", line.chapter);

    return std::format ("{} {}", wordFor (line.kind), line.chapter);
}

std::vector<LineFate> fatesOf (const std::string& text, const ImportedText& reading)
{
    const auto& episode = reading.outline.episode;
    const auto described = splitLines (episode.description);
    const LinesOfText description (described.begin(), described.end());
    std::vector<LineFate> fates;

    for (const auto& use : reading.lines)
        fates.push_back (fateOf (use, episode, description));

    // Only the reader can tell what is missing of a line that may be a bracket, or the half of a table's row.
    if (fates.empty())
        for (const auto line : splitLines (text))
            fates.push_back ({ .text = std::string (line), .kind = LineFate::Kind::blank });

    for (const auto& notice : reading.notices)
    {
        if (! notice.where.line || *notice.where.line == 0)
            continue;

        const auto last = notice.where.lastLine.value_or (*notice.where.line);

        for (auto line = *notice.where.line; line <= std::min (last, fates.size()); ++line)
        {
            auto& fate = fates[line - 1];
            fate.remark += (fate.remark.empty() ? "" : " ") + trMade (notice.message);

            if (notice.grade == Notice::Grade::warning)
                fate.kind = LineFate::Kind::warning;
            else if (fate.kind == LineFate::Kind::unused
                     || (fate.kind == LineFate::Kind::blank && ! trim (fate.text).empty()))
                fate.kind = LineFate::Kind::ignored;
        }
    }

    return fates;
}

std::vector<Edit> editsOf (const ImportPreview& preview, const Document& document, Position playhead)
{
    if (! preview.reading)
        return {};

    const auto& outline = preview.reading->outline;
    using Mode = ReplaceOutline::Mode;

    switch (preview.mode)
    {
        case ImportMode::replace:
            return { ReplaceOutline {
                { completed (outline.episode, document.outline.episode), outline.chapters }, Mode::all } };
        case ImportMode::keepMyTimes:
            return { ReplaceOutline { outline, Mode::keepMyTimes } };
        case ImportMode::keepMyTexts:
            return { ReplaceOutline { outline, Mode::keepMyTexts } };
        case ImportMode::append:
        case ImportMode::atPlayhead:
            break;
    }

    auto zero = playhead;

    if (preview.mode == ImportMode::append && ! document.outline.chapters.empty())
    {
        const auto& last = document.outline.chapters.back();
        zero = std::max (last.start, last.end.value_or (last.start));
    }
    else if (preview.mode == ImportMode::append)
    {
        zero = {};
    }

    std::vector<Edit> edits;

    for (auto chapter : outline.chapters)
    {
        chapter.start = zero + chapter.start.sinceStart();

        if (chapter.end)
            chapter.end = zero + chapter.end->sinceStart();

        edits.push_back (AddChapter { std::move (chapter) });
    }

    return edits;
}

std::string importName (const ImportPreview& preview)
{
    const auto count = preview.reading ? preview.reading->outline.chapters.size() : 0;
    const auto of = [count] (std::string_view one, std::string_view many)
    { return std::vformat (count == 1 ? one : many, std::make_format_args (count)); };

    switch (preview.mode)
    {
        case ImportMode::replace:
            return of ("Import {} chapter", "Import {} chapters");
        case ImportMode::keepMyTimes:
            return of ("Merge {} chapter, keep my times", "Merge {} chapters, keep my times");
        case ImportMode::keepMyTexts:
            return of ("Merge {} chapter, keep my titles", "Merge {} chapters, keep my titles");
        case ImportMode::append:
            return of ("Append {} chapter", "Append {} chapters");
        case ImportMode::atPlayhead:
            return of ("Import {} chapter at the playhead", "Import {} chapters at the playhead");
    }

    return {};
}

} // namespace earmark
