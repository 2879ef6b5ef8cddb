// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace earmark::tests
{

/** A folder inside the build folder that goes with the test; a failed test's stays when EARMARK_KEEP is set. On a real disk,
    since extended attributes, sparse files and syncing matter here. */
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder (const TemporaryFolder&) = delete;
    TemporaryFolder& operator= (const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return folder; }

    std::filesystem::path operator/ (std::string_view name) const { return folder / name; }

    /** A copy of a file in here, under its own name or another one. */
    std::filesystem::path copyOf (const std::filesystem::path& file, std::string_view name = {}) const;

    /** A new file with these bytes. */
    std::filesystem::path file (std::string_view name, std::string_view bytes) const;

    /** The names of everything in here, sorted, also hidden ones. */
    std::vector<std::string> names() const;

private:
    std::filesystem::path folder;
};

std::string bytesOf (const std::filesystem::path&);

/** For assertions, which would print both files otherwise. */
bool hasBytes (const std::filesystem::path&, std::string_view);
void writeBytes (const std::filesystem::path&, std::string_view bytes);

} // namespace earmark::tests
