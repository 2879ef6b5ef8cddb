// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"

#include "Formats/Outline/Entries.h"
#include "Formats/Outline/EpisodeHeader.h"
#include "Formats/Outline/FrontMatter.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

namespace earmark::outline
{

namespace
{

/** Word processors and notes programs write a soft line break as a vertical tab, a line or a paragraph separator. */
std::string withPlainLineEnds (std::string_view text)
{
    constexpr std::array<std::string_view, 3> marks { "\v", "\u2028", "\u2029" };
    std::string plain;
    plain.reserve (text.size());

    while (! text.empty())
    {
        // The first bytes of the marks are rare in other text.
        const auto next = std::min (text.find_first_of ("\v\xE2"), text.size());
        plain += text.substr (0, next);
        text.remove_prefix (next);

        const auto mark =
            std::ranges::find_if (marks, [&] (std::string_view m) { return text.starts_with (m); });
        const auto isMark = mark != marks.end();

        if (! text.empty())
            plain += isMark ? '\n' : text.front();

        text.remove_prefix (isMark ? mark->size() : std::min<std::size_t> (1, text.size()));
    }

    return plain;
}

class Reader
{
public:
    Reader (std::string_view text, Body bodyPolicy, const ReadOptions& readOptions)
        : frontMatter (readFrontMatter (text)), candidates (analyse (text, frontMatter.lines)),
          body (bodyPolicy), options (readOptions)
    {}

    Shape shape()
    {
        entries = findEntries (candidates);
        Shape shape { .chapters = entries.size() };

        for (std::size_t i = 0; i < entries.size(); ++i)
        {
            const auto next = i + 1 < entries.size() ? entries[i + 1].index : entries[i].index + 1;
            shape.ranges += entries[i].line.end ? 1u : 0u;
            shape.alone += entries[i].line.place == TimePlace::alone ? 1u : 0u;

            for (auto k = entries[i].index + 1; k < next; ++k)
            {
                if (candidates[k].isContent())
                {
                    ++shape.bodies;
                    break;
                }
            }
        }

        return shape;
    }

    Result<OutlineReading> read()
    {
        entries = findEntries (candidates);

        if (entries.empty())
            return failure (Error::Kind::empty,
                            "No chapters were found: no line begins or ends with a time such as 1:23.");

        chooseBlock();

        if (entries.size() > maxChapters)
            return failure (Error::Kind::tooLarge,
                            std::format ("It holds more than {} chapters.", maxChapters));

        placeTitles();
        makeChapters();
        describeEpisode();
        remark();
        return std::move (result);
    }

private:
    FrontMatter frontMatter;
    std::vector<Candidate> candidates;
    std::vector<Entry> entries;
    Body body;
    const ReadOptions& options;
    EpisodeHeader header;
    OutlineReading result;

    /** Candidates that stand outside the list, for the description. */
    std::vector<const Line*> surrounding;

    /** Per candidate: it has become the title of a chapter on another line. */
    std::vector<bool> isTitle;

    bool titlesStandBefore = false;

    void notice (Notice::Grade grade, std::string message, Place where = {})
    {
        result.notices.push_back ({ grade, std::move (message), std::move (where) });
    }

    void chooseBlock()
    {
        const auto blocks = findBlocks (candidates, entries);

        if (blocks.size() < 2)
            return;

        std::size_t chosen = 0;

        if (const auto answer = options.answers.find ("list"); answer != options.answers.end())
            for (std::size_t i = 0; i < blocks.size(); ++i)
                if (answer->second == std::to_string (i + 1))
                    chosen = i;

        Question question {
            "list", "The text holds several lists of times. Which one are the chapters?", "1", {}
        };

        for (std::size_t i = 0; i < blocks.size(); ++i)
            question.choices.push_back (std::to_string (i + 1));

        result.questions.push_back (std::move (question));

        for (std::size_t i = 0; i < blocks.size(); ++i)
            if (i != chosen)
                notice (Notice::Grade::warning,
                        std::format ("Another list of {} times, which starts over, was left out; --set "
                                     "list={} takes it instead.",
                                     blocks[i].end - blocks[i].begin,
                                     i + 1),
                        Place::atLines (lineOf (blocks[i].begin), lineOf (blocks[i].end - 1)));

        const auto block = blocks[chosen];
        entries = { entries.begin() + std::ptrdiff_t (block.begin),
                    entries.begin() + std::ptrdiff_t (block.end) };
    }

    std::size_t lineOf (std::size_t entry) const { return candidates[entries[entry].index].line.number; }

