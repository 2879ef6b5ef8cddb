// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/EpisodeHeader.h"

#include "Formats/Outline/ListHeadings.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Outline/TitleText.h"
#include "Formats/Techniques/Columns.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

namespace earmark::outline
{

namespace
{

/** A paragraph, a sentence or a greeting, "Hi Bo,", but also the heading of a section, and moments on one line, "Sponsors: Acme (2:30),
    Foo (30:10)". */
bool isNoTitle (const Line& line)
{
    const auto text = trim (line.content);
    constexpr std::size_t longestTitle = 250;
    constexpr std::ptrdiff_t mostBlanks = 5;
    constexpr std::size_t mostTimes = 1;
    return text.size() > longestTitle || text.contains ("://") || text.ends_with (',')
           || hasTwoSentences (text) || (text.ends_with ('.') && std::ranges::count (text, ' ') > mostBlanks)
           || namesListOrSection (line) || namesMoments (line) || findTimestamps (text).size() > mostTimes;
}

/** Two short lines, one directly below the other, before everything else. */
bool areShowAndTitle (const Line& first, const Line& second)
{
    return second.number == first.number + 1 && first.content.size() <= longestShow
           && ! first.content.ends_with ('.') && ! second.content.ends_with ('.')
           && ! first.content.ends_with (':');
}

void tellLinks (EpisodeHeader& header, const Line& line)
{
    for (const auto& link : line.links)
        header.notices.push_back ({ Notice::Grade::ignored,
                                    std::format ("The title's link to {} was left out.", link.url),
                                    Place::atLine (line.number) });
}

constexpr auto showQuestion = "Does the first line begin with the show's name? Then what is it?";

/** What the line itself tells. Where it may as well be otherwise, it is asked. */
void splitTitle (EpisodeHeader& header, const std::string& text)
{
    const auto glued = splitGluedTitle (text);
    const auto split = glued && glued->isCertain ? glued : splitAtSeparator (text);
    const bool isSplit = split && (split->isCertain || isLikelyShow (split->show));
    header.show = isSplit ? split->show : std::string();
    header.title = isSplit ? split->title : text;

    // A capital inside a word may as well be part of a name such as CoreWeave: the line stays whole.
    if (split && ! split->isCertain)
        header.questions.push_back ({ "show", showQuestion, header.show, {} });
    else if (! split && glued)
        header.questions.push_back ({ "show", showQuestion, "", { glued->show } });
}

/** Takes off what says that this is the title, "Title: The Tide". */
std::string withoutLabel (EpisodeHeader& header, const Line& line)
{
    constexpr std::array<std::string_view, 6> names { "title",       "episode title", "titel",
                                                      "folgentitel", "titre",         "título" };
    auto text = withoutEmphasis (line.content);
    const auto colon = text.find (": ");

    if (colon == std::string::npos
        || ! std::ranges::contains (names, toLowerLetters (text.substr (0, colon))))
        return text;

    header.notices.push_back (
        { Notice::Grade::ignored,
          std::format ("'{}:' only says that this is the title.", text.substr (0, colon)),
          Place::atLine (line.number) });
    return std::string (trim (std::string_view (text).substr (colon + 1)));
}

void takeTitle (EpisodeHeader& header, const Line& line, const ReadOptions& options)
{
    const auto text = withoutLabel (header, line);
    tellLinks (header, line);
    splitTitle (header, text);
    const auto answer = options.answers.find ("show");

    if (answer == options.answers.end())
        return;

    // Who has answered may think again.
    header.questions = { { "show", showQuestion, answer->second, {} } };
    header.show = answer->second;
    header.title = text;

    if (! header.show.empty() && text.starts_with (header.show))
        header.title = trim (afterSeparator (std::string_view (text).substr (header.show.size())));
}

/** What an assistant says before its answer begins. */
void dropTalk (EpisodeHeader& header, std::vector<const Line*>& content)
{
    auto next = content.begin();

    for (; next != content.end(); ++next)
    {
        const auto& line = **next;
        const auto text = withoutEmphasis (line.content);
        const bool isTalk =
            opensAnswer (text) || (header.speaker == Speaker::assistant && isLastWord (text, header.speaker));

        // "Here are the chapters:" right above the list is its heading.
        const bool isHeading = next + 1 == content.end() && isListHeading (line);

        if (line.kind != Line::Kind::text || isHeading || ! isTalk)
            break;

        header.speaker = Speaker::assistant;
        header.notices.push_back ({ Notice::Grade::ignored,
                                    leftOutAsTalk (withoutEmphasis (withAddresses (line))),
                                    Place::atLine (line.number) });
    }

    content.erase (content.begin(), next);
}

/** Whether all cells are what columns are called, and a table of chapters could have them. */
bool isTableHead (const CsvRow& row)
{
    const auto columns = columnsOf (row);
    return columns[MarkerColumn::start] && columns[MarkerColumn::title]
           && std::ranges::all_of (std::views::iota (0uz, row.cells.size()),
                                   [&] (auto i) { return columns.knows (i); });
}

/** What stands between gaps of two blanks or more, "Time     Topic". */
CsvRow alignedCells (const Line& line)
{
    constexpr std::string_view gap = "  ";
    auto text = trim (line.content);
    CsvRow row;

    for (auto at = text.find (gap); at != std::string_view::npos; at = text.find (gap))
    {
        row.cells.push_back (withoutEmphasis (text.substr (0, at)));
        text = trim (text.substr (at));
    }

    row.cells.push_back (withoutEmphasis (text));
    return row;
}

/** The cells of the lines, each on one of its own or all of them on one. */
CsvRow cellsOf (std::span<const Line* const> lines)
{
    if (lines.size() == 1)
        return alignedCells (*lines.front());

    CsvRow row;

    for (const auto* line : lines)
        row.cells.push_back (withoutEmphasis (line->content));

    return row;
}

/** "Time", "Topic": the head of a table that came with each cell on a line of its own, or with blanks between them. */
void takeTableHead (EpisodeHeader& header, std::vector<const Line*>& content)
{
    constexpr std::size_t mostColumns = 5, longest = 250;

    for (auto width = std::min (mostColumns, content.size()); width > 0; --width)
    {
        const auto lines = std::span (content).last (width);
        const auto isLong = [] (const Line* line) { return line->content.size() > longest; };

        if (std::ranges::any_of (lines, isLong) || ! isTableHead (cellsOf (lines)))
            continue;

        header.notices.push_back ({ Notice::Grade::ignored,
                                    "The header of the table.",
                                    Place::atLines (lines.front()->number, lines.back()->number) });
        content.resize (content.size() - width);
        return;
    }
}

/** The last lines of the header, as far as they announce the list. */
void takeListHeadings (EpisodeHeader& header, std::vector<const Line*>& content, TitleLine titleLine)
{
    // A heading that stands alone may as well be the title: "# The Tide" is, "#### Topics" is not.
    const auto announcesList = [&] (const Line& line)
    {
        return namesListOrSection (line) || namesMoments (line)
               || (isListHeading (line)
                   && (content.size() > 1 || line.kind != Line::Kind::heading
                       || (titleLine == TitleLine::onlyIfAlone && line.headingLevel > 1)));
    };

    for (bool isLast = true; ! content.empty(); isLast = false)
    {
        const auto& line = *content.back();

        if (! (isLast ? announcesList (line) : namesListOrSection (line)))
            break;

        header.notices.push_back (
            { Notice::Grade::ignored,
              std::format ("'{}' is the heading of the list.", withoutEmphasis (line.content)),
              Place::atLine (line.number) });
        content.pop_back();
    }
}

} // namespace

EpisodeHeader readHeader (std::span<const Line* const> lines, TitleLine titleLine, const ReadOptions& options)
{
    EpisodeHeader header;
    std::vector<const Line*> content;

    for (const auto* line : lines)
        if (! line->saysNothing())
            (withoutEmphasis (line->content).empty() ? header.rest : content)
                .push_back (line); // a picture is no title

    dropTalk (header, content);

    // An assistant's answer is an outline, whatever else its list looks like: its heading is its title.
    if (header.speaker == Speaker::assistant && ! content.empty()
        && content.front()->kind == Line::Kind::heading)
        titleLine = TitleLine::likely;

    takeTableHead (header, content);
    takeListHeadings (header, content, titleLine);

    if (content.empty())
        return header;

    auto taken = content.begin();
    const auto& first = *content.front();

    if (first.kind == Line::Kind::heading)
    {
        if (! namesListOrSection (first))
        {
            takeTitle (header, first, options);
            ++taken;
        }
    }
    else if (first.kind == Line::Kind::text && ! isNoTitle (first)
             && (titleLine == TitleLine::likely || content.size() == 1))
    {
        const bool secondIsTitle = content.size() == 2 && content[1]->kind == Line::Kind::text
                                   && ! isNoTitle (*content[1])
                                   && ! splitGluedTitle (withoutEmphasis (first.content))
                                   && (hasShowWord (first.content) || areShowAndTitle (first, *content[1]));

        if (secondIsTitle)
        {
            header.show = withoutEmphasis (first.content);
            header.title = withoutEmphasis (content[1]->content);
            tellLinks (header, first);
            tellLinks (header, *content[1]);
            taken += 2;
        }
        else
        {
            takeTitle (header, first, options);
            ++taken;
        }
    }

    header.titles.assign (content.begin(), taken);
    header.rest.insert (header.rest.end(), taken, content.end());
    std::ranges::sort (header.rest, {}, &Line::number);
    return header;
}

} // namespace earmark::outline
