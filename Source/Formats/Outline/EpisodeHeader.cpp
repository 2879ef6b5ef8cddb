// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/EpisodeHeader.h"

#include "Formats/Outline/ListHeadings.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Techniques/Columns.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

namespace earmark::outline
{

namespace
{

/** Words that end the names of shows. */
constexpr std::array<std::string_view, 30> showWords {
    "Podcast", "Podcasts", "Pod",     "Show",       "Radio",  "Hour",    "Cast",    "Talk",
    "Talks",   "Daily",    "Weekly",  "News",       "Report", "Live",    "Lab",     "Files",
    "Diaries", "Stories",  "Session", "Sessions",   "Club",   "Academy", "Minutes", "Morning",
    "Tonight", "Network",  "Project", "Experience", "Review", "Brief"
};

/** Words that are written with a capital inside: no joint. */
constexpr std::array<std::string_view, 34> camelWords {
    "YouTube",  "GitHub",   "GitLab",    "LinkedIn",    "PayPal",      "TikTok",     "OpenAI",
    "DeepMind", "DeepSeek", "ChatGPT",   "iPhone",      "iPad",        "iOS",        "macOS",
    "eBay",     "WhatsApp", "WordPress", "JavaScript",  "TypeScript",  "PowerPoint", "SpaceX",
    "FaceTime", "AirPods",  "MacBook",   "BioNTech",    "AstraZeneca", "PostgreSQL", "MySQL",
    "GraphQL",  "WeWork",   "DoorDash",  "CrowdStrike", "McDonald",    "PhD"
};

/** Bytes. */
constexpr std::size_t longestShow = 60;

bool isLower (char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9)
           || (c >= 0x430 && c <= 0x44F);
}

struct Word
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

Word wordAround (std::string_view text, std::size_t at)
{
    Word word { at, at };

    while (word.begin > 0 && isWordCharacter (codePointBefore (text, word.begin).value))
        word.begin -= codePointBefore (text, word.begin).size;

    while (word.end < text.size() && isWordCharacter (codePointAt (text, word.end).value))
        word.end += codePointAt (text, word.end).size;

    return word;
}

/** "the end. The next", but neither "Dr. Quist" nor "Part 3. Fog" nor "tide vs. ferry". */
bool hasTwoSentences (std::string_view text)
{
    constexpr std::size_t shortestWord = 3;

    for (auto at = text.find (". "); at != std::string_view::npos; at = text.find (". ", at + 1))
    {
        const auto word = at == 0 ? Word {} : wordAround (text, at - codePointBefore (text, at).size);
        const bool ends =
            word.end == at && at - word.begin >= shortestWord && isLower (codePointBefore (text, at).value);
        const auto behind = text.substr (at + 2);

        if (ends && ! behind.empty() && isCapital (codePointAt (behind, 0).value))
            return true;
    }

    return false;
}

/** A paragraph, a sentence or a greeting, "Hi Bo,", but also the heading of a section. */
bool isNoTitle (const Line& line)
{
    const auto text = trim (line.content);
    constexpr std::size_t longestTitle = 250;
    constexpr std::ptrdiff_t mostBlanks = 5;
    return text.size() > longestTitle || text.contains ("://") || text.ends_with (',')
           || hasTwoSentences (text) || (text.ends_with ('.') && std::ranges::count (text, ' ') > mostBlanks)
           || namesListOrSection (line);
}

bool hasShowWord (std::string_view text)
{
    for (const auto word : showWords)
        if (text.contains (word))
            return true;

    return text.contains ("podcast") || text.contains (" FM");
}

/** "Episode 42: Fog", "Ep. 42", "#42". */
bool beginsWithEpisodeNumber (std::string_view text)
{
    constexpr std::array<std::string_view, 8> words { "episode", "ep",       "folge",    "Épisode",
                                                      "avsnitt", "episodio", "episódio", "aflevering" };
    const auto digitsAt = text.find_first_of ("0123456789");

    if (digitsAt == std::string_view::npos)
        return false;

    auto before = trim (text.substr (0, digitsAt));

    if (before.ends_with ('#') || before.ends_with ('.'))
        before = trim (before.substr (0, before.size() - 1));
    else if (before.empty())
        return false;

    return before.empty() ? text.starts_with ('#') : std::ranges::contains (words, toLowerAscii (before));
}

/** "Episode 42" with no title behind the number. */
bool isEpisodeNumber (std::string_view text)
{
    if (! beginsWithEpisodeNumber (text))
        return false;

    const auto digits = text.substr (text.find_first_of ("0123456789"));
    return ! hasWord (digits.substr (std::min (digits.size(), digits.find_first_not_of ("0123456789"))));
}

/** "Show | Title", "Title - Show": split at the only strong separator when one side names a show, or the right one begins
    with the episode's number. */
std::optional<GluedTitle> splitAtSeparator (std::string_view line)
{
    for (const std::string_view separator : { " | ", " — ", " – ", " - ", " :: ", " • ", " · " })
    {
        const auto at = line.find (separator);

        if (at == std::string_view::npos)
            continue;

        const auto left = trim (line.substr (0, at));
        const auto right = trim (line.substr (at + separator.size()));

        if (hasShowWord (left) && ! hasShowWord (right))
            return GluedTitle { std::string (left), std::string (right), true };

        if (hasShowWord (right) && ! hasShowWord (left))
            return GluedTitle { std::string (right), std::string (left), true };

        if (left.size() <= longestShow && beginsWithEpisodeNumber (right) && ! beginsWithEpisodeNumber (left))
            return GluedTitle { std::string (left), std::string (right), ! isEpisodeNumber (right) };
    }

    return {};
}

/** What stands before a bare number may be either: the names of shows have few words, and titles say more. */
bool isLikelyShow (std::string_view text)
{
    constexpr std::ptrdiff_t mostBlanks = 2;
    return std::ranges::count (text, ' ') <= mostBlanks;
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

void takeTitle (EpisodeHeader& header, const Line& line, const ReadOptions& options)
{
    const auto text = withoutEmphasis (line.content);
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

/** "Time", "Topic": the head of a table that came with each cell on a line of its own. */
void takeTableHead (EpisodeHeader& header, std::vector<const Line*>& content)
{
    constexpr std::size_t mostColumns = 5;

    for (auto width = std::min (mostColumns, content.size()); width > 1; --width)
    {
        const auto lines = std::span (content).last (width);
        CsvRow row;

        for (const auto* line : lines)
            row.cells.push_back (withoutEmphasis (line->content));

        const auto columns = columnsOf (row);
        const bool isHead = columns[MarkerColumn::start] && columns[MarkerColumn::title]
                            && std::ranges::all_of (std::views::iota (0uz, width),
                                                    [&] (auto i) { return columns.knows (i); });

        if (! isHead)
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
        return namesListOrSection (line)
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

std::optional<GluedTitle> splitGluedTitle (std::string_view line)
{
    constexpr std::size_t longestTitle = 1000; // bounds the work: each joint looks at its whole word

    if (line.empty() || line.size() > longestTitle)
        return {};

    std::optional<GluedTitle> guess;

    for (std::size_t i = codePointAt (line, 0).size; i < line.size();)
    {
        const auto [c, size] = codePointAt (line, i);
        const auto before = codePointBefore (line, i).value;
        const bool joint = isCapital (c)
                           && (isLower (before) || (before >= '0' && before <= '9') || before == '!'
                               || before == '?' || before == ')');

        if (joint)
        {
            const auto word = wordAround (line, i);
            const auto left = line.substr (word.begin, i - word.begin);
            const auto whole = line.substr (word.begin, word.end - word.begin);
            const bool known =
                std::ranges::any_of (camelWords, [&] (std::string_view w) { return whole.starts_with (w); });

            if (! known)
            {
                GluedTitle split { std::string (trim (line.substr (0, i))),
                                   std::string (trim (line.substr (i))),
                                   std::ranges::contains (showWords, left)
                                       || beginsWithEpisodeNumber (line.substr (i)) };

                if (split.isCertain)
                    return split;

                constexpr std::size_t shortestPart = 3;

                if (! guess && left.size() >= shortestPart && word.end - i >= shortestPart)
                    guess = split;
            }
        }

        i += size;
    }

    return guess;
}

EpisodeHeader readHeader (std::span<const Line* const> lines, TitleLine titleLine, const ReadOptions& options)
{
    EpisodeHeader header;
    std::vector<const Line*> content;

    for (const auto* line : lines)
        if (! line->saysNothing())
            (withoutEmphasis (line->content).empty() ? header.rest : content)
                .push_back (line); // a picture is no title

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
