// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <memory>
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

/** What a write would do to a file. */
struct WritePreview
{
    std::string container; ///< for people
    std::size_t chapters = 0;
    std::vector<std::string> changes; ///< besides the chapters, in plain words
    Notices notices;
    bool changesNothing = false; ///< the file has exactly these chapters already
    bool canRestore = false;     ///< what the last write replaced is remembered

    /** For whoever carries it out, so that what was shown is what is done. */
    std::shared_ptr<const void> plan;
};

/** What the file holds, read back from the disk after a write. */
struct WriteProof
{
    std::size_t chapters = 0;
    std::string first, last; ///< titles

    bool operator== (const WriteProof&) const = default;
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
    WriteProof proof;
    std::string problem; ///< why it cannot be written, or why the last try failed
    double progress = 0; ///< 0 to 1, while it is written
    int asked = 0;       ///< counts the questions, so that late answers to earlier ones are known

    bool isBusy() const
    {
        return state == State::waiting || state == State::writing || state == State::restoring;
    }

    bool canRestore() const
    {
        return preview.canRestore && ! isBusy() && state != State::planning && state != State::restored;
    }
};

struct WritePanel
{
    std::string profile; ///< id
    std::vector<WriteTarget> targets;
    bool isStopping = false; ///< the user gave up a write that goes on

    bool isBusy() const; ///< also while something is restored
    bool isWriting() const;
    std::size_t count (WriteTarget::State) const;

    /** Nothing is planned any more, and something is ready. */
    bool canWrite() const;

    /** Null when there is none. */
    WriteTarget* find (const std::string& path);
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

    bool operator== (const WriteLine&) const = default;
};

/** "ready", "written": in a word or two. */
std::string wordFor (WriteTarget::State);

std::vector<WriteLine> linesOf (const WriteTarget&);

/** "Write 16 chapters into 2 files", or why that is not possible. */
std::string headlineOf (const WritePanel&);

} // namespace earmark
