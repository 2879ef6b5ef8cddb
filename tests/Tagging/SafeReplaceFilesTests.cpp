// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/SafeReplace.h"

#include "Support/Must.h"
#include "Support/Rights.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/EditedFiles.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

// Files of every kind: rights, links, names, and destinations elsewhere.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

struct stat statusOf (const fs::path& file)
{
    struct stat status {};
    REQUIRE (::lstat (file.c_str(), &status) == 0);
    return status;
}

} // namespace

TEST_CASE ("Mode and extended attributes stay, and the file is a new one")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);

    for (const mode_t mode : { 0600u, 0644u, 0664u, 0751u })
    {
        REQUIRE (::chmod (file.c_str(), mode) == 0);
        const bool attributes =
            ::setxattr (file.c_str(), "user.earmark.test", "value\0with zero", 15, 0) == 0;
        const auto before = statusOf (file);
        must (safeReplace (edited (file), file));
        CHECK (statusOf (file).st_ino != before.st_ino);
        CHECK ((statusOf (file).st_mode & 07777) == mode);
        CHECK (statusOf (file).st_uid == before.st_uid);
        CHECK (statusOf (file).st_gid == before.st_gid);

        if (attributes)
        {
            std::string value (100, '\0');
            const auto size = ::getxattr (file.c_str(), "user.earmark.test", value.data(), value.size());
            REQUIRE (size == 15);
            CHECK (value.substr (0, 15) == std::string ("value\0with zero", 15));
        }

        writeBytes (file, original);
    }
}

TEST_CASE ("A symbolic link is followed, and stays one")
{
    const TemporaryFolder folder;
    fs::create_directory (folder / "real");
    const auto file = folder.file ("real/a.mp3", original);
    fs::create_symlink ("real/a.mp3", folder / "link.mp3");
    fs::create_symlink ("link.mp3", folder / "second.mp3");

    must (safeReplace (edited (folder / "second.mp3"), folder / "second.mp3"));
    CHECK (fs::is_symlink (folder / "second.mp3"));
    CHECK (fs::is_symlink (folder / "link.mp3"));
    CHECK (isEdited (file));
    CHECK (folder.names() == Names { "link.mp3", "real", "second.mp3" });

    SECTION ("but not to nowhere")
    {
        const auto table = edited (folder / "real/a.mp3");
        fs::create_symlink ("gone.mp3", folder / "broken.mp3");
        CHECK (mustFail (safeReplace (table, folder / "broken.mp3")).kind == Error::Kind::notWritable);
        CHECK (fs::is_symlink (folder / "broken.mp3"));
        CHECK_FALSE (fs::exists (folder / "gone.mp3"));
    }
}

TEST_CASE ("A file of several names is refused, and written when asked for")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    fs::create_hard_link (file, folder / "b.mp3");

    const auto error = mustFail (safeReplace (edited (file), file));
    CHECK (error.kind == Error::Kind::notWritable);
    CHECK (error.message.find ("2 names") != std::string::npos);
    CHECK (hasBytes (file, original));

    must (safeReplace (edited (file), file, { .breakHardLinks = true, .progress = {} }));
    CHECK (isEdited (file));
    CHECK (hasBytes (folder / "b.mp3", original));
    CHECK (folder.names() == Names { "a.mp3", "b.mp3" });
}

TEST_CASE ("A file without the right to write is refused, also where root could")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    REQUIRE (::chmod (file.c_str(), 0444) == 0);

    const auto check = [&]
    {
        const auto error = mustFail (safeReplace (edited (file), file));
        CHECK (error.kind == Error::Kind::notWritable);
        CHECK (error.message.find ("write-protected") != std::string::npos);
        CHECK (hasBytes (file, original));
        CHECK (folder.names() == Names { "a.mp3" });
    };

    check();
    dropRootsPowers();
    check();
}

TEST_CASE ("A folder without the right to write is refused")
{
    dropRootsPowers();
    const TemporaryFolder folder;
    fs::create_directory (folder / "closed");
    const auto file = folder.file ("closed/a.mp3", original);
    const auto table = edited (file);
    REQUIRE (::chmod ((folder / "closed").c_str(), 0555) == 0);

    const auto error = mustFail (safeReplace (table, file));
    CHECK (error.kind == Error::Kind::notWritable);
    CHECK (error.message.find ("folder") != std::string::npos);
    CHECK (hasBytes (file, original));
}

TEST_CASE ("Bytes that are the same are not written")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    const auto before = statusOf (file);

    auto table = tableOf (file);
    table.replace (4, 3, "old");
    must (safeReplace (table, file));
    must (safeReplace (tableOf (file), file));

    const auto after = statusOf (file);
    CHECK (after.st_ino == before.st_ino);
    CHECK (after.st_mtim.tv_nsec == before.st_mtim.tv_nsec);
    CHECK (after.st_ctim.tv_nsec == before.st_ctim.tv_nsec);

    SECTION ("not even to a file that could not be written")
    {
        REQUIRE (::chmod (file.c_str(), 0444) == 0);
        CHECK (safeReplace (tableOf (file), file).has_value());
    }
}

