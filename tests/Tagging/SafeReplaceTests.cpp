// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/SafeReplace.h"

#include "Support/Must.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/EditedFiles.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

TEST_CASE ("The edited bytes take the file's place, and nothing else appears")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    must (safeReplace (edited (file), file));
    CHECK (isEdited (file));
    CHECK (folder.names() == Names { "a.mp3" });
}

TEST_CASE ("Edits of every kind are carried out as they read")
{
    const TemporaryFolder folder;
    std::string large;

    while (large.size() < (3u << 20))
        large += std::to_string (large.size()) + ' ';

    const auto file = folder.file ("a.mp3", large);
    auto expected = large;
    auto table = tableOf (file);

    const auto replace = [&] (std::size_t at, std::size_t removed, const std::string& bytes)
    {
        table.replace (at, removed, bytes);
        expected.replace (at, removed, bytes);
    };

    SECTION ("in front, by a whole number of blocks")
    {
        replace (0, 0, std::string (8192, 'x'));
    }
    SECTION ("in front, by anything")
    {
        replace (0, 0, "x");
    }
    SECTION ("in the middle")
    {
        replace (1'000'000, 500'000, "something shorter");
    }
    SECTION ("at the end")
    {
        replace (large.size() - 100, 100, std::string (5000, 'y'));
    }
    SECTION ("shorter")
    {
        replace (0, large.size() - 10, "");
    }
    SECTION ("to nothing")
    {
        replace (0, large.size(), "");
    }

    SECTION ("everywhere")
    {
        for (std::size_t i = 0; i < 50; ++i)
            replace (i * 40'000 + i, i * 100, std::string (i * 37, char ('a' + i % 26)));
    }

    must (safeReplace (table, file));
    CHECK (hasBytes (file, expected));
}

TEST_CASE ("A file that somebody changed meanwhile is left to them")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    const auto table = edited (file);

    const auto refused = [&]
    {
        const auto error = mustFail (safeReplace (table, file));
        CHECK (error.kind == Error::Kind::conflict);
        CHECK (folder.names() == Names { "a.mp3" });
    };

    SECTION ("longer")
    {
        std::ofstream (file, std::ios::app) << "more";
        refused();
        CHECK (hasBytes (file, original + "more"));
    }

    SECTION ("the same length, another time")
    {
        writeBytes (file, std::string (original.size(), 'z'));
        ::timespec times[2] { { 100, 0 }, { 100, 0 } };
        REQUIRE (::utimensat (AT_FDCWD, file.c_str(), times, 0) == 0);
        refused();
        CHECK (hasBytes (file, std::string (original.size(), 'z')));
    }

    SECTION ("shorter")
    {
        writeBytes (file, "short");
        refused();
        CHECK (hasBytes (file, "short"));
    }

    SECTION ("replaced by another file")
    {
        fs::rename (folder.file ("other.mp3", original), file);
        refused();
        CHECK (hasBytes (file, original));
    }

    SECTION ("gone")
    {
        fs::remove (file);
        const auto error = mustFail (safeReplace (table, file));
        CHECK (error.kind == Error::Kind::conflict);
        CHECK (folder.names().empty());
    }

    SECTION ("in the middle of the copy")
    {
        const ReplaceOptions options { .breakHardLinks = false,
                                       .progress = [&] (std::uint64_t)
                                       {
                                           std::ofstream (file, std::ios::app) << "more";
                                           return true;
                                       } };
        CHECK (mustFail (safeReplace (table, file, options)).kind == Error::Kind::conflict);
        CHECK (folder.names() == Names { "a.mp3" });
        CHECK (bytesOf (file).starts_with (original));
    }
}

TEST_CASE ("Progress reaches the end, and can cancel")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    std::uint64_t last = 0;

    SECTION ("reaches")
    {
        const ReplaceOptions options { .breakHardLinks = false,
                                       .progress = [&] (std::uint64_t bytes)
                                       {
                                           CHECK (bytes >= last);
                                           last = bytes;
                                           return true;
                                       } };
        must (safeReplace (edited (file), file, options));
        CHECK (last == original.size() + 5);
    }

    SECTION ("cancels")
    {
        const ReplaceOptions options { .breakHardLinks = false,
                                       .progress = [] (std::uint64_t) { return false; } };
        const auto error = mustFail (safeReplace (edited (file), file, options));
        CHECK (error.message.find ("Cancelled") != std::string::npos);
        CHECK (hasBytes (file, original));
        CHECK (folder.names() == Names { "a.mp3" });
    }
}

TEST_CASE ("What a killed write left behind is taken over, what another one is busy with is not")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    const auto draft = folder.file (".a.mp3.earmark-part", "half of something");

    SECTION ("left behind")
    {
        must (safeReplace (edited (file), file));
        CHECK (isEdited (file));
        CHECK (folder.names() == Names { "a.mp3" });
    }

    SECTION ("busy")
    {
        const auto other = ::open (draft.c_str(), O_RDWR | O_CLOEXEC);
        REQUIRE (::flock (other, LOCK_EX) == 0);
        const auto error = mustFail (safeReplace (edited (file), file));
        CHECK (error.kind == Error::Kind::conflict);
        CHECK (hasBytes (file, original));
        CHECK (hasBytes (draft, "half of something"));
        ::close (other);
    }

    SECTION ("not even a file")
    {
        fs::remove (draft);
        fs::create_directory (draft);
        CHECK_FALSE (safeReplace (edited (file), file).has_value());
        CHECK (hasBytes (file, original));
    }

    SECTION ("a link to somebody's file")
    {
        const auto precious = folder.file ("precious", "do not touch");
        fs::remove (draft);
        fs::create_symlink ("precious", draft);
        std::ignore = safeReplace (edited (file), file);
        CHECK (hasBytes (precious, "do not touch"));
    }
}

} // namespace earmark
