// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/TemporaryFolder.h"

#include "Support/Places.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace earmark::tests
{

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder()
{
    auto pattern = (workFolder() / "run-XXXXXX").string();

    if (::mkdtemp (pattern.data()) == nullptr)
        throw std::runtime_error ("no temporary folder: " + pattern);

    folder = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    if (std::getenv ("EARMARK_KEEP") != nullptr)
        return;

    // Tests take rights away; without them nothing could be removed.
    std::error_code ignored;
    fs::permissions (folder, fs::perms::owner_all, ignored);

    for (auto i = fs::recursive_directory_iterator (folder, ignored); i != fs::recursive_directory_iterator();
         i.increment (ignored))
        if (i->is_directory (ignored) && ! i->is_symlink (ignored))
            fs::permissions (i->path(), fs::perms::owner_all, ignored);

    fs::remove_all (folder, ignored);
}

fs::path TemporaryFolder::copyOf (const fs::path& original, std::string_view name) const
{
    const auto copy = folder / (name.empty() ? original.filename() : fs::path (name));
    fs::copy_file (original, copy, fs::copy_options::overwrite_existing);
    return copy;
}

fs::path TemporaryFolder::file (std::string_view name, std::string_view bytes) const
{
    writeBytes (folder / name, bytes);
    return folder / name;
}

std::vector<std::string> TemporaryFolder::names() const
{
    std::vector<std::string> found;

    for (const auto& entry : fs::directory_iterator (folder))
        found.push_back (entry.path().filename().string());

    std::ranges::sort (found);
    return found;
}

std::string bytesOf (const fs::path& path)
{
    std::string bytes (std::size_t (fs::file_size (path)), '\0');
    std::ifstream stream (path, std::ios::binary);
    stream.read (bytes.data(), std::streamsize (bytes.size()));
    INFO ("reading " << path);
    REQUIRE (stream.good());
    return bytes;
}

bool hasBytes (const fs::path& path, std::string_view bytes)
{
    return bytesOf (path) == bytes;
}

void writeBytes (const fs::path& path, std::string_view bytes)
{
    std::ofstream stream (path, std::ios::binary | std::ios::trunc);
    stream.write (bytes.data(), std::streamsize (bytes.size()));
    INFO ("writing " << path);
    REQUIRE (stream.good());
}

} // namespace earmark::tests