TEST_CASE ("Another file can be the destination, and the source stays as it was")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", original);
    REQUIRE (::chmod (file.c_str(), 0640) == 0);
    const auto before = statusOf (file);

    SECTION ("a new one")
    {
        must (safeReplace (edited (file), folder / "new.mp3"));
        CHECK (isEdited (folder / "new.mp3"));
        CHECK ((statusOf (folder / "new.mp3").st_mode & 07777) == 0640);
    }

    SECTION ("one without edits is a copy")
    {
        must (safeReplace (tableOf (file), folder / "copy.mp3"));
        CHECK (hasBytes (folder / "copy.mp3", original));
    }

    SECTION ("an existing one")
    {
        folder.file ("old.mp3", "something else");
        must (safeReplace (edited (file), folder / "old.mp3"));
        CHECK (isEdited (folder / "old.mp3"));
    }

    SECTION ("an existing one that is protected")
    {
        const auto old = folder.file ("old.mp3", "something else");
        REQUIRE (::chmod (old.c_str(), 0444) == 0);
        CHECK (mustFail (safeReplace (edited (file), old)).kind == Error::Kind::notWritable);
        CHECK (hasBytes (old, "something else"));
    }

    SECTION ("an existing one of several names")
    {
        const auto old = folder.file ("old.mp3", "something else");
        fs::create_hard_link (old, folder / "other.mp3");
        CHECK (mustFail (safeReplace (edited (file), old)).kind == Error::Kind::notWritable);
        CHECK (hasBytes (old, "something else"));
    }

    SECTION ("not a folder")
    {
        fs::create_directory (folder / "sub");
        CHECK (mustFail (safeReplace (edited (file), folder / "sub")).kind == Error::Kind::notWritable);
    }

    SECTION ("not in a folder that does not exist")
    {
        CHECK (mustFail (safeReplace (edited (file), folder / "none/new.mp3")).kind
               == Error::Kind::notWritable);
    }

    SECTION ("not a pipe or a device, which would be replaced by a file")
    {
        REQUIRE (::mkfifo ((folder / "pipe").c_str(), 0600) == 0);
        CHECK (mustFail (safeReplace (edited (file), folder / "pipe")).kind == Error::Kind::notWritable);
        CHECK (fs::is_fifo (folder / "pipe"));
    }

    SECTION ("by a name without a folder")
    {
        const auto here = fs::current_path();
        const auto table = edited (file);
        fs::current_path (folder.path());
        const auto done = safeReplace (table, "plain.mp3");
        fs::current_path (here);
        must (done);
        CHECK (isEdited (folder / "plain.mp3"));
    }

    CHECK (hasBytes (file, original));
    CHECK (statusOf (file).st_mtim.tv_nsec == before.st_mtim.tv_nsec);

    for (const auto& name : folder.names())
        CHECK (name.find ("earmark-part") == std::string::npos);
}

TEST_CASE ("The longest names that a file can have can be written")
{
    const TemporaryFolder folder;

    for (const std::size_t length : { 230u, 241u, 242u, 255u })
    {
        const auto file = folder.file (std::string (length - 4, 'n') + ".mp3", original);
        must (safeReplace (edited (file), file));
        CHECK (isEdited (file));
        fs::remove (file);
    }

    // Cut between characters, where it has to be cut.
    std::string name;

    while (name.size() < 248)
        name += "日";

    const auto file = folder.file (name + ".mp3", original);
    must (safeReplace (edited (file), file));
    CHECK (isEdited (file));
    CHECK (folder.names().size() == 1);
}

TEST_CASE ("Only regular files are opened")
{
    const TemporaryFolder folder;
    REQUIRE (::mkfifo ((folder / "pipe").c_str(), 0600) == 0);
    CHECK (mustFail (FileSource::open (folder / "pipe")).kind == Error::Kind::unsupported);
    CHECK (mustFail (FileSource::open (folder.path())).kind == Error::Kind::unreadable);
    CHECK (mustFail (FileSource::open (folder / "none")).kind == Error::Kind::notFound);

    dropRootsPowers();
    const auto closed = folder.file ("closed", "x");
    REQUIRE (::chmod (closed.c_str(), 0) == 0);
    CHECK (mustFail (FileSource::open (closed)).kind == Error::Kind::unreadable);
}

TEST_CASE ("A file that became shorter while it was open is told from every read")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", std::string (200'000, 'x'));
    const auto source = must (FileSource::open (file));
    fs::resize_file (file, 1000);
    CHECK (mustFail (source->read (150'000, 10)).kind == Error::Kind::malformed);
    CHECK (mustFail (source->read (0, 150'000)).kind == Error::Kind::malformed);
    CHECK (must (source->read (0, 1000)) == std::string (1000, 'x'));
    CHECK (mustFail (source->read (990, 20)).kind == Error::Kind::malformed);
}

} // namespace earmark
