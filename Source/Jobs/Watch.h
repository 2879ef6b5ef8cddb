// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Jobs/FileWrite.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace earmark
{

struct WatchEvent
{
    enum class Kind
    {
        done,       ///< `outcome` says what was done
        failed,     ///< `error` says why; another render, or a new try, may succeed
        folderGone, ///< it is waited for
        folderBack
    };

    Kind kind;
    std::filesystem::path file;
    WriteOutcome outcome = WriteOutcome::unchanged;
    Error error {};
    Notices notices {}; ///< of what is done
};

/** What became of a render, with what is to be said about it. */
struct RenderWrite
{
    WriteOutcome outcome = WriteOutcome::unchanged;
    Notices notices {};
};

/** By its name: audio which can hold chapters, and not hidden. What is hidden is somebody's temporary file, such as our own. */
bool looksLikeRender (const std::filesystem::path&);

struct WatchOptions
{
    /** How long a file must have been the same before it counts as complete, also where the system tells that nobody writes it. */
    std::chrono::milliseconds settle { 2000 };

    /** How often the folder is looked at when nothing seems to happen. */
    std::chrono::milliseconds interval { 500 };

    /** When to try again where the disk was full, or somebody changed the file meanwhile. */
    std::chrono::milliseconds retry { 5000 };

    /** What time it is: the system's, unless told otherwise. */
    std::function<std::chrono::steady_clock::time_point()> now = []
    { return std::chrono::steady_clock::now(); };

    /** Which files are renders; those that look like one, unless told otherwise. */
    std::function<bool (const std::filesystem::path&)> isRender;

    /** Tags a complete render. */
    std::function<Result<RenderWrite> (const std::filesystem::path&, std::stop_token)> tag;

    /** Called on the watching thread. */
    std::function<void (const WatchEvent&)> report;
};

/** Carries a plan for a render out in its place, or takes it back when it is to stop meanwhile. */
Result<RenderWrite> writeRender (const WritePlan&, const std::stop_token&);

/** Tags each render in a folder once it is complete, and again whenever somebody renders it anew; those that lie there at the beginning,
    too. Returns when it is asked to stop. Never touches a file that somebody is writing, as far as the system tells. */
void watchFolder (const std::filesystem::path& folder, const WatchOptions&, std::stop_token);

} // namespace earmark
