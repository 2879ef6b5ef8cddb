// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OutlineText.h"

#include "Formats/Outline/Blocks.h"
#include "Formats/Outline/Bodies.h"
#include "Formats/Outline/Description.h"
#include "Formats/Outline/Doubles.h"
#include "Formats/Outline/DroppedSeconds.h"
#include "Formats/Outline/EpisodeHeader.h"
#include "Formats/Outline/Fields.h"
#include "Formats/Outline/FrontMatter.h"
#include "Formats/Outline/Levels.h"
#include "Formats/Outline/PageLines.h"
#include "Formats/Outline/PlainLines.h"
#include "Formats/Outline/Remarks.h"
#include "Formats/Outline/Sections.h"
#include "Formats/Outline/Tables.h"
#include "Formats/Outline/TimesOfDay.h"
#include "Formats/Outline/Totals.h"

#include <algorithm>
#include <format>

namespace earmark::outline
{

namespace
{

class Reader
{
public:
    Reader (std::string_view text, Body bodyPolicy, const ReadOptions& readOptions)
        : frontMatter (readFrontMatter (text)), candidates (analyse (text, frontMatter.lines)),
          body (bodyPolicy), options (readOptions)
    {}

    Reader (Reader&&) = default;

    bool hasEntries() const { return ! findEntries (candidates).empty(); }

    Shape shape() const { return shapeOf (candidates, findEntries (candidates)); }

