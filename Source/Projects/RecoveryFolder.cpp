// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/RecoveryFolder.h"

#include "Formats/ChapterFormat.h"
#include "Formats/EarmarkJson.h"
#include "Foundation/File.h"
#include "Foundation/UserFolders.h"
#include "Projects/ProjectFile.h"

#include <algorithm>
#include <format>
#include <functional>
#include <random>
#include <utility>

namespace earmark
{

namespace fs = std::filesystem;

namespace
{

constexpr std::string_view lockSuffix = ".lock";

/** No two are the same, also of instances that start in the same moment. */
std::string newId()
{
    std::random_device random;
    return std::format ("{:08x}{:08x}", random(), random());
}

} // namespace

RecoveryFolder::RecoveryFolder (fs::path f) : folder (std::move (f)) {}

RecoveryFolder RecoveryFolder::ofUser()
{
    return RecoveryFolder (userStateFolder() / "recovery");
}

fs::path RecoveryFolder::fileOf (const std::string& id) const
{
    return folder / pathFromUtf8 (id + std::string (projectSuffix));
}

fs::path RecoveryFolder::lockOf (const std::string& id) const
{
    return folder / pathFromUtf8 (id + std::string (lockSuffix));
}

Result<void> RecoveryFolder::begin()
{
    std::error_code code;

    // It is nobody else's business what is being worked on.
    if (fs::create_directories (folder, code))
        fs::permissions (folder, fs::perms::owner_all, code);

    auto id = newId();
    auto lock = FileLock::tryToHold (lockOf (id));

    if (lock == nullptr)
        return failure (Error::Kind::notWritable,
                        std::format ("Files cannot be made in {}.", toUtf8 (folder)));

    own = std::move (id);
    held[own] = std::move (lock);
    return {};
}

Result<void> RecoveryFolder::keep (const Project& project)
{
    if (own.empty())
        if (auto begun = begin(); ! begun)
            return begun;

    return writeProject (fileOf (own), project);
}

void RecoveryFolder::clear()
{
    discard (std::exchange (own, {}));
}

void RecoveryFolder::removeFilesOf (const std::string& id) const
{
    std::error_code code;
    std::vector<fs::path> files;

    // Also half a file that was being written when the process was killed.
    for (const auto& entry : fs::directory_iterator (folder, code))
        if (toUtf8 (entry.path().filename()).starts_with (id + '.') && entry.path() != lockOf (id))
            files.push_back (entry.path());

    for (const auto& file : files)
        fs::remove (file, code);
}

void RecoveryFolder::discard (const std::string& id)
{
    if (! held.contains (id))
        return;

    // The lock's file goes last: without it the others would seem abandoned.
    std::error_code code;
    removeFilesOf (id);
#ifdef _WIN32
    held.erase (id); // a file that is open cannot be removed there
#endif
    fs::remove (lockOf (id), code);
    held.erase (id);
}

void RecoveryFolder::adopt (const std::string& id)
{
    if (! held.contains (id) || id == own)
        return;

    clear();
    own = id;
}

std::vector<RecoveredWork> RecoveryFolder::findAbandoned()
{
    std::vector<std::pair<fs::file_time_type, RecoveredWork>> found;
    std::error_code code;

    // First all names, since some are removed on the way.
    std::vector<fs::path> paths;

    for (const auto& entry : fs::directory_iterator (folder, code))
        paths.push_back (entry.path());

    for (const auto& path : paths)
    {
        const auto id = toUtf8 (path.stem());

        // An instance that died before it had written anything.
        if (toUtf8 (path.extension()) == lockSuffix && ! fs::exists (fileOf (id), code)
            && ! held.contains (id))
        {
            if (auto lock = FileLock::tryToHold (path); lock && ! fs::exists (fileOf (id), code))
            {
                removeFilesOf (id);
                lock.reset();
                fs::remove (path, code);
            }

            continue;
        }

        if (toUtf8 (path.extension()) != projectSuffix || held.contains (id))
            continue;

        auto lock = FileLock::tryToHold (lockOf (id));

        if (lock == nullptr)
            continue;

        auto reading = readFile (path, maxDocumentBytes)
                           .and_then ([] (const std::string& bytes) { return readProjectJson (bytes); });

        if (! reading)
            continue;

        held[id] = std::move (lock);
        found.emplace_back (fs::last_write_time (path, code),
                            RecoveredWork { id, std::move (reading->project), timeOfLastWrite (path) });
    }

    std::ranges::sort (found, std::greater(), [] (const auto& each) { return each.first; });
    std::vector<RecoveredWork> work;

    for (auto& each : found)
        work.push_back (std::move (each.second));

    return work;
}

} // namespace earmark
