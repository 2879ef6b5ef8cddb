// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earmark::tests
{

/** An outside world that does what a test says, at once. Must outlive the services made from it. */
struct World
{
    std::map<std::string, std::string> files, settings;
    std::map<std::string, Outline> outlines;                ///< by the document's bytes
    std::map<std::string, std::vector<TimeRange>> cutLists; ///< so, too
    std::vector<LineUse> lines;                             ///< of all of them
    std::vector<ImportQuestion> questions; ///< of every reading, with its notices and the formats it could be
    Notices notices;
    std::vector<std::pair<std::string, std::string>> formatChoices;
    bool isUntimed = false; ///< the outlines are titles alone
    std::map<Position, std::vector<Candidate>> candidates;
    std::vector<TimeRange> pauses;
    std::optional<PeakMap> peaks; ///< of the media; without, there are none
    Duration mediaLength = Duration::fromSeconds (600);
    Outline mediaChapters;
    std::map<std::string, OpenedProject> projects; ///< by path; others are damaged
    std::vector<std::string> keptPrevious;         ///< projects whose file was kept before it was saved over
    bool isFolderLocked = false;                   ///< keeping it fails
    bool isDiskFull = false;                       ///< saving fails
    std::vector<RecoveredWork> abandoned;
    std::shared_ptr<const Document> unsaved; ///< what is kept against a crash
    std::string unsavedProject;
    std::vector<std::string> settled; ///< "adopt 1", "discard 2"
    int quits = 0, closings = 0;
    std::vector<FileKind> choices;
    Transport transport;
    std::vector<std::string> outputs { "ALSA: Loudspeakers", "JACK: system" };
    std::string output;
    std::string clipboard, chosenFile, suggested, suggestedFolder;
    std::string picture;                         ///< what every picture becomes
    std::vector<std::optional<PictureCut>> cuts; ///< that were asked for
    std::vector<std::string> heard;              ///< "play", "audition 10.000 2.000 2.000" …
    std::vector<std::vector<Position>> asked;

    std::map<std::string, WritePreview> previews;         ///< by path; others are refused
    std::map<std::string, Error> refusals, writeFailures; ///< by path: of plans, and of writes
    std::vector<std::string> profilesAsked, writes;
    WriteWishes wishes; ///< as they were asked for last
    WriteProof proof { .chapters = 0,
                       .first = "A",
                       .last = "Z",
                       .audioBefore = "0123456789abcdef",
                       .audioAfter = "0123456789abcdef",
                       .kept = 12,
                       .changed = { "TIT2" },
                       .added = {},
                       .removed = {},
                       .bytesBefore = 2'000'000,
                       .bytesAfter = 2'001'234,
                       .findings = {},
                       .problem = {},
                       .evidence = std::make_shared<const int>() };
    std::map<std::string, Notices> losses; ///< by the format's id
    std::vector<std::string> publications; ///< "/out/a: 3 chapters"
    Result<std::vector<PlayerList>> playerLists;
    std::vector<std::string> playersAsked;
    std::string watchedFolder; ///< empty: none is
    std::size_t watchedChapters = 0;
    WriteWishes watchedWishes;
    std::function<void (WatchNews)> reportWatched;
    bool isSlow = false;                           ///< writes, and what takes them back, wait for finish()
    bool isSlowToLook = false;                     ///< plans and players' lists do
    std::vector<std::function<void()>> unfinished; ///< what waits
    bool isStopped = false;

    Services services()
    {
        Services s;
        s.isAudio = [] (const std::string& path) { return path.ends_with (".m4a"); };
        s.loadMedia = [this] (const std::string& path, auto opened, auto arrived)
        {
            if (! path.ends_with (".m4a"))
                return opened (failure (Error::Kind::unsupported, "It is no audio."));

            opened (MediaInfo { .path = path,
                                .name = path,
                                .length = mediaLength,
                                .sampleRate = 1000,
                                .channels = 1,
                                .codec = "aac",
                                .chapters = mediaChapters });
            const PeakMap none { .sampleRate = 1000,
                                 .length = mediaLength.nanoseconds() / 1'000'000,
                                 .complete = true,
                                 .chunks = {} };
            arrived (peaks.value_or (none), pauses);
        };
        s.findCandidates = [this] (std::vector<Position> positions, auto found)
        {
            asked.push_back (positions);

            for (const auto at : positions)
                found (at, candidates[at]);
        };
        s.transport = [this] { return transport; };
        s.play = [this]
        {
            say ("play");
            transport.playing = true;
        };
        s.pause = [this]
        {
            say ("pause");
            transport.playing = false;
        };
        s.seek = [this] (Position to) { transport.position = to; };
        s.setSpeed = [this] (double speed) { transport.speed = speed; };
        s.setLoop = [this] (auto range) { say (range ? "loop" : "no loop"); };
        s.audition = [this] (Position at, Duration before, Duration after)
        {
            say ("audition " + std::to_string (at.milliseconds (Rounding::nearest)) + ' '
                 + std::to_string (before.milliseconds (Rounding::nearest)) + ' '
                 + std::to_string (after.milliseconds (Rounding::nearest)));
            transport.playing = true;
        };
        s.outputs = [this] { return outputs; };
        s.output = [this] { return output; };
        s.chooseOutput = [this] (const std::string& name) -> Result<void>
        {
            if (! name.empty() && ! std::ranges::contains (outputs, name))
                return failure (Error::Kind::notFound, "The output is not there.");

            output = name;
            return {};
        };
        s.readDocument = [this] (const std::string& path) -> Result<std::string>
        {
            if (! files.contains (path))
                return failure (Error::Kind::notFound, "There is no such file.");

            return files[path];
        };
        s.readCuts = [this] (const std::string& bytes) -> Result<std::vector<TimeRange>>
        {
            if (! cutLists.contains (bytes))
                return failure (Error::Kind::empty, "There are no cuts in it.");

            return cutLists[bytes];
        };
        s.readOutline = [this] (const std::string& bytes, const std::string&, const auto&, const std::string&)
            -> Result<ImportedText>
        {
            if (! outlines.contains (bytes))
                return failure (Error::Kind::empty, "There are no chapters in it.");

            return ImportedText { .outline = outlines[bytes],
                                  .notices = notices,
                                  .questions = questions,
                                  .lines = lines,
                                  .format = "outline",
                                  .formatChoices = formatChoices,
                                  .isUntimed = isUntimed };
        };
        s.writeOutline = [this] (const std::string& path,
                                 const Outline& outline,
                                 const std::string& formatId) -> Result<void>
        {
            if (isDiskFull)
                return failure (Error::Kind::notWritable, "The disk is full.");

            files[path] = std::to_string (outline.chapters.size()) + " chapters as " + formatId;
            return {};
        };
        s.documentKinds = []
        {
            return std::vector<DocumentKind> {
                { .id = "youtube", .name = "YouTube", .suffix = ".youtube.txt", .isDescription = true },
                { .id = "json", .name = "Podcasting 2.0", .suffix = ".chapters.json" },
                { .id = "midi", .name = "MIDI markers", .suffix = ".mid", .isText = false },
            };
        };
        s.lossesIn = [this] (const Outline&, const std::string& formatId) { return losses[formatId]; };
        s.publish = [this] (const std::string& folder,
                            const std::string& stem,
                            const Outline& outline,
                            const std::vector<std::string>& audio,
                            auto told,
                            auto done)
        {
            publications.push_back (folder + '/' + stem + ": " + std::to_string (outline.chapters.size())
                                    + " chapters");

            for (const auto& path : audio)
                told (PublishedPlace { path, true, "6 chapters, and all agree." });

            told (PublishedPlace { folder + "/" + stem + ".psc",
                                   ! isDiskFull,
                                   isDiskFull ? "The disk is full." : "6 chapters, and all agree." });
            done();
        };
        s.closeMedia = [this] { ++closings; };
        s.readProject = [this] (const std::string& path) -> Result<OpenedProject>
        {
            if (! projects.contains (path))
                return failure (Error::Kind::malformed, "It is damaged.");

            return projects[path];
        };
        s.writeProject = [this] (const std::string& path, const Document& document) -> Result<void>
        {
            if (isDiskFull)
                return failure (Error::Kind::notWritable, "The disk is full.");

            projects[path] = { .project = { .outline = document.outline,
                                            .audio = document.media,
                                            .savedAs = {},
                                            .timedFor = document.timedFor } };
            return {};
        };
        s.keepPrevious = [this] (const std::string& path) -> Result<void>
        {
            keptPrevious.push_back (path);
            return isFolderLocked ? failure (Error::Kind::notWritable, "The folder is locked.")
                                  : Result<void>();
        };
        s.keepUnsaved = [this] (std::shared_ptr<const Document> document, const std::string& path)
        {
            unsaved = std::move (document);
            unsavedProject = path;
        };
        s.findRecovered = [this] { return abandoned; };
        s.adoptRecovered = [this] (const std::string& id) { settled.push_back ("adopt " + id); };
        s.discardRecovered = [this] (const std::string& id) { settled.push_back ("discard " + id); };
        s.credits = []
        {
            return std::vector<Credit> { { "Earmark", "1.2.3", "AGPL-3.0-or-later" },
                                         { "TagLib", "2.3", "LGPL-2.1 or MPL-1.1" },
                                         { "JUCE", "9.0.2", "AGPL-3.0" } };
        };
        s.quit = [this] { ++quits; };
        s.chooseFile = [this] (const FileWish& wish, auto chosen)
        {
            choices.push_back (wish.kind);
            suggested = wish.name;
            suggestedFolder = wish.folder;

            if (! chosenFile.empty())
                chosen (chosenFile);
        };
        s.writeProfiles = []
        {
            return std::vector<WriteProfile> {
                { "safe", "nothing by which known players lose chapters: ID3v2.3, short Nero titles" },
                { "minimal", "titles and times only" }
            };
        };
        s.planWrite =
            [this] (const std::string& path, const Outline& outline, const WriteWishes& wished, auto done)
        {
            profilesAsked.push_back (wished.profile);
            wishes = wished;

            if (const auto isRefused = refusals.contains (path); isRefused || ! previews.contains (path))
                return done (
                    isRefused ? std::unexpected (refusals[path])
                              : failure (Error::Kind::unsupported,
                                         "It is no audio file that Earmark knows, whatever its name says."));

            auto preview = previews[path];
            preview.chapters = outline.chapters.size();
            preview.plan = std::make_shared<const std::string> (path);
            orLater (isSlowToLook, [preview, done] { done (preview); });
        };
        s.writeChapters = [this] (const WritePreview& preview, auto progress, auto done)
        {
            const auto finish = [this,
                                 path = *std::static_pointer_cast<const std::string> (preview.plan),
                                 chapters = preview.chapters,
                                 done]
            {
                if (isStopped)
                    return done (failure (Error::Kind::conflict, "Stopped."));

                if (writeFailures.contains (path))
                    return done (std::unexpected (writeFailures[path]));

                writes.push_back (path);
                previews[path].changesNothing = true;
                proof.chapters = chapters;
                done (proof);
            };
            progress (0.43);
            orLater (isSlow, finish);
        };
        s.restore = [this] (const std::string& path, auto done)
        {
            writes.push_back ("back " + path);
            previews[path].changesNothing = false;
            orLater (isSlow, [done] { done (WriteProof {}); });
        };
        s.stopWriting = [this] { isStopped = true; };
        s.preparePicture = [this] (const std::string& bytes,
                                   const std::optional<PictureCut>& cut) -> Result<EmbeddedImage>
        {
            cuts.push_back (cut);

            if (bytes.empty())
                return failure (Error::Kind::unsupported, "It is no picture.");

            // Another one each time, as another cut is.
            return EmbeddedImage {
                "image/png", std::make_shared<const std::string> (picture + std::to_string (cuts.size()))
            };
        };
        s.writeProofPage = [this] (const std::string& path,
                                   const std::vector<WriteProof>& proofs) -> Result<void>
        {
            if (isDiskFull)
                return failure (Error::Kind::notWritable, "The disk is full.");

            files[path] = std::to_string (proofs.size()) + " proofs";
            return {};
        };
        s.showAsPlayers = [this] (const std::string& path, const std::shared_ptr<const void>& plan, auto done)
        {
            playersAsked.push_back (path + (plan != nullptr ? " planned" : ""));
            orLater (isSlowToLook, [lists = playerLists, done] { done (lists); });
        };
        s.watch = [this] (const std::string& folder, const Outline& outline, const WriteWishes&, auto report)
        {
            watchedFolder = folder;
            watchedChapters = outline.chapters.size();
            reportWatched = report;
        };
        s.updateWatched = [this] (const Outline& outline, const WriteWishes& wished)
        {
            watchedChapters = outline.chapters.size();
            watchedWishes = wished;
        };
        s.stopWatching = [this] (std::function<void()> stopped)
        {
            watchedFolder.clear();
            orLater (isSlow, stopped);
        };
        s.clipboardText = [this] { return clipboard; };
        s.copyText = [this] (const std::string& text) { clipboard = text; };
        s.outlineText = [] (const Outline& outline, const std::string&) -> Result<std::string>
        { return std::to_string (outline.chapters.size()); };
        s.recall = [this] (const std::string& name) { return settings[name]; };
        s.remember = [this] (const std::string& name, const std::string& text) { settings[name] = text; };
        return s;
    }

    void finish()
    {
        for (const auto& each : std::exchange (unfinished, {}))
            each();
    }

private:
    void orLater (bool isLater, std::function<void()> what)
    {
        isLater ? unfinished.push_back (std::move (what)) : what();
    }

    void say (std::string what) { heard.push_back (std::move (what)); }
};

inline Position at (double seconds)
{
    return Position::fromNanoseconds (std::int64_t (seconds * 1e9));
}

inline Duration lasting (double seconds)
{
    return at (seconds).sinceStart();
}

/** Chapters "A", "B" … at these seconds. */
inline Outline outlineAt (std::initializer_list<double> starts)
{
    Outline outline;

    for (const auto start : starts)
    {
        Chapter chapter;
        chapter.start = at (start);
        chapter.title = std::string (1, char ('A' + outline.chapters.size()));
        outline.chapters.push_back (chapter);
    }

    return outline;
}

} // namespace earmark::tests
