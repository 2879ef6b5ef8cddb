// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OpenAudio.h"

#include "Language/Translation.h"
#include "Model/Completed.h"
#include "Session/Paths.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

/** Other times or titles, as files keep them: to the millisecond. */
bool differ (const std::vector<Chapter>& a, const std::vector<Chapter>& b)
{
    return ! std::ranges::equal (a,
                                 b,
                                 [] (const Chapter& x, const Chapter& y)
                                 {
                                     const auto apart = x.start - y.start;
                                     return x.title == y.title && apart < Duration::fromMilliseconds (2)
                                            && apart > Duration::fromMilliseconds (-2);
                                 });
}

} // namespace

void OpenAudio::load (const std::string& path)
{
    if (! desk.services.loadMedia)
        return;

    awaited = path;
    desk.tell (Changed::media);
    desk.services.loadMedia (
        path,
        [this, path] (Result<MediaInfo> result)
        {
            if (awaited == path)
                awaited.clear();

            if (result)
                take (std::move (*result));
            else if (desk.document().media && desk.document().media->path == path && ! opened)
                askFor (tr ("cannot be opened: {}", trMade (result.error().message)));
            else
                desk.say (Message::Grade::error,
                          tr ("{} is not opened. {}", fileNameOf (path), trMade (result.error().message)));

            desk.tell (Changed::media);
        },
        [this] (const PeakMap& peaks, const std::vector<TimeRange>& pauses)
        {
            waveform = peaks;
            quiet = pauses;

            // Only reading to the end tells the true length.
            if (peaks.complete && desk.document().media && peaks.sampleRate > 0)
            {
                auto media = desk.document().media;
                media->length = Duration::fromSamples (peaks.length, peaks.sampleRate);

                if (media != desk.document().media)
                    desk.store().setMedia (media);
            }

            desk.tell (Changed::media);

            if (peaks.complete)
                desk.happened (Desk::Event::audioHeard);
        });
}

void OpenAudio::forgetFindings()
{
    waveform = {};
    quiet.clear();
    excerpt.reset();
    asked.reset();
    candidates.clear();
    wanted.clear();
    wantedFirst.clear();
    foundFrom = {};
    desk.happened (Desk::Event::audioForgotten);
}

void OpenAudio::forget()
{
    if (opened && desk.services.pause)
        desk.services.pause();

    if (desk.services.closeMedia)
        desk.services.closeMedia();

    awaited.clear();
    opened.reset();
    forgetEarlier();
    forgetFindings();
}

void OpenAudio::forgetEarlier()
{
    replaced.reset();
    replacedWaveform = {};
    replacedQuiet.clear();
}

Position OpenAudio::startOfPeaks() const
{
    return opened ? Position() : toEpisode (desk.document(), Position());
}

void OpenAudio::take (MediaInfo info)
{
    // A host may have brought a document of other audio than what is open.
    const auto& present = desk.document().media;
    const auto isOpen = opened && present && opened->path == present->path;

    // Only reading to the end tells how long the earlier one is.
    if (! isOpen || waveform.complete)
    {
        replaced = present;
        replacedWaveform = isOpen ? waveform : PeakMap();
        replacedQuiet = isOpen ? quiet : std::vector<TimeRange>();
    }

    forgetFindings();
    opened = std::move (info);
    desk.withdraw (Prompt::Kind::missingAudio);
    desk.withdraw (Prompt::Kind::ownChapters); // of the audio before this one
    takeOutline();
    desk.look (
        [] (ViewState& v)
        {
            v.playhead = {};
            v.range.reset();
            v.scale = showingAll (v.scale);
        });
    desk.resumeReview();
    desk.happened (Desk::Event::audioOpened);
}

/** What the file says of its chapters and its episode, where there is nothing yet: as it opens, where all is untouched, else as a step that
    can be taken back. Asks about chapters where there are others. */