    /** One past the last candidate that may belong to an entry. */
    std::size_t endOfEntry (std::size_t i) const
    {
        return i + 1 < entries.size() ? entries[i + 1].index : candidates.size();
    }

    static bool mayBeTitle (const Line& line)
    {
        return line.kind != Line::Kind::blank && line.kind != Line::Kind::rule
               && pictureAlone (line) == nullptr;
    }

    /** The nearest candidate with content in front of an entry and behind the one before it. */
    std::optional<std::size_t> contentBefore (std::size_t i) const
    {
        const auto from = i > 0 ? entries[i - 1].index + 1 : 0;

        for (auto k = entries[i].index; k-- > from;)
            if (mayBeTitle (candidates[k].line))
                return k;

        return {};
    }

    std::optional<std::size_t> contentAfter (std::size_t i) const
    {
        for (auto k = entries[i].index + 1; k < endOfEntry (i); ++k)
            if (mayBeTitle (candidates[k].line))
                return k;

        return {};
    }

    /** Where times stand alone, their titles are on the next lines, or, as in a copied chapter panel, on the lines before. */
    void placeTitles()
    {
        isTitle.assign (candidates.size(), false);
        const auto alone =
            std::ranges::count_if (entries, [] (const Entry& e) { return e.line.place == TimePlace::alone; });

        if (std::size_t (alone) * 2 < entries.size())
            return; // "0:00 ???": symbols are the title

        const auto followed = std::ranges::count_if (std::views::iota (0uz, entries.size() - 1),
                                                     [&] (auto i) { return contentAfter (i).has_value(); });

        if (std::size_t (followed) * 2 < entries.size() - 1)
            return; // "Part 1 - 0:00", one directly below the other

        const bool allHaveBefore = std::ranges::all_of (
            std::views::iota (0uz, entries.size()), [&] (auto i) { return contentBefore (i).has_value(); });
        titlesStandBefore = allHaveBefore && ! contentAfter (entries.size() - 1);

        // Headings are titles wherever each time has one directly before it.
        titlesStandBefore =
            titlesStandBefore
            || std::ranges::all_of (std::views::iota (0uz, entries.size()),
                                    [&] (auto i)
                                    {
                                        const auto k = contentBefore (i);
                                        return k && candidates[*k].line.kind == Line::Kind::heading
                                               && *k + 1 == entries[i].index;
                                    });

        // And so are lines that begin a paragraph, each with a time right below it.
        titlesStandBefore =
            titlesStandBefore
            || std::ranges::all_of (entries,
                                    [&] (const Entry& e)
                                    {
                                        return e.index > 0
                                               && candidates[e.index - 1].line.kind == Line::Kind::text
                                               && ! isListHeading (candidates[e.index - 1].line)
                                               && (e.index == 1 || candidates[e.index - 2].isBlank());
                                    });

        for (std::size_t i = 0; i < entries.size(); ++i)
        {
            if (entries[i].line.place != TimePlace::alone)
                continue;

            if (const auto k = titlesStandBefore ? contentBefore (i) : contentAfter (i))
            {
                auto& chapter = entries[i].line;
                const auto& line = candidates[*k].line;
                chapter.title = withoutEmphasis (line.content);
                takeUrls (chapter, line);
                isTitle[*k] = true;
            }
        }
    }

    /** What chapters in front of the last show about how a body looks; the last one's must not swallow what follows the
        list. */
    struct BodyHabit
    {
        bool text = false;
        bool points = false;
        bool blankInside = false; ///< a blank line between two lines of one body
    };

    BodyHabit habitOfBodies() const
    {
        BodyHabit habit;

        for (std::size_t i = 0; i + 1 < entries.size(); ++i)
        {
            bool content = false, blank = false;

            for (auto k = entries[i].index + 1; k < endOfEntry (i); ++k)
            {
                if (isTitle[k])
                    continue;

                if (candidates[k].isContent())
                {
                    (candidates[k].line.kind == Line::Kind::bullet ? habit.points : habit.text) = true;
                    habit.blankInside = habit.blankInside || (content && blank);
                    content = true;
                    blank = false;
                }
                else
                {
                    blank = true;
                }
            }
        }

        return habit;
    }