    Result<OutlineReading> read()
    {
        entries = findEntries (candidates);

        if (entries.empty())
            return failure (Error::Kind::empty,
                            "No chapters were found: no line begins or ends with a time such as 1:23.");

        readDroppedSeconds (result, candidates, entries);
        entries = chooseBlock (result, candidates, std::move (entries), options.answers);

        if (entries.size() > maxChapters)
            return failure (Error::Kind::tooLarge,
                            std::format ("It holds more than {} chapters.", maxChapters));

        titles = placeTitles (candidates, entries);
        headings = findBodyHeadings (candidates, entries, titles);
        result.lines.resize (candidates.back().line.number);
        makeChapters();

        if (std::ranges::contains (titles.isTitle, true)) // as in forms
            takeFields (result.outline.chapters);

        endAtTotal (result, candidates, entries);
        dropDoubles (result, entries);
        askAboutTimesOfDay (result, entries, options.answers);
        describeEpisode();
        tellTableHeads (result.notices, candidates);
        remark (result, candidates, entries);
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

    TitlePlaces titles;
    BodyHeadings headings;
    PageLines pageLines; ///< by candidate, with why they are left out

    void use (const Line& line, LineUse::Kind kind, std::size_t chapter = 0, std::string words = {})
    {
        auto& used = result.lines[line.number - 1];

        if (used.kind == LineUse::Kind::chapterStart)
            return; // the prose in front of it has the same line

        used.kind = kind;
        used.chapter = chapter;
        used.words = std::move (words);
    }

    /** A line that belongs to a chapter on another line. */
    void useForChapter (std::size_t k, std::size_t chapter)
    {
        const auto& line = candidates[k].line;

        if (titles.isSummary[k])
            use (line, LineUse::Kind::summary, chapter, withoutEmphasis (withAddresses (line)));
        else
            use (line, LineUse::Kind::title, chapter);
    }

    void notice (Notice::Grade grade, std::string message, Place where = {})
    {
        result.notices.push_back ({ grade, std::move (message), std::move (where) });
    }

    std::size_t lineOf (std::size_t entry) const { return candidates[entries[entry].index].line.number; }

    void makeChapters()
    {
        takeLinesBefore();

        auto end = body == Body::surrounding ? entries.back().index + 1
                                             : endOfLastBody (candidates, entries, titles, headings);

        if (body == Body::summaryAndPoints)
            pageLines = findPageLines (candidates, entries, titles, end, header.speaker);

        if (! pageLines.empty())
            end = std::min (end, pageLines.begin()->first);

        for (std::size_t i = 0; i < entries.size(); ++i)
            makeChapter (i, end);

        const auto levels = levelsOf (candidates, entries);

        for (std::size_t i = 0; i < entries.size(); ++i)
            result.outline.chapters[i].level = levels[i];

        const auto behind = std::max (end, entries.back().index + 1);
        addLastWords (pageLines, candidates, titles, behind, header.speaker);

        for (auto k = behind; k < candidates.size(); ++k)
            if (titles.isTitle[k])
                useForChapter (k, entries.size());
            else if (const auto own = pageLines.find (k); own != pageLines.end())
                notice (Notice::Grade::ignored, own->second, Place::atLine (candidates[k].line.number));
            else
                surrounding.push_back (&candidates[k].line);
    }

    /** Of a list that was not chosen: the only question so far is which one is. */
    bool isOfOtherList (const Candidate& c) const
    {
        return ! result.questions.empty() && (c.first || c.last);
    }

    /** What stands before the first time: the episode's header, the first title, or neither. */
    void takeLinesBefore()
    {
        const auto sectionLines = sectionLinesBefore (candidates, entries, titles);
        std::vector<const Line*> before, sections;

        for (std::size_t k = 0; k < entries.front().index; ++k)
            if (titles.isTitle[k])
                useForChapter (k, 1);
            else
                (sectionLines.contains (k) || isOfOtherList (candidates[k]) ? sections : before)
                    .push_back (&candidates[k].line);

        header = readHeader (
            before, body == Body::surrounding ? TitleLine::onlyIfAlone : TitleLine::likely, options);

        for (const auto* line : header.titles)
            use (*line, LineUse::Kind::episode, 0, withoutEmphasis (line->content));

        surrounding = header.rest;
        surrounding.insert (surrounding.end(), sections.begin(), sections.end());
        std::ranges::sort (surrounding, {}, &Line::number);
    }

    /** Of the i-th time, with what follows it up to the next; the last one's ends at `end`, as an index into candidates. */
    void makeChapter (std::size_t i, std::size_t end)
    {
        const auto& line = entries[i].line;
        use (candidates[entries[i].index].line, LineUse::Kind::chapterStart, i + 1);
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

        takeBody (chapter,
                  entries[i].index + 1,
                  i + 1 < entries.size() ? endOfEntry (candidates, entries, i) : end);

        if (chapter.title.empty())
            notice (Notice::Grade::warning, "The chapter has no title.", Place::atLine (lineOf (i)));

        result.outline.chapters.push_back (std::move (chapter));
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
            const auto number = result.outline.chapters.size() + 1;

            if (titles.isTitle[k])
                useForChapter (k, number + (titles.before ? 1 : 0));

            if (titles.isTitle[k] || line.kind == Line::Kind::blank)
                continue;

            if (headings[k] == BodyHeading::repeated && ! inSection && body != Body::surrounding)
            {
                notice (Notice::Grade::ignored,
                        std::format ("'{}' is a heading in several chapters; what stands below it is kept.",
                                     withoutEmphasis (line.content)),
                        Place::atLine (line.number));
                continue;
            }

            const bool isOwn = headings[k] == BodyHeading::own;
            inSection = inSection || (line.kind == Line::Kind::heading && ! isOwn);

            if (line.saysNothing() || inSection || body == Body::surrounding || isSectionHeading (line))
            {
                surrounding.push_back (&line);
                continue;
            }

            if (const auto* picture = pictureAlone (line); picture != nullptr && ! chapter.image)
            {
                takePicture (chapter, picture->url, picture->alt, line.number);
                use (line, LineUse::Kind::summary, number);
                continue;
            }

            auto text = withoutEmphasis (withAddresses (line));
            use (line, LineUse::Kind::point, number, text);

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
                use (line, LineUse::Kind::summary, number, text);
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

        auto description = describe (surrounding, candidates);
        episode.description = std::move (description.text);
        std::ranges::copy (description.notices, std::back_inserter (result.notices));

        for (const auto* line : description.lines)
            use (*line, LineUse::Kind::episode, 0, withoutEmphasis (withAddresses (*line)));
    }
};

/** A reader, and what to say where the text was rewritten for it: where no time in the common style is found, or times have units. */
struct PlainReader
{
    Reader reader;
    std::string text;        ///< with plain line ends, as the lines of the result
    std::string_view notice; ///< empty where it was not rewritten
};

PlainReader readerOf (std::string_view text, Body body, const ReadOptions& options)
{
    constexpr std::size_t mostForRewriting = 1u << 20;
    auto plain = withPlainLineEnds (text);
    const bool mayRewrite = plain.size() <= mostForRewriting;
    const auto rewriting = mayRewrite ? withoutUnits (plain) : Rewriting();
    Reader reader (rewriting.text.empty() ? plain : rewriting.text, body, options);

    if (! mayRewrite || reader.hasEntries())
        return { std::move (reader), std::move (plain), rewriting.notice };

    const auto other = withColonTimes (plain);
    return other.text.empty()
               ? PlainReader { std::move (reader), std::move (plain), {} }
               : PlainReader { Reader (other.text, body, options), std::move (plain), other.notice };
}

} // namespace

Shape shapeOf (std::string_view text)
{
    constexpr std::size_t sampleBytes = 256u << 10;

    // The first piece that holds a list at all; long texts may stand before it.
    for (;;)
    {
        auto sample = text.substr (0, sampleBytes);

        if (const auto lastLine = sample.rfind ('\n');
            sample.size() < text.size() && lastLine != std::string_view::npos)
            sample = sample.substr (0, lastLine + 1);

        const auto shape = readerOf (sample, Body::summaryAndPoints, {}).reader.shape();
        text.remove_prefix (sample.size());

        if (shape.chapters > 0 || text.empty())
            return shape;
    }
}

Result<void> checkLineCount (std::string_view text)
{
    const auto lineEnds = std::ranges::count_if (text, [] (char c) { return c == '\n' || c == '\r'; });

    if (std::size_t (lineEnds) > maxOutlineLines)
        return failure (Error::Kind::tooLarge, std::format ("It holds more than {} lines.", maxOutlineLines));

    return {};
}

Result<OutlineReading> readOutlineText (std::string_view text, Body body, const ReadOptions& options)
{
    if (const auto counted = checkLineCount (text); ! counted)
        return std::unexpected (counted.error());

    auto [reader, plain, notice] = readerOf (text, body, options);
    auto reading = reader.read();

    if (! reading)
        return reading;

    const auto lines = splitLines (plain);
    reading->lines.resize (lines.size());

    for (std::size_t i = 0; i < lines.size(); ++i)
        reading->lines[i].text = lines[i];

    if (! notice.empty())
        reading->notices.push_back ({ Notice::Grade::warning, std::string (notice), {} });

    return reading;
}

} // namespace earmark::outline
