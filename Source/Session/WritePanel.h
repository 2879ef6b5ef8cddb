// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"
#include "Session/PlayersPage.h"
#include "Session/WriteFix.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

// Chapters on their way into audio files: what would be done to each, and what was.

namespace earmark
{

/** Whom files are written for, as the user chooses it. */
struct WriteProfile
{
    std::string id, promise;

    bool operator== (const WriteProfile&) const = default;
};

/** How chapters are made fit for files. */
struct WriteWishes
{
    std::string profile;          ///< id
    bool squarePictures = false;  ///< everywhere; else only where a file takes no others
    bool removesCueSheet = false; ///< out of FLAC files
    bool replacesTags = false;    ///< title and album that a file has of its own; else they stay

    bool operator== (const WriteWishes&) const = default;
};

/** What a file has in its own tags, where the outline says something else. */
struct OtherTag
{
    enum class Of
    {
        title,
        album
    };

    Of of;
    std::string inFile, inOutline;

    bool operator== (const OtherTag&) const = default;
};

/** What a write would do to a file. */
struct WritePreview
{
    std::string container; ///< for people
    std::size_t chapters = 0;
    std::vector<std::string> changes; ///< besides the chapters, in plain words
    Notices notices;
    Findings findings;           ///< about the file as it would be
    Findings repaired;           ///< what is wrong with the file now, and would not be then
    bool changesNothing = false; ///< the file has exactly these chapters already
    bool canRestore = false;     ///< what the last write replaced is remembered

    std::vector<OtherTag> otherTags {}; ///< as the file has them now
    bool replacesTags = false;          ///< they are among the changes

    /** For whoever carries it out, so that what was shown is what is done. */
    std::shared_ptr<const void> plan;
};

/** What the file holds, read back from the disk after a write, and what it held before. */
struct WriteProof
{
    std::size_t chapters = 0;
    std::string first, last;                          ///< titles
    std::string audioBefore, audioAfter;              ///< digests; empty where the audio was not compared
    std::size_t kept = 0;                             ///< tags and other parts that are no chapters
    std::vector<std::string> changed, added, removed; ///< names of such
    std::uint64_t bytesBefore = 0, bytesAfter = 0;
    Findings findings;
    std::string problem; ///< why not all of it could be proven

    /** For whoever makes a page of it; null where there is nothing to show. */
    std::shared_ptr<const void> evidence;

    bool isAudioSame() const { return ! audioBefore.empty() && audioBefore == audioAfter; }
};

struct WriteTarget
{
    enum class State
    {
        planning,
        ready,
        unchanged, ///< nothing is to be done
        refused,   ///< with the problem
        waiting,   ///< for its turn to be written
        writing,
        written,
        restoring,
        restored
    };

    std::string path, name; ///< UTF-8
    State state = State::planning;
    WritePreview preview;
    std::shared_ptr<const Document> document; ///< that the preview was made for; null before the first
    WriteProof proof;                         ///< of the last write since the panel was opened
    std::string problem;                      ///< why it cannot be written, or why the last try failed
    std::vector<ChapterId> behindAudio;    ///< refused because of these: they begin where its audio has ended
    std::optional<PlayersReached> reached; ///< where isAllClear(), once it is known
    double progress = 0;                   ///< 0 to 1, while it is written
    int asked = 0; ///< counts the questions, so that late answers to earlier ones are known

    bool isBusy() const
    {
        return state == State::waiting || state == State::writing || state == State::restoring;
    }

    bool canRestore() const
    {
        return preview.canRestore && ! isBusy() && state != State::planning && state != State::restored;
    }

    /** The chapters belong to another cut of its audio. */
    bool isOfOtherCut() const { return state == State::refused && ! behindAudio.empty(); }

    /** The proof is about the file as it is now. */
    bool isProven() const
    {
        return proof.evidence != nullptr && (state == State::written || state == State::unchanged);
    }

    /** About what is shown of it: the file as it would be, or as it was written. */
    const Findings& findings() const { return state == State::written ? proof.findings : preview.findings; }

    /** It was looked at, and there is advice at most. */
    bool isAllClear() const;
};

struct WritePanel
{
    WriteWishes wishes;
    std::vector<WriteTarget> targets;
    bool showsAdvice = false; ///< what would only be better otherwise, too
    bool isStopping = false;  ///< the user gave up a write that goes on

    bool isBusy() const; ///< also while something is restored
    bool isWriting() const;
    std::size_t count (WriteTarget::State) const;

    /** Nothing is planned any more, and something is ready. */
    bool canWrite() const;

    /** Something was written that can be shown to others. */
    bool hasProof() const;

    /** What a key can do about the findings of all files. */
    std::vector<WriteFix> fixes() const;

    /** Null when there is none. */
    WriteTarget* find (const std::string& path);
    const WriteTarget* find (const std::string& path) const;
};

/** One line of what is said about a target. */
struct WriteLine
{
    enum class Tone
    {
        plain,
        quiet,
        good,
        warning,
        bad
    };

    Tone tone;
    std::string text;
    std::vector<ChapterId> chapters {}; ///< of the document that it is about

    bool operator== (const WriteLine&) const = default;
};

/** What buttons of its own can do about a file: its findings, and tags that are not the outline's. */
std::vector<WriteFix> fixesOf (const WriteTarget&);

/** "ready", "written": in a word or two. */
std::string wordFor (WriteTarget::State);

/** Advice is counted, or said in full. */
std::vector<WriteLine> linesOf (const WriteTarget&, bool withAdvice = false);

/** "Write 16 chapters into 2 files", or why that is not possible. */
std::string headlineOf (const WritePanel&);

} // namespace earmark
