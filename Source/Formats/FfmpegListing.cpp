// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Csv.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"

#include <algorithm>

// What ffmpeg and ffprobe print of a file ("ffmpeg -i", libavformat/dump.c): "Chapter #0:1: start 90.500000, end 725.000000" with the
// chapter's "title : Fog" below it; and the rows of ffprobe -show_chapters. Of an output, which repeats them, nothing is taken.

namespace earmark
{

namespace
{

struct Times
{
    Duration start;
    std::optional<Duration> end;
};

/** "Chapter #0:1: start 90.500000, end 725.000000", with a point for the first colon in old versions. */
std::optional<Times> timesIn (std::string_view line)
{
    constexpr std::string_view word = ": start ", next = ", end ";
    const auto at = line.find (word);
    const auto comma = line.find (next);

    if (! line.starts_with ("Chapter #") || at == std::string_view::npos || comma == std::string_view::npos
        || comma < at)
        return {};

    const auto from = at + word.size();
    const auto start = parseSeconds (line.substr (from, comma - std::min (from, comma)));

    if (! start)
        return {};

    return Times { *start, parseSeconds (trim (line.substr (comma + next.size()))) };
}

/** What stands behind "|name=" in a row of ffprobe's compact form. */
std::string_view valueOf (std::string_view row, std::string_view name)
{
    const auto at = row.find (name);
    const auto value = at == std::string_view::npos ? std::string_view {} : row.substr (at + name.size());
    return value.substr (0, value.find ('|'));
}

/** The tags come last, and a bar inside of one stands behind a backslash. */
std::string titleOf (std::string_view row)
{
    constexpr std::string_view name = "|tag:title=";
    const auto at = row.find (name);
    const auto value = at == std::string_view::npos ? std::string_view {} : row.substr (at + name.size());
    std::string title;

    for (std::size_t i = 0; i < value.size() && value[i] != '|'; ++i)
        title += value[i] == '\\' && i + 1 < value.size() ? value[++i] : value[i];

    return title;
}

std::optional<Chapter> chapterOf (const std::optional<Times>& times, std::string title)
{
    if (! times)
        return {};

    Chapter chapter { .start = Position (times->start), .title = std::move (title) };

    if (times->end)
        chapter.end = Position (*times->end);

    return chapter;
}

/** "chapter,1,1/1000,90500,90.500000,725000,725.000000,Fog", or the same as "chapter|id=1|…|start_time=90.500000|…|tag:title=Fog", as
    ffprobe -show_chapters -of csv, or compact, prints it. */
std::optional<Chapter> rowIn (std::string_view line)
{
    const auto times = [] (std::string_view from, std::string_view to)
    {
        const auto start = parseSeconds (from);
        return start ? std::optional (Times { *start, parseSeconds (to) }) : std::nullopt;
    };

    if (line.starts_with ("chapter|"))
        return chapterOf (times (valueOf (line, "|start_time="), valueOf (line, "|end_time=")),
                          titleOf (line));

    constexpr std::size_t unit = 2, start = 4, end = 6, title = 7;
    const auto rows = line.starts_with ("chapter,") ? readCsv (line, ',') : std::vector<CsvRow> {};

    if (rows.size() != 1 || ! rows[0].cell (unit).contains ('/'))
        return {};

    return chapterOf (times (rows[0].cell (start), rows[0].cell (end)), std::string (rows[0].cell (title)));
}

Confidence sniff (std::string_view text)
{
    constexpr std::size_t sampleBytes = 1u << 16;

    for (const auto line : splitLines (text.substr (0, sampleBytes)))
        if (timesIn (trim (line)) || rowIn (trim (line)))
            return 95;

    return 0;
}

struct Found
{
    std::size_t line = 0;
    Chapter chapter;
};

class Listing
{
public:
    explicit Listing (const ReadOptions& options) : gathering (options) {}

    void take (std::string_view line, std::size_t number)
    {
        if (line.starts_with ("Output #") || (line.starts_with ("Input #") && ! found.empty()))
            isOver = true;

        if (isOver && (timesIn (line) || rowIn (line)))
        {
            ++further;
            return;
        }

        auto chapter = isOver ? std::nullopt : chapterOf (timesIn (line), {});
        about = chapter ? About::chapter : about;
        chapter = chapter || isOver ? chapter : rowIn (line);

        if (chapter)
        {
            found.push_back ({ .line = number, .chapter = std::move (*chapter) });
            return;
        }

        if (line.starts_with ("Input #"))
            about = About::episode;
        else if (line.starts_with ("Stream #") || line.starts_with ("Output #"))
            about = About::other;
        else if (! isOver && takeTag (line))
            return;

        unread += line.empty() ? 0u : 1u;
    }

    Result<OutlineReading> finish()
    {
        for (auto& [line, chapter] : found)
            gathering.add (std::move (chapter), Place::atLine (line));

        gathering.ignoreMany (further,
                              "{} chapter of another file or of the output.",
                              "{} chapters of other files or of the output.");
        gathering.ignoreMany (
            unread, "{} line that says nothing of chapters.", "{} lines that say nothing of chapters.");
        return std::move (gathering).finish (
            "No line is a chapter such as 'Chapter #0:0: start 0.000000, end 90.500000'.");
    }

private:
    /** What the lines that follow are about. */
    enum class About
    {
        other,
        episode,
        chapter
    };

    Gathering gathering;
    std::vector<Found> found;
    About about = About::other;
    bool isOver = false;
    std::size_t unread = 0, further = 0;

    /** "title           : Fog" */
    bool takeTag (std::string_view line)
    {
        const auto colon = line.find (':');

        if (colon == std::string_view::npos || about == About::other)
            return false;

        const auto key = toLowerAscii (trim (line.substr (0, colon)));
        const std::string value (trim (line.substr (colon + 1)));
        auto& e = gathering.episode();

        if (about == About::chapter && key == "title")
            found.back().chapter.title = value;
        else if (about == About::episode && key == "title")
            e.title = value;
        else if (about == About::episode && key == "album")
            e.show = value;
        else if (about == About::episode && key == "artist")
            e.author = value;
        else
            return false;

        return true;
    }
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Listing listing (options);
    std::size_t number = 0;

    for (const auto line : splitLines (text))
        listing.take (trim (line), ++number);

    return listing.finish();
}

} // namespace

extern const ChapterFormat ffmpegListingFormat;

constexpr ChapterFormat ffmpegListingFormat {
    .id = "ffmpeg-listing",
    .name = "FFmpeg listing",
    .suffixes = {},
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .episodeTitle = true,
                      .show = true,
                      .author = true,
                      .stepsPerSecond = 1'000'000 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
