// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace earmark
{

/** Waits for the files of a render: a host goes on writing and encoding after the last block. Writes nothing. Message thread. */
class RenderWaiter
{
public:
    /** Runs something later on the message thread; from any. */
    using Later = std::function<void (std::function<void()>)>;

    /** JUCE's own, unless another is given. */
    explicit RenderWaiter (Later = {});

    /** Calls back on the message thread, with a UTF-8 path, for each of the files that is complete and was written since; or, without
        any, for each audio file in the folder. Both may be empty. What was waited for before is no longer, and this neither after some
        minutes. */
    void wait (const std::vector<std::string>& files,
               const std::string& folder,
               std::filesystem::file_time_type since,
               std::function<void (const std::string& path)> complete);

    RenderWaiter (const RenderWaiter&) = delete;
    RenderWaiter& operator= (const RenderWaiter&) = delete;

private:
    const Later later;
    std::shared_ptr<int> alive;        ///< what comes from those that were waited for before finds it gone
    std::vector<std::jthread> watches; ///< one for each folder
};

} // namespace earmark
