// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <cmath>
#include <format>

// What comes from files: the audio with its look, outlines, recent files.

namespace earmark
{

namespace
{

constexpr std::size_t maxRecent = 12;

/** More are not looked for at once: each means to decode some seconds. */
constexpr std::size_t maxWanted = 64;

} // namespace

void Workspace::loadMedia (const std::string& path)
{
    if (! services.loadMedia)
        return;

    loading = path;
    tell (Changed::media);
    services.loadMedia (
        path,
        [this, path] (Result<MediaInfo> opened)
        {
            if (loading == path)
                loading.clear();

            if (opened)
                mediaOpened (std::move (*opened));
            else if (document().media && document().media->path == path && ! sound)
                askForAudio (tr ("cannot be opened: {}", opened.error().message));
            else
                say (Message::Grade::error, opened.error().message);

            tell (Changed::media);
        },
        [this] (const PeakMap& peaks, const std::vector<TimeRange>& pauses)
        {
            waveform = peaks;
            quiet = pauses;

            // Only reading to the end tells the true length.
            if (peaks.complete && document().media && peaks.sampleRate > 0)
            {
                auto media = document().media;
                media->length = Duration::fromSamples (peaks.length, peaks.sampleRate);

                if (media != document().media)
                    documentStore.setMedia (media);
            }

            tell (Changed::media);
        });
}

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

void Workspace::forgetSound()
{
    waveform = {};
    quiet.clear();
    excerpt.reset();
    asked.reset();
    candidates.clear();
    wanted.clear();
    heard = {};
}

void Workspace::mediaOpened (MediaInfo info)
{
    forgetSound();
    sound = std::move (info);
    std::erase_if (prompts, [] (const Prompt& p) { return p.kind == Prompt::Kind::missingAudio; });
    tell (Changed::prompt);

    const auto isOwn = document().media && document().media->path == sound->path;

    // A project without chapters is meant to have none.
    const auto isUntouched =
        chapters().empty() && ! documentStore.canUndo() && ! (isOwn && ! project.empty());

    if (! isOwn || project.empty())
        remember (sound->path);

    if (isUntouched && ! sound->chapters.chapters.empty())
    {
        auto document = makeDocument (sound->chapters);
        document.media = { sound->path, sound->length };
        documentStore.reset (std::move (document), project.empty() ? Store::Saved::yes : Store::Saved::no);
        say (Message::Grade::info, tr ("The file has chapters already; they are shown."));
    }
    else
    {
        documentStore.setMedia (MediaReference { sound->path, sound->length },
                                isOwn || project.empty() ? Store::MediaIs::found : Store::MediaIs::chosen);

        if (! isOwn && ! sound->chapters.chapters.empty() && differ (sound->chapters.chapters, chapters()))
            askAboutOwnChapters();
    }

    look (
        [] (ViewState& v)
        {
            v.playhead = {};
            v.range.reset();
            v.scale = showingAll (v.scale);
        });
    resumeReview();
    wantCandidates (order());

    writes.mediaOpened (sound->path);
}

const std::vector<Candidate>* Workspace::candidatesOf (const Chapter& chapter) const
{
    const auto found = candidates.find (chapter.start);
    return found != candidates.end() ? &found->second : nullptr;
}

void Workspace::wantCandidates (const std::vector<ChapterId>& ids)
{
    if (! services.findCandidates || ! sound)
        return;

    std::vector<Position> positions;

    for (const auto id : ids)
        if (const auto* chapter = find (id);
            chapter != nullptr && ! candidates.contains (chapter->start) && positions.size() < maxWanted)
            positions.push_back (chapter->start);

    if (positions.empty() || positions == wanted)
        return;

    wanted = positions;
    services.findCandidates (std::move (positions),
                             [this] (Position at, std::vector<Candidate> found)
                             {
                                 candidates[at] = std::move (found);
                                 std::erase (wanted, at);
                                 tell (Changed::media);
                             });
}

std::optional<Position> Workspace::suggestionFor (const Chapter& chapter) const
{
    // What is at 0:00 means the beginning of the file.
    if (chapter.locked || chapter.start == Position())
        return {};

    if (const auto* found = candidatesOf (chapter))
        for (const auto& candidate : *found)
            if (candidate.kind == Candidate::Kind::speechOnset)
                return candidate.confidence >= goodEnough ? std::optional (candidate.at) : std::nullopt;

    return {};
}

void Workspace::wantSamples()
{
    if (! services.readSamples || ! sound || sound->sampleRate <= 0)
        return;

    const auto nanosecondsPerSample = 1e9 / sound->sampleRate;

    if (state.scale.perPixel >= nanosecondsPerSample * double (PeakMap::samplesPerPeak))
        return;

    const auto first = std::int64_t (std::floor (state.scale.start / nanosecondsPerSample));
    const auto count = std::int64_t (state.scale.width * state.scale.perPixel / nanosecondsPerSample) + 2;
    const auto covers = [&] (std::int64_t begin, std::int64_t end)
    { return begin <= first && end >= first + count; };

    if (excerpt && covers (excerpt->begin, excerpt->begin + std::int64_t (excerpt->samples.size())))
        return;

    if (asked && covers (asked->first, asked->second))
        return;

    // A screen to either side, so that scrolling seldom has to wait.
    const auto begin = std::max<std::int64_t> (0, first - count);
    asked = { begin, first + 2 * count };
    services.readSamples (begin,
                          first + 2 * count,
                          [this] (std::shared_ptr<const SampleExcerpt> read)
                          {
                              excerpt = std::move (read);
                              tell (Changed::media);
                          });
}

//======================================================================================================
void Workspace::beginImport (std::string bytes, std::string name)
{
    incoming = ImportPreview { .bytes = std::move (bytes), .name = std::move (name) };
    readImport();
    look ([] (ViewState& v) { v.panel = Panel::import; });
}

void Workspace::readImport()
{
    if (! services.readOutline)
        return;

    incoming->reading =
        services.readOutline (incoming->bytes, incoming->name, incoming->answers, incoming->formatId);
    incoming->lines.clear();
    pending.reset();
    problem.clear();

    if (incoming->reading)
    {
        if (const auto text = decodeText (incoming->bytes))
            incoming->lines = fatesOf (text->utf8, *incoming->reading);

        proposeImport();
    }

    tell (Changed::panels);
}

void Workspace::proposeImport()
{
    if (incoming && incoming->reading)
        propose (
            proposalOf (document(), editsOf (*incoming, document(), state.playhead), importName (*incoming)));
}

void Workspace::acceptImport()
{
    if (! incoming || ! incoming->reading)
        return;

    const auto name = importName (*incoming);
    const auto edits = editsOf (*incoming, document(), state.playhead);
    const auto count = incoming->reading->outline.chapters.size();
    const auto warnings =
        std::ranges::count (incoming->reading->notices, Notice::Grade::warning, &Notice::grade);

    if (! performAll (edits, name))
        return;

    closePanel();
    say (warnings > 0 ? Message::Grade::warning : Message::Grade::info,
         warnings == 0 ? tr (count, "{} chapter imported.", "{} chapters imported.")
                       : tr (count,
                             "{} chapter imported, with {}.",
                             "{} chapters imported, with {}.",
                             tr (std::size_t (warnings), "{} warning", "{} warnings")));
    resumeReview();

    if (! chapters().empty())
        look (
            [&] (ViewState& v)
            {
                v.selection = picked ({}, chapters().front().id, Pick::only, {});
                v.scale = showingAll (v.scale);
            });

    wantCandidates (order());
}

void Workspace::openFile (const std::string& path, bool directly)
{
    if (isProject (path))
        return openProject (path);

    if (services.isAudio && services.isAudio (path))
    {
        loadMedia (path);
        return;
    }

    if (! services.readDocument)
        return;

    auto bytes = services.readDocument (path);

    if (! bytes)
    {
        say (Message::Grade::error, bytes.error().message);
        return;
    }

    remember (path);
    beginImport (std::move (*bytes), fileNameOf (path));

    if (directly && incoming && incoming->reading && incoming->reading->questions.empty())
        acceptImport();
}

std::vector<std::string> Workspace::recent() const
{
    std::vector<std::string> paths;

    if (services.recall)
    {
        const auto text = services.recall ("recent");

        for (const auto line : splitLines (text))
            paths.emplace_back (line);
    }

    return paths;
}

void Workspace::remember (const std::string& path)
{
    if (! services.remember || path.empty() || path.find ('\n') != std::string::npos)
        return;

    auto paths = recent();
    std::erase (paths, path);
    paths.insert (paths.begin(), path);
    paths.resize (std::min (paths.size(), maxRecent));
    std::string text;

    for (const auto& each : paths)
        text += each + '\n';

    services.remember ("recent", text);
}

} // namespace earmark
