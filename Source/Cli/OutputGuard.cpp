// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/OutputGuard.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Tagging/Sniffing.h"

#include <algorithm>
#include <format>
#include <fstream>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

bool isAmong (const fs::path& path, const std::vector<fs::path>& files)
{
    return std::ranges::any_of (files, [&] (const fs::path& file) { return isSameFile (path, file); });
}

fs::path withoutLinks (const fs::path& path)
{
    std::error_code code;
    return fs::weakly_canonical (fs::absolute (path, code), code);
}

std::unexpected<Error> refusal (std::string sentence)
{
    return failure (Error::Kind::wrongUsage, std::move (sentence));
}

std::unexpected<Error> readInThisRun()
{
    return refusal ("It is read in this run, and would be overwritten: name another file to write.");
}

std::unexpected<Error> writtenInThisRun()
{
    return refusal ("Something else is written there in this run: name another file.");
}

/** The kind of audio that is called so; null where the name tells none. */
const Container* containerCalled (const fs::path& path)
{
    const auto suffix = toLowerAscii (toUtf8 (path.extension()));
    const auto found = std::ranges::find_if (
        containers(), [&] (const Container* c) { return std::ranges::contains (c->suffixes, suffix); });
    return found == containers().end() ? nullptr : *found;
}

/** Audio keeps its kind, and is to be called by it, unless its own name tells another. */
Result<void> checkName (const fs::path& output, const fs::path& media)
{
    if (toUtf8 (output) == "-")
        return refusal ("Audio cannot go to standard output: name a file.");

    if (output.extension() == media.extension())
        return {};

    const auto *called = containerCalled (output), *made = containerAt (media);

    if (called == nullptr || made == nullptr || called == made)
        return {};

    return refusal (std::format (
        "Its name is that of {}, but it would be {}, which Earmark does not change: name another file.",
        called->name,
        made->name));
}

} // namespace

bool isSameFile (const fs::path& a, const fs::path& b)
{
    std::error_code code;

    if (fs::exists (a, code))
        return fs::is_regular_file (a, code) && fs::equivalent (a, b, code);

    return ! fs::exists (b, code) && withoutLinks (a) == withoutLinks (b);
}

OutputGuard::OutputGuard (const std::vector<std::string>& inputs)
{
    for (const auto& name : inputs)
        if (! name.empty() && name != "-")
        {
            read.push_back (pathFromUtf8 (name));
            namesRead.insert (withoutLinks (read.back()));
        }
}

Result<void> OutputGuard::passDocument (const std::string& output)
{
    if (output.empty() || output == "-")
        return {};

    const auto path = pathFromUtf8 (output);

    if (isAmong (path, read))
        return readInThisRun();

    if (isAmong (path, passed))
        return writtenInThisRun();

    if (containerAt (path) != nullptr)
        return refusal ("It is an audio file, and would be overwritten: name another file to write.");

    passed.push_back (path);
    return {};
}

Result<void> OutputGuard::passAudio (const fs::path& output, const fs::path& media)
{
    const bool isInPlace = output == media || isSameFile (output, media);
    const auto name = withoutLinks (output);
    const bool isTaken = ! written.insert (name).second;

    if (isInPlace)
        return {};

    if (auto named = checkName (output, media); ! named)
        return named;

    if (isTaken)
        return writtenInThisRun();

    std::error_code code;
    passed.push_back (output);

    // What is not there yet is nothing that the run reads.
    if (! fs::is_regular_file (output, code))
        return {};

    // Of a file with several names only this one gets another content.
    if (namesRead.contains (name))
        return readInThisRun();

    // As mktemp makes it: nothing that anybody has.
    if (fs::file_size (output, code) == 0)
        return {};

    if (! std::ifstream (output))
        return refusal (
            "What lies there cannot be read, and would be overwritten: name another file to write.");

    const auto *there = containerAt (output), *made = containerAt (media);

    if (there == nullptr)
        return refusal ("It is no audio, and would be overwritten: name another file to write.");

    if (made != nullptr && there != made)
        return refusal (std::format (
            "It is an audio file of another kind ({}), and would be overwritten: name another file to write.",
            there->name));

    return {};
}

} // namespace earmark::cli
