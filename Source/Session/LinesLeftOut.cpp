// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/LinesLeftOut.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <utility>

namespace earmark
{

namespace
{

/** A line with the chapter's time or title, as its reader or its fate tells. */
bool holdsChapter (std::size_t chapter, LineUse::Kind use)
{
    return chapter > 0 && (use == LineUse::Kind::chapterStart || use == LineUse::Kind::title);
}

/** What one line has put into a text. */
struct Piece
{
    std::string_view words;
    bool isOut = false;
};

using Pieces = std::vector<Piece>;

bool isAnyOut (const Pieces& pieces)
{
    return std::ranges::any_of (pieces, &Piece::isOut);
}

/** From a text in which each has a line of its own; blank lines stay one at a time. */
void takeOut (std::string& text, const Pieces& pieces)
{
    if (! isAnyOut (pieces))
        return;

    auto lines = splitLines (text);
    auto next = lines.begin();

    for (const auto& piece : pieces)
    {
        // What stands before all chapters may come behind what stands between them.
        auto found = std::find (next, lines.end(), piece.words);
        found = found != lines.end() ? found : std::ranges::find (lines, piece.words);

        if (found != lines.end())
            next = piece.isOut ? lines.erase (found) : found + 1;
    }

    std::string rest;
    bool isBehindBlank = false;

    for (const auto line : lines)
    {
        if (! line.empty())
            rest.append (rest.empty() ? "" : isBehindBlank ? "\n\n" : "\n").append (line);

        isBehindBlank = line.empty();
    }

    text = std::move (rest);
}

/** From points, each of which may go on in further lines. */
void takeOut (std::vector<std::string>& points, const Pieces& pieces)
{
    if (! isAnyOut (pieces))
        return;

    std::vector<std::string> rest;
    std::string whole, kept;
    std::size_t count = 0;

    for (const auto& piece : pieces)
    {
        whole.append (whole.empty() ? "" : " ").append (piece.words);

        if (! piece.isOut)
            kept.append (kept.empty() ? "" : " ").append (piece.words);

        if (count >= points.size() || whole != points[count])
            continue;

        if (! kept.empty())
            rest.push_back (std::exchange (kept, {}));

        whole.clear();
        ++count;
    }

    if (count == points.size())
        points = std::move (rest);
}

/** Show and title may stand in one line. */
void takeOut (Episode& episode, const Pieces& pieces)
{
    Pieces described;
    const auto description = splitLines (episode.description);

    for (const auto& piece : pieces)
        if (std::ranges::contains (description, piece.words))
            described.push_back (piece);
        else if (piece.isOut && piece.words == episode.show)
            episode.show.clear();
        else if (piece.isOut && piece.words == episode.title)
            episode.title.clear();
        else if (piece.isOut)
            for (auto* said : { &episode.show, &episode.title })
                if (piece.words.contains (*said))
                    said->clear();

    takeOut (episode.description, described);
}

/** What lines have put into one chapter, or the episode. */
struct Parts
{
    Pieces episode, summary, points;
    bool isChapterOut = false, isPictureOut = false;
};

/** By the chapters' numbers; those of the episode at 0. */
std::vector<Parts> partsOf (const ImportedText& whole, const LinesLeftOut& leftOut)
{
    std::vector<Parts> parts (whole.outline.chapters.size() + 1);

    for (std::size_t i = 0; i < whole.lines.size(); ++i)
    {
        const auto& line = whole.lines[i];

        if (line.chapter >= parts.size())
            continue;

        auto& part = parts[line.chapter];
        const Piece piece { line.words, leftOut.contains (i) };

        if (holdsChapter (line.chapter, line.kind))
            part.isChapterOut = part.isChapterOut || piece.isOut;
        else if (line.kind == LineUse::Kind::summary && piece.words.empty())
            part.isPictureOut = part.isPictureOut || piece.isOut;
        else if (line.kind == LineUse::Kind::summary)
            part.summary.push_back (piece);
        else if (line.kind == LineUse::Kind::point)
            part.points.push_back (piece);
        else if (line.kind == LineUse::Kind::episode)
            part.episode.push_back (piece);
    }

    return parts;
}

/** The new numbers of all chapters, from 1; 0 for those that are out. */
std::vector<std::size_t> takeOut (Outline& outline, const std::vector<Parts>& parts)
{
    takeOut (outline.episode, parts.front().episode);
    std::vector<std::size_t> numbers { 0 };
    std::vector<Chapter> rest;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        auto& chapter = outline.chapters[i];
        const auto& part = parts[i + 1];
        numbers.push_back (part.isChapterOut ? 0 : rest.size() + 1);

        if (part.isChapterOut)
            continue;

        takeOut (chapter.summary, part.summary);
        takeOut (chapter.points, part.points);

        if (part.isPictureOut)
            chapter.image.reset();

        rest.push_back (std::move (chapter));
    }

    outline.chapters = std::move (rest);
    return numbers;
}

/** Whether it is a place in lines, and all of them are left out. */
bool isOut (const Place& place, const LinesLeftOut& leftOut)
{
    if (! place.line)
        return false;

    for (auto line = *place.line; line <= place.lastLine.value_or (*place.line); ++line)
        if (! leftOut.contains (line - 1))
            return false;

    return true;
}

} // namespace

bool LinesLeftOut::mayToggle (const LineFate& line)
{
    return line.use != LineUse::Kind::none || line.kind == LineFate::Kind::unticked;
}

void LinesLeftOut::toggle (std::size_t line, const std::vector<LineFate>& whole)
{
    if (line >= whole.size() || ! mayToggle (whole[line]))
        return;

    auto next = steps[current];
    const bool isOut = next.contains (line);
    std::vector<std::size_t> toTakeIn; // with all that went with them

    if (isOut)
        toTakeIn.push_back (next[line]);
    else
        next.emplace (line, line);

    for (std::size_t i = 0; whole[line].chapter > 0 && i < whole.size(); ++i)
    {
        if (whole[i].chapter != whole[line].chapter)
            continue;

        if (isOut && next.contains (i) && holdsChapter (whole[i].chapter, whole[i].use))
            toTakeIn.push_back (next[i]);
        else if (! isOut && holdsChapter (whole[line].chapter, whole[line].use))
            next.emplace (i, line);
    }

    std::erase_if (next, [&] (const auto& each) { return std::ranges::contains (toTakeIn, each.second); });
    steps.resize (current + 1);
    steps.push_back (std::move (next));
    ++current;
}

ImportedText without (const LinesLeftOut& leftOut, ImportedText whole)
{
    const auto numbers = takeOut (whole.outline, partsOf (whole, leftOut));

    for (std::size_t i = 0; i < whole.lines.size(); ++i)
        if (auto& line = whole.lines[i]; leftOut.contains (i))
            line = { .text = line.text };
        else if (line.chapter < numbers.size())
            line.chapter = numbers[line.chapter];

    std::erase_if (whole.notices, [&] (const Notice& n) { return isOut (n.where, leftOut); });
    return whole;
}

} // namespace earmark
