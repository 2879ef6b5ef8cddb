// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Candidate.h"
#include "Model/Document.h"
#include "Model/PeakMap.h"
#include "Model/Project.h"
#include "Session/DocumentsPage.h"
#include "Session/HostLink.h"
#include "Session/ImportPreview.h"
#include "Session/PictureCut.h"
#include "Session/PlayersPage.h"
#include "Session/WatchPage.h"
#include "Session/WritePanel.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What a session needs from the outside: files, sound, threads, the clipboard. A composition root fills these in; a test fills in
// fakes. All are called on the session's thread and call back on it, later or at once, never after their owner is gone. Empty
// functions are allowed: what needs them is then not available.

namespace earmark
{

struct MediaInfo
{
    std::string path, name; ///< UTF-8
    Duration length;
    int sampleRate = 0, channels = 0;
    std::string codec;
    Outline chapters; ///< what the file carries already
};

/** Some samples of a file mixed to one channel, for the closest zoom. */
struct SampleExcerpt
{
    std::int64_t begin = 0;
    std::vector<float> samples;

    bool operator== (const SampleExcerpt&) const = default;
};

struct Transport
{
    bool playing = false;
    Position position;
    double speed = 1;
};

/** What the host of the plug-in says of its transport. */
struct HostTransport
{
    enum class Source
    {
        nothing, ///< no audio has come yet
        host,
        counted, ///< the host gives no position: time is counted from where it began to play
        silent   ///< no audio comes any more: the plug-in is switched off, or the host rests
    };

    Source source = Source::nothing;
    bool playing = false;
    bool recording = false;
    Position position;          ///< on its own timeline; below zero before its start
    bool tellsRecording = true; ///< LV2 has no word for it
    bool rendering = false;     ///< it plays to nobody, as fast as it goes

    /** What plays must not be broken off then. */
    bool mayRecord() const { return recording || (playing && ! tellsRecording); }

    bool operator== (const HostTransport&) const = default;
};

/** What is waiting behind a file chooser. */
enum class FileKind
{
    anything, ///< a project, audio or an outline, to open
    picture,  ///< to open
    media,    ///< audio, to hear
    audio,    ///< to write into; several may be chosen, each is told by itself
    project,  ///< to save
    document, ///< to save: chapters in some format
    proof,    ///< to save: a web page
    folder    ///< that is there already
};

/** What a file chooser is opened for. */
struct FileWish
{
    FileWish (FileKind k, std::string n = {}, std::string f = {})
        : kind (k), name (std::move (n)), folder (std::move (f))
    {}

    FileKind kind;
    std::string name;   ///< suggested, for what is saved
    std::string folder; ///< to begin in; empty: the one that was used last
};

/** A part of the program, for the about box; the first is the program itself. */
struct Credit
{
    std::string name, version, licence;

    bool operator== (const Credit&) const = default;
};

struct Services
{
    //==================================================================================================
    // Audio

    /** Opens an audio file, then makes its peaks; `peaks` is called now and again with what there is so far. */
    std::function<void (const std::string& path,
                        std::function<void (Result<MediaInfo>)> opened,
                        std::function<void (const PeakMap&, const std::vector<TimeRange>& pauses)> peaks)>
        loadMedia;

    std::function<void()> closeMedia;

    /** Candidates near each position; the last request wins, and the earlier ones may be left unanswered. */
    std::function<void (std::vector<Position>, std::function<void (Position, std::vector<Candidate>)>)>
        findCandidates;

    /** [begin, end) in samples. */
    std::function<void (
        std::int64_t begin, std::int64_t end, std::function<void (std::shared_ptr<const SampleExcerpt>)>)>
        readSamples;

    //==================================================================================================
    // Playback of the file that was loaded last

    std::function<Transport()> transport;
    std::function<void()> play, pause;
    std::function<void (Position)> seek;
    std::function<void (double)> setSpeed;
    std::function<void (std::optional<TimeRange>)> setLoop;
    std::function<void (Position, Duration preRoll, Duration postRoll)> audition;

    /** The outputs that there are, and the open one, by names for people: "ALSA: Headphones". Looking for them takes its time. */
    std::function<std::vector<std::string>()> outputs;
    std::function<std::string()> output;

    /** An empty name: the system's own. Kept between sessions. */
    std::function<Result<void> (const std::string& name)> chooseOutput;

    //==================================================================================================
    // The host of the plug-in. Empty in the app.

    std::function<HostTransport()> host;

    /** What the host calls itself; empty where nobody knows. */
    std::function<std::string()> hostName;

    /** The waveform of the audio that has passed, from the beginning of the host's timeline; another pointer whenever it has
        changed, null where there is none. */
    std::function<std::shared_ptr<const PeakMap>()> captured;

    /** Candidates near a place in such a waveform, at once and in its times; nullopt while nothing was heard there. */
    std::function<std::optional<std::vector<Candidate>> (const PeakMap&, Position)> candidatesIn;

    /** Calls back for each of these files once the host's last render has written it whole; where none are known, for each audio file in the
        folder. What was waited for before is forgotten. */
    std::function<void (const std::vector<std::string>& files,
                        const std::string& folder,
                        std::function<void (const std::string& path)> complete)>
        awaitRenders;

    /** The way to the host's own timeline; null where there is none. Hosts come to be known late, so that it is asked each time. */
    std::function<const HostLink*()> hostLink;

    //==================================================================================================
    // Documents

    /** The whole document; fails as reading a file does. */
    std::function<Result<std::string> (const std::string& path)> readDocument;

