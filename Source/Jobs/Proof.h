// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Jobs/FileWrite.h"
#include "Model/Lint.h"

#include <functional>

namespace earmark
{

/** What can be shown of a write afterwards, from the file as it lies on the disk. */
struct Proof
{
    std::filesystem::path file;
    std::string_view container;
    WriteOutcome outcome = WriteOutcome::written;
    std::optional<Duration> length;
    Outline outline;                     ///< read back
    std::vector<StoredList> lists;       ///< in each form
    std::string audioBefore, audioAfter; ///< SHA-256 of the audio, wherever it lies in the file
    std::vector<std::string> kept, changed, added,
        removed; ///< names of tags and other parts that are no chapters
    std::uint64_t bytesBefore = 0, bytesAfter = 0;
    Findings findings;

    bool isAudioSame() const { return ! audioBefore.empty() && audioBefore == audioAfter; }
};

/** Reads the destination back and compares it with what the plan's source was. Reads both whole, unless `goesOn` says no meanwhile:
    that fails with Kind::conflict. */
Result<Proof> prove (const WritePlan&,
                     const std::filesystem::path& destination,
                     WriteOutcome,
                     const std::function<bool()>& goesOn = {});

} // namespace earmark