    /** One past the last candidate of the last chapter's body. */
    std::size_t endOfLastBody() const
    {
        const auto habit = entries.size() > 1 ? habitOfBodies() : BodyHabit { true, true, false };
        const auto begin = entries.back().index + 1;
        const bool alone = entries.back().line.place == TimePlace::alone && ! titlesStandBefore;
        bool attached = alone; // right below its title, without a blank line
        bool content = false;
        auto end = begin;

        for (auto k = begin; k < candidates.size(); ++k)
        {
            const auto& c = candidates[k];

            if (isTitle[k])
            {
                end = k + 1;
                continue;
            }

            if (c.isBlank())
            {
                if (content && ! habit.blankInside)
                    break;

                attached = false;
                continue;
            }

            const bool expected =
                (attached && c.isContent())
                || (c.line.kind == Line::Kind::bullet ? habit.points
                                                      : c.line.kind == Line::Kind::text && habit.text);

            if (! expected)
                break;

            content = true;
            end = k + 1;
        }

        return end;
    }

    void makeChapters()
    {
        const auto end = body == Body::surrounding ? entries.back().index + 1 : endOfLastBody();

        std::vector<const Line*> before;

        for (std::size_t k = 0; k < entries.front().index; ++k)
            if (! isTitle[k])
                before.push_back (&candidates[k].line);

        header = readHeader (
            before, body == Body::summaryAndPoints ? TitleLine::likely : TitleLine::onlyIfAlone, options);
        surrounding = header.rest;

        for (std::size_t i = 0; i < entries.size(); ++i)
        {
            const auto& line = entries[i].line;
            Chapter chapter { .start = Position (line.start.value),
                              .title = line.title,
                              .summary = line.summary };

            if (line.end)
                chapter.end = Position (line.end->value);

            if (! line.url.empty())
                chapter.link = Link { .url = line.url, .text = line.urlTitle };

            if (! line.picture.empty())
                takePicture (chapter, line.picture, line.pictureAlt, lineOf (i));

            if (line.endNotLater)
                notice (Notice::Grade::warning,
                        "The range's end is not later than its start; the end was left out.",
                        Place::atLine (lineOf (i)));

            for (const auto& url : line.furtherUrls)
                notice (Notice::Grade::ignored,
                        std::format ("A chapter has one link; the further one to {} was left out.", url),
                        Place::atLine (lineOf (i)));

            takeBody (chapter, entries[i].index + 1, i + 1 < entries.size() ? endOfEntry (i) : end);

            if (chapter.title.empty())
                notice (Notice::Grade::warning, "The chapter has no title.", Place::atLine (lineOf (i)));

            result.outline.chapters.push_back (std::move (chapter));
        }

        for (auto k = std::max (end, entries.back().index + 1); k < candidates.size(); ++k)
            surrounding.push_back (&candidates[k].line);
    }

    void
    takePicture (Chapter& chapter, const std::string& url, const std::string& alt, std::size_t lineNumber)
    {
        chapter.image = LinkedImage { url };

        if (! trim (alt).empty())
            notice (Notice::Grade::ignored,
                    std::format ("The picture's description '{}' was left out.", trim (alt)),
                    Place::atLine (lineNumber));
    }

    void takeBody (Chapter& chapter, std::size_t from, std::size_t to)
    {
        bool inSection = false; // behind a heading, which ends the body

        for (auto k = from; k < to; ++k)
        {
            const auto& line = candidates[k].line;

            if (isTitle[k] || line.kind == Line::Kind::blank)
                continue;

            inSection = inSection || line.kind == Line::Kind::heading;

            if (line.kind == Line::Kind::heading || line.kind == Line::Kind::rule || inSection
                || body == Body::surrounding)
            {
                surrounding.push_back (&line);
                continue;
            }

            if (const auto* picture = pictureAlone (line); picture != nullptr && ! chapter.image)
            {
                takePicture (chapter, picture->url, picture->alt, line.number);
                continue;
            }

            auto text = withoutEmphasis (withAddresses (line));

            if (line.kind == Line::Kind::bullet)
            {
                chapter.points.push_back (std::move (text));
            }
            else if (! chapter.points.empty() && line.indent > 1)
            {
                chapter.points.back() += ' ' + text;
            }
            else
            {
                if (! chapter.summary.empty())
                    chapter.summary += '\n';

                chapter.summary += text;
            }
        }
    }

