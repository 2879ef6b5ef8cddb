// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportPreview.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Completed.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** Without marks of lists and headings, and with single spaces, to compare a line with what a reader kept of it. */
std::string plain (std::string_view line)
{
    line = trim (line);

    while (! line.empty())
    {
        const auto first = codePointAt (line, 0);

        if (isWordCharacter (first.value) || first.value == U'"' || first.value == U'('
            || first.value == 0x201C)
            break;

        line.remove_prefix (first.size);
    }

    return collapseSpaces (line);
}

/** Without Markdown's emphasis. */
std::string withoutMarks (std::string text)
{
    std::erase_if (text, [] (char c) { return c == '*' || c == '_' || c == '`'; });
    return text;
}

bool holds (const std::string& whole, const std::string& part)
{
    return ! part.empty() && whole.find (part) != std::string::npos;
}

/** Walks through a text and its chapters side by side. */
class Walk
{
public:
    explicit Walk (const ImportedText& r) : reading (r) {}

    void judge (LineFate& fate)
    {
        const auto words = plain (fate.text);

        if (trim (fate.text).empty())
            fate.kind = LineFate::Kind::blank;
        else if (const auto begins = chapterBeginningIn (fate.text); begins > timed)
            place (fate, LineFate::Kind::chapterStart, current = timed = begins);
        else if (reading.isUntimed && isNextTitle (words))
            place (fate, LineFate::Kind::title, ++current);
        else if (! words.empty())
            judgeWords (fate, words);
        else
            fate.kind = LineFate::Kind::blank;
    }

private:
    const ImportedText& reading;
    std::size_t current = 0; // counted from 1
    std::size_t timed = 0;   // the last one whose time was found

    static void place (LineFate& fate, LineFate::Kind kind, std::size_t chapter)
    {
        fate.kind = kind;
        fate.chapter = chapter;
    }

    std::size_t chapterBeginningIn (const std::string& line) const
    {
        const auto& chapters = reading.outline.chapters;

        for (const auto& time : findTimestamps (line))
            for (auto i = timed; i < std::min (chapters.size(), current + 3); ++i)
                if (chapters[i].start == Position (time.value))
                    return i + 1;

        return 0;
    }

    /** Of a list that has nothing but titles. */
    bool isNextTitle (const std::string& words) const
    {
        if (current >= reading.outline.chapters.size())
            return false;

        const auto title = plain (reading.outline.chapters[current].title);
        return ! title.empty() && withoutMarks (words).contains (withoutMarks (title));
    }

    void judgeWords (LineFate& fate, const std::string& words)
    {
        const auto& chapters = reading.outline.chapters;

        // Titles may stand before their times, so that the next chapter counts as well.
        for (auto i = current == 0 ? 0 : current - 1; i < std::min (chapters.size(), current + 1); ++i)
        {
            const auto& chapter = chapters[i];
            const auto isPoint = std::ranges::any_of (
                chapter.points,
                [&] (const auto& p) { return holds (plain (p), words) || holds (words, plain (p)); });

            if (const auto title = plain (chapter.title);
                ! title.empty() && (holds (title, words) || holds (words, title)))
            {
                // Times such as 2.15 are not found again, so that the titles alone lead on.
                if (timed == 0)
                    current = i + 1;

                return place (fate, LineFate::Kind::title, i + 1);
            }

            if (holds (collapseSpaces (chapter.summary), words))
                return place (fate, LineFate::Kind::summary, i + 1);

            if (isPoint || (chapter.link && holds (words, chapter.link->url)))
                return place (fate, LineFate::Kind::point, i + 1);
        }

        const auto& episode = reading.outline.episode;
        const auto isEpisodes = [&] (const std::string& part)
        { return holds (words, collapseSpaces (part)) || holds (collapseSpaces (part), words); };

        if (isEpisodes (episode.title) || isEpisodes (episode.show) || isEpisodes (episode.description)
            || isEpisodes (episode.author) || isEpisodes (episode.date) || isEpisodes (episode.number))
            fate.kind = LineFate::Kind::episode;
        else if (equalsIgnoringCase (words, "chapters") || equalsIgnoringCase (words, "chapters:"))
            place (fate, LineFate::Kind::ignored, 0);
    }
};

/** In these a line is a part of the outline. In the others it may be a bracket or the half of a table's row, and only the reader can tell
    what is missing. */
bool isReadByLines (const std::string& format)
{
    return format == "outline" || format == "timestamps" || format == "titles";
}

} // namespace

std::vector<LineFate> fatesOf (const std::string& text, const ImportedText& reading)
{
    std::vector<LineFate> fates;
    Walk walk (reading);

    for (const auto line : splitLines (text))
    {
        fates.push_back ({ .text = std::string (line), .kind = LineFate::Kind::blank });

        if (isReadByLines (reading.format))
            walk.judge (fates.back());
    }

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
