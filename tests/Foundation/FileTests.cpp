// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#ifndef _WIN32
    #include <fcntl.h>
    #include <sys/stat.h>
    #include <unistd.h>
#endif

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** A folder that goes with the test. */
struct TemporaryFolder
{
    fs::path path;

    TemporaryFolder()
    {
        const auto stamp = fs::file_time_type::clock::now().time_since_epoch().count();
        path = fs::temp_directory_path() / ("earmark-tests-" + std::to_string (stamp));
        fs::create_directories (path);
    }

    ~TemporaryFolder()
    {
        std::error_code ignored;
        fs::remove_all (path, ignored);
    }

    TemporaryFolder (const TemporaryFolder&) = delete;
    TemporaryFolder& operator= (const TemporaryFolder&) = delete;
};

constexpr std::size_t plenty = 1u << 20;

std::size_t filesIn (const fs::path& folder)
{
    return std::size_t (std::distance (fs::directory_iterator (folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE ("What was written is read back, byte for byte")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "a.json";
    const std::string bytes { "one\r\ntwo\0three\xFF", 15 };

    REQUIRE (writeFile (path, bytes));
    CHECK (readFile (path, plenty) == bytes);
    CHECK (filesIn (folder.path) == 1);
}

TEST_CASE ("Writing replaces the whole of the old content")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "a.json";

    REQUIRE (writeFile (path, "a long first version"));
    REQUIRE (writeFile (path, "short"));
    CHECK (readFile (path, plenty) == "short");
    REQUIRE (writeFile (path, ""));
    CHECK (readFile (path, plenty) == "");
    CHECK (filesIn (folder.path) == 1);
}

TEST_CASE ("A missing file, a folder and a file that is too large are told apart")
{
    const TemporaryFolder folder;
    REQUIRE (writeFile (folder.path / "big", std::string (1000, 'x')));

    const auto missing = readFile (folder.path / "missing", plenty);
    REQUIRE_FALSE (missing);
    CHECK (missing.error().kind == Error::Kind::notFound);

    const auto below = readFile (folder.path / "big" / "below", plenty);
    REQUIRE_FALSE (below);
    CHECK (below.error().kind == Error::Kind::notFound);

    const auto directory = readFile (folder.path, plenty);
    REQUIRE_FALSE (directory);
    CHECK (directory.error().kind == Error::Kind::unreadable);

    CHECK (readFile (folder.path / "big", 1000));
    const auto tooLarge = readFile (folder.path / "big", 999);
    REQUIRE_FALSE (tooLarge);
    CHECK (tooLarge.error().kind == Error::Kind::tooLarge);
}

TEST_CASE ("Writing into a missing folder, or over a folder, is refused and leaves nothing")
{
    const TemporaryFolder folder;

    const auto nowhere = writeFile (folder.path / "missing" / "a.json", "x");
    REQUIRE_FALSE (nowhere);
    CHECK (nowhere.error().kind == Error::Kind::notWritable);

    const auto over = writeFile (folder.path, "x");
    REQUIRE_FALSE (over);
    CHECK (over.error().kind == Error::Kind::notWritable);
    CHECK (filesIn (folder.path) == 0);
}

TEST_CASE ("Paths are UTF-8 in both directions")
{
    const std::string name = "Caf\xC3\xA9 \xE5\xA4\xA9.txt";
    CHECK (toUtf8 (pathFromUtf8 (name)) == name);

    const TemporaryFolder folder;
    REQUIRE (writeFile (folder.path / pathFromUtf8 (name), "x"));
    CHECK (readFile (folder.path / pathFromUtf8 (name), plenty) == "x");
}

#ifndef _WIN32

TEST_CASE ("Writing through a symbolic link keeps the link")
{
    const TemporaryFolder folder;
    REQUIRE (writeFile (folder.path / "target", "old"));
    fs::create_symlink (folder.path / "target", folder.path / "link");

    REQUIRE (writeFile (folder.path / "link", "new"));
    CHECK (fs::is_symlink (folder.path / "link"));
    CHECK (readFile (folder.path / "target", plenty) == "new");
}

TEST_CASE ("Writing keeps the permissions of the file that it replaces")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "a.json";
    REQUIRE (writeFile (path, "old"));
    fs::permissions (path, fs::perms::owner_read | fs::perms::owner_write);

    REQUIRE (writeFile (path, "new"));
    CHECK (fs::status (path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

// A rename would put a plain file in the place of the pipe, or of /dev/null.
TEST_CASE ("Writing to a pipe writes into it")
{
    const TemporaryFolder folder;
    const auto path = folder.path / "pipe";
    REQUIRE (::mkfifo (path.c_str(), 0600) == 0);
    const auto reader = ::open (path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE (reader >= 0);

    CHECK (writeFile (path, "through"));
    CHECK (fs::is_fifo (path));

    std::string bytes (100, '\0');
    const auto count = ::read (reader, bytes.data(), bytes.size());
    ::close (reader);
    REQUIRE (count == 7);
    CHECK (bytes.substr (0, 7) == "through");
}

#endif

TEST_CASE ("When a file was written is told as a calendar and a clock do")
{
    const TemporaryFolder folder;
    REQUIRE (writeFile (folder.path / "a", "a"));
    const auto time = timeOfLastWrite (folder.path / "a");
    REQUIRE (time.size() == 19);
    CHECK (time.starts_with ("20"));
    CHECK (time[10] == ' ');
    CHECK (timeOfLastWrite (folder.path / "none").empty());
}

} // namespace earmark
