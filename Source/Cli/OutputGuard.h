// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace earmark::cli
{

/** Whether both names, through whatever links, are of one file, or will be where none is yet. Never true of folders, pipes and devices. */
bool isSameFile (const std::filesystem::path&, const std::filesystem::path&);

/** The rule that no output of a run destroys what somebody has: asked about every output before the first is written. */
class OutputGuard
{
public:
    /** The names of all files that the run reads; "-" and empty ones are none. */
    explicit OutputGuard (const std::vector<std::string>& inputs);

    /** Of a page, a report, a picture or an outline; "-" and an empty name always pass. Fails with Kind::wrongUsage where the run reads that
        file, where something else that passed goes, and where audio lies. */
    Result<void> passDocument (const std::string& output);

    /** Of audio made of `media`, whose own place it may take, and that of other audio of its kind. Fails with Kind::wrongUsage where the name is
        "-" or that of another kind of audio, where the run reads that file for something else or writes another one there, and where anything else lies that is not empty. */
    Result<void> passAudio (const std::filesystem::path& output, const std::filesystem::path& media);

private:
    std::vector<std::filesystem::path> read, passed;
    std::set<std::filesystem::path> namesRead, written; ///< without links; written is audio
};

} // namespace earmark::cli
