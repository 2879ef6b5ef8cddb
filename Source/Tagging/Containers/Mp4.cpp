// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Lint/RawChapters.h"
#include "Tagging/Losses.h"
#include "Tagging/Mp4/ChapterAtoms.h"
#include "Tagging/Mp4/ChapterReading.h"
#include "Tagging/Mp4/ChapterSamples.h"
#include "Tagging/Mp4/EpisodeItems.h"
#include "Tagging/Mp4/Items.h"
#include "Tagging/Mp4/MovieInventory.h"
#include "Tagging/Mp4/Rebuild.h"

#include <algorithm>
#include <array>
#include <format>
#include <functional>

// MP4, M4A, M4B: a QuickTime chapter track for Apple's players and a Nero list for others, both from the same plan, by one
// rebuild of moov. TagLib reads both back.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 5> suffixes { ".m4a", ".m4b", ".mp4", ".m4v", ".mov" };

bool sniff (const ByteSource& source)
{
    const auto header = source.read (0, 8);

    if (! header)
        return false;

    constexpr std::array<std::string_view, 5> firstAtoms { "ftyp", "moov", "mdat", "wide", "pnot" };
    return std::ranges::contains (firstAtoms, std::string_view (*header).substr (4));
}

void tellTagsBehind (const mp4::Movie& movie, const ByteSource& source, Notices& notices)
{
    if (movie.end() < source.size())
        notices.push_back (
            { Notice::Grade::ignored,
              "The file ends with an ID3v1 or APE tag, which has no place in an MP4: it is not read, and "
              "stays as it is.",
              {} });
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto movie = mp4::readMovie (*source);

    if (! movie)
        return std::unexpected (movie.error());

    ContainerReading reading;
    reading.length = movie->length();
    reading.episode.title = toValidUtf8 (mp4::itemText (movie->moov, mp4::titleItem));
    reading.episode.show = toValidUtf8 (mp4::itemText (movie->moov, mp4::albumItem));
    reading.episode.author = toValidUtf8 (mp4::itemText (movie->moov, mp4::artistItem));

    auto chapters = mp4::readChapters (*movie, source);

    if (! chapters)
        return std::unexpected (chapters.error());

    reading.lists = std::move (chapters->lists);
    reading.notices = std::move (chapters->notices);
    tellTagsBehind (*movie, *source, reading.notices);

    // Some writers cut Nero's list at 255 entries: the longer one knows more.
    std::ranges::stable_sort (
        reading.lists, [] (const auto& a, const auto& b) { return a.chapters.size() > b.chapters.size(); });
    return reading;
}

/** A chapter track begins with the audio. What lies before a late first chapter gets a name of its own, since players would
    show an untitled entry or shift all chapters; a first chapter that is late by less than a second begins at zero. */
void beginAtZero (ChapterPlan& plan)
{
    auto& first = plan.chapters.front();
    constexpr std::int64_t negligibleMs = 1000;

    if (first.startMs == 0)
        return;

    const auto start = formatTime (Position::fromMilliseconds (first.startMs));

    if (first.startMs < negligibleMs)
    {
        plan.notices.push_back (
            { Notice::Grade::warning,
              std::format ("The first chapter begins at {}; in an MP4 it must begin at 0:00, and does.",
                           start),
              {} });
        first.startMs = 0;
        return;
    }

    plan.notices.push_back (
        { Notice::Grade::warning,
          std::format (
              "The first chapter begins at {}; an MP4 needs one at 0:00, so 'Intro' was put in front.",
              start),
          {} });
    plan.chapters.insert (plan.chapters.begin(), { .startMs = 0, .endMs = first.startMs, .title = "Intro" });
}

std::vector<StoredList> expectedLists (const ChapterPlan& plan,
                                       const std::optional<mp4::ShownPictures>& pictures,
                                       std::size_t maxNeroTitle)
{
    StoredList quickTime { std::string (mp4::quickTimeForm), {} }, nero { std::string (mp4::neroForm), {} };

    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
    {
        const auto& chapter = plan.chapters[i];
        Chapter expected { .start = Position::fromMilliseconds (chapter.startMs),
                           .title = std::string (truncateUtf8 (chapter.title, mp4::maxTrackTitle)) };

        if (nero.chapters.size() < mp4::maxNeroChapters)
            nero.chapters.push_back ({ .start = expected.start,
                                       .title = std::string (truncateUtf8 (chapter.title, maxNeroTitle)) });

        if (auto url = mp4::trackLink (chapter); ! url.empty())
            expected.link = Link { std::move (url), {} };

        if (pictures)
            expected.image = pictures->images[i];

        quickTime.chapters.push_back (std::move (expected));
    }

    return { std::move (quickTime), std::move (nero) };
}

