// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/PeakMap.h"

#include <filesystem>
#include <optional>
#include <string>

namespace earmark
{

/** Peaks of files seen before, one file each in a folder. Several processes may use it at once: entries come into being whole
    by a rename, are checked when read, and may go at any moment. Calls block on the disk; from any thread but the audio's. */
class PeakCache
{
public:
    /** When there are more than `bound` bytes, what was not used for longest goes. */
    explicit PeakCache (std::filesystem::path where, std::uint64_t bound = 512u << 20);

    /** In the user's own cache folder. */
    static PeakCache ofUser();

    /** Names a content: its size, time of change, and a checksum of its beginning, its end and places in between. Size and
        time alone are not enough, since exports of one project often have the same size and copying tools keep times; and
        the checksum alone would miss an edit of a few samples between the places. Fails as opening does. */
    static Result<std::string> keyOf (const std::filesystem::path&);

    /** nullopt for what is not there, or not sound. */
    std::optional<PeakMap> find (const std::string& key) const;

    /** Keeps a complete map. A full disk is no reason to complain: the entry is then missing. */
    void store (const std::string& key, const PeakMap&) const;

private:
    std::filesystem::path folder;
    std::uint64_t maxBytes;

    std::filesystem::path fileFor (const std::string& key) const;
    void makeRoom() const;
};

} // namespace earmark