    /** What a list says that was removed, in times of the audio as it was. Fails with a sentence that names the line. */
    std::function<Result<std::vector<TimeRange>> (const std::string& bytes)> readCuts;

    /** True for files that sound. */
    std::function<bool (const std::string& path)> isAudio;

    std::function<Result<ImportedText> (const std::string& bytes,
                                        const std::string& name,
                                        const std::map<std::string, std::string>& answers,
                                        const std::string& formatId)>
        readOutline;

    /** Reads the pictures that an outline names as files beside its document, whose whole path this is, into it; a notice tells of each that
        stays an address, or is made smaller. Nothing lies beside what has a name without a folder. */
    std::function<void (Outline&, const std::string& name, Notices&)> takePictures;

    /** Those that can be written, descriptions first. */
    std::function<std::vector<DocumentKind>()> documentKinds;

    /** What a format does not carry of these chapters, and what its platform's own rules say against them. */
    std::function<Notices (const Outline&, const std::string& formatId)> lossesIn;

    std::function<Result<void> (const std::string& path, const Outline&, const std::string& formatId)>
        writeOutline;

    /** Writes a document in the format of that id into a folder for what other programs are to take, and returns its path. Called
        `name`, with the format's suffix. */
    std::function<Result<std::string> (const Outline&, const std::string& formatId, const std::string& name)>
        handOver;

    /** As text for the clipboard, in the format of that id. */
    std::function<Result<std::string> (const Outline&, const std::string& formatId)> outlineText;

    /** Writes the documents that go beside the audio into a folder, "STEM.chapters.json" and so on, and reads them and these audio
        files back: whether all agree. Each is told by itself. */
    std::function<void (const std::string& folder,
                        const std::string& stem,
                        const Outline&,
                        const std::vector<std::string>& audio,
                        std::function<void (PublishedPlace)> told,
                        std::function<void()> done)>
        publish;

    //==================================================================================================
    // Projects

    std::function<Result<OpenedProject> (const std::string& path)> readProject;
    std::function<Result<void> (const std::string& path, const Document&)> writeProject;

    /** Keeps what a project's file holds, if there is one, beside it: one file, in place of what was kept before. */
    std::function<Result<void> (const std::string& path)> keepPrevious;

    /** To be kept against a crash until the next call; null: nothing is unsaved. `project` is where it is saved, or empty. */
    std::function<void (std::shared_ptr<const Document>, const std::string& project)> keepUnsaved;

    /** What is left of instances that crashed, the last first. */
    std::function<std::vector<RecoveredWork>()> findRecovered;

    /** It is this session's own from now on. */
    std::function<void (const std::string& id)> adoptRecovered;

    std::function<void (const std::string& id)> discardRecovered;

    /** The program ends; only where the window is all there is of it. */
    std::function<void()> quit;

    //==================================================================================================
    // Writing into audio files. One at a time, in the order in which it was asked for.

    /** The first is the default. */
    std::function<std::vector<WriteProfile>()> writeProfiles;

    /** Writes nothing. A later question about the same file may leave an earlier one unanswered. */
    std::function<void (const std::string& path,
                        const Outline&,
                        const WriteWishes&,
                        std::function<void (Result<WritePreview>)>)>
        planWrite;

    /** Carries the preview's plan out, which knows its file, and reads that back. `progress` goes from 0 to 1. */
    std::function<void (
        const WritePreview&, std::function<void (double)> progress, std::function<void (Result<WriteProof>)>)>
        writeChapters;

    /** Takes the last write of the file back. */
    std::function<void (const std::string& path, std::function<void (Result<WriteProof>)>)> restore;

    /** What is being written, and waits to be, fails; the files stay as they are. */
    std::function<void()> stopWriting;

    /** The proofs of several files as one page. */
    std::function<Result<void> (const std::string& path, const std::vector<WriteProof>&)> writeProofPage;

    /** What every player lists of the file as that plan would leave it, or without one as it lies there. A later question may leave an
        earlier one unanswered. */
    std::function<void (const std::string& path,
                        const std::shared_ptr<const void>& plan,
                        std::function<void (Result<std::vector<PlayerList>>)>)>
        showAsPlayers;

    //==================================================================================================
    // The watched folder, on a thread of its own

    /** Writes these chapters into every render in the folder once it is complete, and again into each new one, until it is stopped. */
    std::function<void (
        const std::string& folder, const Outline&, const WriteWishes&, std::function<void (WatchNews)>)>
        watch;

    /** Those that go into the next render. */
    std::function<void (const Outline&, const WriteWishes&)> updateWatched;

    /** Calls back once nothing is written any more. */
    std::function<void (std::function<void()>)> stopWatching;

    //==================================================================================================
    // The rest

    /** Asks without blocking; never called back when the user gives up. */
    std::function<void (const FileWish&, std::function<void (std::string path)>)> chooseFile;

    /** A picture's bytes made fit for chapters: the square of it that is kept, or with nullopt all of it, upright, not too large, JPEG. */
    std::function<Result<EmbeddedImage> (const std::string& bytes, const std::optional<PictureCut>&)>
        preparePicture;

    std::function<std::vector<Credit>()> credits;

    /** Begins with an ISO 639 code: "de-AT". */
    std::function<std::string()> systemLanguage;

    std::function<std::string()> clipboardText;
    std::function<void (const std::string&)> copyText;

    /** Small texts that outlast the session: keys, recent files, reviews. Empty where nothing was kept. */
    std::function<std::string (const std::string& name)> recall;
    std::function<void (const std::string& name, const std::string& text)> remember;
};

} // namespace earmark