void noticeLosses (ChapterPlan& plan, std::size_t maxNeroTitle)
{
    const auto notice = [&] (std::ptrdiff_t count, const CountedSentence& sentence)
    { noticeLoss (plan.notices, count, sentence, maxNeroTitle); };

    const auto& chapters = plan.chapters;
    std::ptrdiff_t gaps = 0;

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        gaps += chapters[i].endMs < chapters[i + 1].startMs ? 1 : 0;

    // 'Intro' has no source, and nothing to lose.
    const auto count = [&] (auto&& has)
    {
        return std::ranges::count_if (
            chapters, [&] (const PlannedChapter& c) { return c.source != nullptr && has (c); });
    };

    notice (count ([] (const PlannedChapter& c)
                   { return ! c.source->summary.empty() || ! c.source->points.empty(); }),
            { "{} chapter has a summary or points; an MP4 does not hold them.",
              "{} chapters have summaries or points; an MP4 does not hold them." });
    notice (count ([] (const PlannedChapter& c)
                   { return c.source->link && ! c.source->link->url.empty() && mp4::trackLink (c).empty(); }),
            { "{} link is longer than the 255 bytes that an MP4 can hold; it is not written.",
              "{} links are longer than the 255 bytes that an MP4 can hold; they are not written." });
    notice (count ([] (const PlannedChapter& c)
                   { return c.source->image && std::holds_alternative<LinkedImage> (*c.source->image); }),
            { "{} picture is only an address; an MP4 holds the pictures themselves.",
              "{} pictures are only addresses; an MP4 holds the pictures themselves." });
    notice (count ([] (const PlannedChapter& c) { return ! c.source->inContents; }),
            { "{} hidden chapter is listed all the same: an MP4 cannot hide it.",
              "{} hidden chapters are listed all the same: an MP4 cannot hide them." });
    plan.notices.append_range (
        lossOfLevels (count ([] (const PlannedChapter& c) { return c.source->level > 0; }), "an MP4"));
    notice (gaps,
            { "{} chapter ends before the next one begins; in an MP4 it lasts until the next.",
              "{} chapters end before the next one begins; in an MP4 each lasts until the next." });
    notice (
        chapters.size() > mp4::maxNeroChapters ? std::ptrdiff_t (chapters.size() - mp4::maxNeroChapters) : 0,
        { "{} chapter exceeds the 255 of Nero's list; players that read only that one (AntennaPod) do not "
          "show it.",
          "{} chapters exceed the 255 of Nero's list; players that read only that one (AntennaPod) do not "
          "show them." });
    notice (
        std::ranges::count_if (chapters,
                               [&] (const PlannedChapter& c) { return c.title.size() > maxNeroTitle; }),
        { "{} title is longer than the {} bytes of Nero's list and is cut there; the QuickTime list has it "
          "whole.",
          "{} titles are longer than the {} bytes of Nero's list and are cut there; the QuickTime list has "
          "them whole." });
}

/** A picture lasts until the next. */
void noticeOthersPictures (ChapterPlan& plan, const mp4::ShownPictures& pictures)
{
    const auto isThere = [] (const std::optional<EmbeddedImage>& image) { return image.has_value(); };
    const auto first = std::ranges::find_if (pictures.images, isThere);
    const auto without = std::count_if (first, pictures.images.end(), std::not_fn (isThere));

    if (without > 0)
        plan.notices.push_back (
            { Notice::Grade::ignored,
              without == 1
                  ? "One chapter has no picture; in an MP4, players may go on showing the one before it."
                  : std::format ("{} chapters have no picture; in an MP4, players may go on showing the one "
                                 "before them.",
                                 without),
              {} });
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    auto movie = mp4::readMovie (*source);

    if (! movie)
        return std::unexpected (movie.error());

    if (auto reason = mp4::reasonNotToWrite (*movie))
        return std::unexpected (std::move (*reason));

    auto plan = planChapters (outline, movie->length());

    if (! plan)
        return std::unexpected (plan.error());

    const auto maxNeroTitle = mp4::maxNeroTitle (options.profile.limits);
    beginAtZero (*plan);
    noticeLosses (*plan, maxNeroTitle);
    const auto pictures = mp4::shownPictures (*plan, movie->timescale, plan->notices);
    mp4::NewChapters chapters { .plan = &*plan,
                                .tracks = { mp4::titleSamples (*plan) },
                                .maxNeroTitle = maxNeroTitle };

    if (pictures)
    {
        noticeOthersPictures (*plan, *pictures);
        chapters.tracks.push_back (mp4::pictureSamples (*plan, *pictures));
    }

    ContainerEdit edit { .result = PieceTable (source),
                         .expected = expectedLists (*plan, pictures, maxNeroTitle),
                         .changes = {},
                         .notices = plan->notices };
    tellTagsBehind (*movie, *source, edit.notices);
    mp4::putEpisode (movie->moov, outline.episode, options.episodeTags, edit);

    auto rebuilt = mp4::rebuild (source, std::move (*movie), chapters);

    if (! rebuilt)
        return std::unexpected (rebuilt.error());

    edit.result = std::move (*rebuilt);
    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    auto movie = mp4::readMovie (*source);

    if (! movie)
        return std::unexpected (movie.error());

    ContainerEdit edit { .result = PieceTable (source), .expected = {}, .changes = {}, .notices = {} };
    tellTagsBehind (*movie, *source, edit.notices);

    if (movie->chapterTracks().empty() && raw::neroList (movie->moov) == nullptr)
        return edit;

    if (auto reason = mp4::reasonNotToWrite (*movie))
        return std::unexpected (std::move (*reason));

    auto rebuilt = mp4::rebuild (source, std::move (*movie), {});

    if (! rebuilt)
        return std::unexpected (rebuilt.error());

    edit.result = std::move (*rebuilt);
    return edit;
}

} // namespace

extern const Container mp4Container;

constexpr Container mp4Container {
    .id = "mp4",
    .name = "MP4",
    .suffixes = suffixes,
    .carries = "title, link, picture",
    .pictures = ChapterPictures::alike,
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = mp4::inventory,
};

} // namespace earmark