void OpenAudio::takeOutline()
{
    const auto isOwn = desk.document().media && desk.document().media->path == opened->path;
    const MediaReference media { opened->path, opened->length };
    const auto& theirs = opened->chapters;

    // A project without chapters, or without a title, is meant to have none.
    const auto isUntouched =
        desk.chapters().empty() && ! desk.store().canUndo() && ! (isOwn && ! desk.projectPath().empty());
    const auto episode = completed (desk.document().outline.episode, theirs.episode);
    const auto isFilled = episode != desk.document().outline.episode;
    const auto saysMore = isUntouched && (isFilled || ! theirs.chapters.empty());

    if (! isOwn || desk.projectPath().empty())
        recent.add (opened->path);

    if (saysMore)
    {
        forgetEarlier();
        const auto isSaved = desk.projectPath().empty() && desk.store().isSaved();
        auto document = makeDocument ({ episode, theirs.chapters });
        document.media = media;
        document.episodeStart = desk.document().episodeStart;
        desk.store().reset (std::move (document), isSaved ? Store::Saved::yes : Store::Saved::no);
    }
    else
    {
        desk.store().setMedia (
            media, isOwn || desk.projectPath().empty() ? Store::MediaIs::found : Store::MediaIs::chosen);
    }

    const auto fillsLater = isFilled && ! isUntouched && ! isOwn;

    if (fillsLater)
        desk.perform (SetEpisode { episode }, {});

    if (isUntouched && ! theirs.chapters.empty())
        desk.say (Message::Grade::info, tr ("The file has chapters already; they are shown."));
    else if (fillsLater || saysMore)
        desk.say (Message::Grade::info,
                  tr ("The episode\u2019s empty fields are filled from the file\u2019s tags."));

    if (! isUntouched && ! isOwn && ! theirs.chapters.empty() && differ (theirs.chapters, desk.chapters()))
        askAboutChapters();
}

void OpenAudio::wantSamples()
{
    if (! desk.services.readSamples || ! opened || opened->sampleRate <= 0)
        return;

    const auto nanosecondsPerSample = 1e9 / opened->sampleRate;

    if (desk.view().scale.perPixel >= nanosecondsPerSample * double (PeakMap::samplesPerPeak))
        return;

    const auto first = std::int64_t (std::floor (desk.view().scale.start / nanosecondsPerSample));
    const auto count =
        std::int64_t (desk.view().scale.width * desk.view().scale.perPixel / nanosecondsPerSample) + 2;
    const auto covers = [&] (std::int64_t begin, std::int64_t end)
    { return begin <= first && end >= first + count; };

    if (excerpt && covers (excerpt->begin, excerpt->begin + std::int64_t (excerpt->samples.size())))
        return;

    if (asked && covers (asked->first, asked->second))
        return;

    // A screen to either side, so that scrolling seldom has to wait.
    const auto begin = std::max<std::int64_t> (0, first - count);
    asked = { begin, first + 2 * count };
    desk.services.readSamples (begin,
                               first + 2 * count,
                               [this] (std::shared_ptr<const SampleExcerpt> read)
                               {
                                   excerpt = std::move (read);
                                   desk.tell (Changed::media);
                               });
}

void OpenAudio::askFor (const std::string& why)
{
    const auto path = desk.document().media->path;
    desk.ask ({ .kind = Prompt::Kind::missingAudio,
                .text = tr ("\u201c{}\u201d {}. The chapters are all here.", path, why),
                .choices = { { tr ("Find it\u2026"),
                               [this, path, why]
                               {
                                   if (! desk.services.chooseFile)
                                       return;

                                   // Who gives up looking is asked again: the question is not answered.
                                   askFor (why);
                                   desk.services.chooseFile (
                                       FileKind::media, [this] (const std::string& found) { load (found); });
                               } },
                             { tr ("Go on without"), {} } } });
}

void OpenAudio::askAboutChapters()
{
    const Prompt::Choice takeTheirs { tr ("Take them"),
                                      [this, theirs = opened->chapters]
                                      {
                                          auto outline = theirs;
                                          outline.episode = desk.document().outline.episode;
                                          desk.perform (ReplaceOutline { std::move (outline) }, {});
                                      } };
    const Prompt::Choice keepMine { tr ("Keep mine"), {} };
    const auto hasMine = ! desk.chapters().empty(); // Enter, pressed in haste, loses none of them
    desk.ask (
        { .kind = Prompt::Kind::ownChapters,
          .text = tr ("\u201c{}\u201d has {} of its own.",
                      fileNameOf (opened->path),
                      tr (opened->chapters.chapters.size(), "{} chapter", "{} chapters")),
          .choices = hasMine ? std::vector { keepMine, takeTheirs } : std::vector { takeTheirs, keepMine } });
}

} // namespace earmark
