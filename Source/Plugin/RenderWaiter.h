// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Plugin/AnswerBack.h"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace earmark
{

/** Waits for the files of a render: a host goes on writing and encoding after the last block. Writes nothing. Message thread, but
    where it says otherwise. */
class RenderWaiter
{
public:
    explicit RenderWaiter (Post = postToMessageThread());

    /** Nothing is waited for any more, which takes up to half a second. */
    ~RenderWaiter();

    /** Calls back on the message thread, with a UTF-8 path, for each of the files that is complete and was written since; or, without
        any, for each audio file in the folder. Both may be empty. What was waited for before is no longer, which takes up to half a
        second, and this neither after some minutes. */
    void wait (const std::vector<std::string>& files,
               const std::string& folder,
               std::filesystem::file_time_type since,
               std::function<void (const std::string& path)> complete);

    /** This file is Earmark's own work as it lies there now, and no render until somebody else writes it. Any thread. */
    void leaveOut (const std::filesystem::path&);

    RenderWaiter (const RenderWaiter&) = delete;
    RenderWaiter& operator= (const RenderWaiter&) = delete;

private:
    struct FileState
    {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type time;

        bool operator== (const FileState&) const = default;
    };

    const Post post;

    std::mutex mutex;
    std::map<std::filesystem::path, FileState> own; // as Earmark left them; guarded by the mutex

    /** Another each time, so that what comes from those that were waited for before is dropped. */
    std::optional<AnswerBack> answer;

    std::vector<std::jthread> watches; // one for each folder; last: they end before the rest goes

    void stopAll();
    static std::optional<FileState> stateOf (const std::filesystem::path&);
    bool isOwn (const std::filesystem::path&);
};

} // namespace earmark