    void describeEpisode()
    {
        auto& episode = result.outline.episode;
        episode.show = header.show;
        episode.title = header.title.empty() ? frontMatter.title : header.title;
        episode.date = frontMatter.date;
        std::ranges::copy (header.notices, std::back_inserter (result.notices));
        std::ranges::copy (header.questions, std::back_inserter (result.questions));

        if (frontMatter.lines > 0)
            notice (Notice::Grade::ignored,
                    "Front matter; its title and date are used where the text has none.",
                    Place::atLines (1, frontMatter.lines));

        const Line* previous = nullptr;
        std::optional<std::size_t> runBegin;

        const auto endRun = [&]
        {
            if (runBegin && previous != nullptr)
                notice (Notice::Grade::ignored,
                        "Text around the chapters; kept as the episode's description.",
                        Place::atLines (*runBegin, previous->number));

            runBegin.reset();
        };

        for (const auto* line : surrounding)
        {
            if (line->kind == Line::Kind::blank || line->kind == Line::Kind::rule)
                continue;

            if (previous != nullptr && line->number > previous->number + 1
                && ! onlyBlankBetween (previous->number, line->number))
                endRun();

            if (! episode.description.empty())
                episode.description +=
                    previous != nullptr && line->number > previous->number + 1 ? "\n\n" : "\n";

            episode.description += withoutEmphasis (withAddresses (*line));
            previous = line;
            runBegin = runBegin ? runBegin : line->number;
        }

        endRun();
    }

    bool onlyBlankBetween (std::size_t before, std::size_t after) const
    {
        // Line numbers count from 1: the candidate of line n is n - 1.
        return std::ranges::all_of (candidates.begin() + std::ptrdiff_t (before),
                                    candidates.begin() + std::ptrdiff_t (after) - 1,
                                    [] (const Candidate& c)
                                    { return c.isBlank() || c.line.kind == Line::Kind::rule; });
    }

    /** "en:Title" in every line is how MediaInfo shows the language. */
    void dropLanguagePrefix()
    {
        auto& chapters = result.outline.chapters;
        const auto isPrefixed = [] (const Chapter& c)
        {
            const auto& t = c.title;
            return t.size() > 3 && t[2] == ':' && t[3] != ' ' && t[0] >= 'a' && t[0] <= 'z' && t[1] >= 'a'
                   && t[1] <= 'z';
        };

        if (chapters.size() < 2 || ! std::ranges::all_of (chapters, isPrefixed))
            return;

        const auto language = chapters.front().title.substr (0, 2);

        for (auto& chapter : chapters)
            chapter.title.erase (0, 3);

        notice (Notice::Grade::ignored,
                std::format ("Every title begins with a language ('{}:'); it was taken off.", language),
                Place::atLines (lineOf (0), lineOf (entries.size() - 1)));
    }

    void remark()
    {
        dropLanguagePrefix();

        const auto& chapters = result.outline.chapters;
        std::size_t falling = 0;

        for (std::size_t i = 1; i < chapters.size(); ++i)
        {
            if (chapters[i].start < chapters[i - 1].start)
                ++falling;
            else if (chapters[i].start == chapters[i - 1].start)
                notice (Notice::Grade::warning,
                        std::format ("Two chapters begin at {}.", formatTime (chapters[i].start)),
                        Place::atLine (lineOf (i)));
            else if (chapters[i - 1].end && *chapters[i - 1].end > chapters[i].start)
                notice (Notice::Grade::warning,
                        std::format ("The chapter ends at {}, after the next one begins.",
                                     formatTime (*chapters[i - 1].end)),
                        Place::atLine (lineOf (i - 1)));
        }

        if (falling * 3 >= chapters.size() && falling > 1)
            notice (Notice::Grade::warning,
                    "Many times are smaller than the one before: are they the lengths of the parts, not "
                    "their starts?");

        const bool likeClock =
            chapters.size() > 2
            && std::ranges::all_of (
                entries,
                [] (const Entry& e)
                {
                    const auto minutes = e.line.start.value.milliseconds (Rounding::down) / 60'000;
                    const auto seconds = e.line.start.value.milliseconds (Rounding::down) / 1000 % 60;
                    return e.line.start.fields == 2 && minutes >= 6 && minutes < 24 && seconds % 5 == 0;
                });

        if (likeClock)
            notice (Notice::Grade::warning,
                    "These look like times of day; they were read as minutes and seconds.");
    }
};

} // namespace

Shape shapeOf (std::string_view text)
{
    constexpr std::size_t sampleBytes = 1u << 20;
    return Reader (withPlainLineEnds (text.substr (0, sampleBytes)), Body::summaryAndPoints, {}).shape();
}

Result<OutlineReading> readOutlineText (std::string_view text, Body body, const ReadOptions& options)
{
    const auto plain = withPlainLineEnds (text);
    const auto lineEnds = std::ranges::count_if (plain, [] (char c) { return c == '\n' || c == '\r'; });

    if (std::size_t (lineEnds) > maxOutlineLines)
        return failure (Error::Kind::tooLarge, std::format ("It holds more than {} lines.", maxOutlineLines));

    return Reader (plain, body, options).read();
}

} // namespace earmark::outline
