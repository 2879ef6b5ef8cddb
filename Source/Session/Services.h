// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Candidate.h"
#include "Model/Document.h"
#include "Model/PeakMap.h"
#include "Model/Project.h"
#include "Session/ImportPreview.h"
#include "Session/PictureCut.h"
#include "Session/WritePanel.h"

#include <functional>
#include <memory>
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
        counted ///< the host gives no position: time is counted from where it began to play
    };

    Source source = Source::nothing;
    bool playing = false;
    bool recording = false;
    Position position; ///< on its own timeline; below zero before its start

    bool operator== (const HostTransport&) const = default;
};

/** What is waiting behind a file chooser. */
enum class FileKind
{
    anything,  ///< a project, audio or an outline, to open
    picture,   ///< to open
    media,     ///< audio, to hear
    audio,     ///< to write into; several may be chosen, each is told by itself
    project,   ///< to save
    exportFile ///< to save: any format that is written, by its suffix
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

    /** The waveform of the audio that has passed, from the beginning of the host's timeline; another pointer whenever it has
        changed, null where there is none. */
    std::function<std::shared_ptr<const PeakMap>()> captured;

    //==================================================================================================
    // Documents

    /** The whole document; fails as reading a file does. */
    std::function<Result<std::string> (const std::string& path)> readDocument;

    /** True for files that sound. */
    std::function<bool (const std::string& path)> isAudio;

    std::function<Result<ImportedText> (const std::string& bytes,
                                        const std::string& name,
                                        const std::map<std::string, std::string>& answers,
                                        const std::string& formatId)>
        readOutline;

    /** By the path's suffix. Returns what was lost. */
    std::function<Result<Notices> (const std::string& path, const Outline&)> writeOutline;

    /** As text for the clipboard, in the format of that id. */
    std::function<Result<std::string> (const Outline&, const std::string& formatId)> outlineText;

    //==================================================================================================
    // Projects

    std::function<Result<OpenedProject> (const std::string& path)> readProject;
    std::function<Result<void> (const std::string& path, const Document&)> writeProject;

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
                        const std::string& profile,
                        std::function<void (Result<WritePreview>)>)>
        planWrite;

    /** Carries a plan out and reads the file back. `progress` goes from 0 to 1. */
    std::function<void (const std::string& path,
                        const WritePreview&,
                        std::function<void (double)> progress,
                        std::function<void (Result<WriteProof>)>)>
        writeChapters;

    /** Takes the last write of the file back. */
    std::function<void (const std::string& path, std::function<void (Result<WriteProof>)>)> restore;

    /** What is being written, and waits to be, fails; the files stay as they are. */
    std::function<void()> stopWriting;

    //==================================================================================================
    // The rest

    /** Asks without blocking; never called back when the user gives up. */
    std::function<void (FileKind, std::function<void (std::string path)>)> chooseFile;

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
