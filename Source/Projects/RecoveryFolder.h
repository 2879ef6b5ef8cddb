// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Project.h"
#include "Projects/FileLock.h"

#include <map>
#include <string>
#include <vector>

namespace earmark
{

/** The folder where every running Earmark keeps what is not saved, in a file of its own beside a lock. A file whose lock nobody holds
    is what an instance left behind when it died. One thread at a time. */
class RecoveryFolder
{
public:
    /** Made when it is needed. */
    explicit RecoveryFolder (std::filesystem::path);

    /** The user's; see userStateFolder(). */
    static RecoveryFolder ofUser();

    /** The files stay as they are; the locks go. */
    ~RecoveryFolder() = default;
    RecoveryFolder (RecoveryFolder&&) = default;
    RecoveryFolder& operator= (RecoveryFolder&&) = default;

    /** Writes this instance's file, whole. Fails as writeProject() does. */
    Result<void> keep (const Project&);

    /** Nothing is unsaved any more: removes this instance's file. */
    void clear();

    /** What instances that are gone left, the last first. They are held from now on, so that no other instance offers them. What
        cannot be read is left where it is. */
    std::vector<RecoveredWork> findAbandoned();

    /** An abandoned one becomes this instance's own, and what this instance had kept goes. */
    void adopt (const std::string& id);

    /** Removes an abandoned one. */
    void discard (const std::string& id);

private:
    std::filesystem::path folder;
    std::string own; ///< id; empty before the first keep()
    std::map<std::string, std::unique_ptr<FileLock>> held;

    std::filesystem::path fileOf (const std::string& id) const;
    std::filesystem::path lockOf (const std::string& id) const;
    void removeFilesOf (const std::string& id) const;
    Result<void> begin();
};

} // namespace earmark
