// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/Draft.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Tagging/Posix/System.h"
#include "Tagging/Posix/WriteFailure.h"

#include <cerrno>
#include <fcntl.h>
#include <format>
#include <sys/file.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** The name that a draft has between link and rename, or all along where the file system knows no files without one. */
fs::path draftName (const fs::path& destination)
{
    constexpr std::string_view prefix = ".", suffix = ".earmark-part";
    constexpr long usualLimit = 255;
    const auto stated = ::pathconf (destination.parent_path().c_str(), _PC_NAME_MAX);
    const auto limit = std::size_t (stated > 0 ? stated : usualLimit) - prefix.size() - suffix.size();

    auto name = destination;
    name.replace_filename (std::string (prefix)
                           + std::string (truncateUtf8 (destination.filename().string(), limit))
                           + std::string (suffix));
    return name;
}

std::unexpected<Error> busy()
{
    return failure (Error::Kind::conflict,
                    "Another Earmark is writing it at this moment; nothing was replaced. Try again when that "
                    "one is done.");
}

/** A draft is locked for as long as its process lives: a name without a lock is left over from one that was killed. */
bool lock (const Descriptor& file)
{
    return ::flock (file.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/** Makes room under the draft's name. */
Result<void> removeLeftOver (const fs::path& name)
{
    const Descriptor old (::open (name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};

    if (! old && errno == ENOENT)
        return {};

    if (! old || ::fstat (old.get(), &status) != 0 || ! S_ISREG (status.st_mode))
        return failure (
            Error::Kind::notWritable,
            std::format ("Something else has the name '{}', which is needed for a moment; move it away.",
                         toUtf8 (name.filename())));

    if (! lock (old))
        return busy();

    return ::unlink (name.c_str()) == 0 || errno == ENOENT ? Result<void> {} : writeFailure (errno);
}

} // namespace

Result<Draft> openDraft (const fs::path& destination)
{
    Draft draft;
    draft.file = Descriptor (system::openNameless (destination.parent_path()));

    if (draft.file)
    {
        std::ignore = lock (draft.file);
        return draft;
    }

    if (errno != EOPNOTSUPP)
        return writeFailure (errno);

    const auto name = draftName (destination);

    if (auto room = removeLeftOver (name); ! room)
        return std::unexpected (room.error());

    draft.file = Descriptor (::open (name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));

    if (! draft.file)
        return errno == EEXIST ? busy() : writeFailure (errno);

    // Between the two calls another process can have taken it for a left-over.
    struct stat status {};

    if (! lock (draft.file) || ::fstat (draft.file.get(), &status) != 0 || status.st_nlink == 0)
        return busy();

    draft.name = name;
    return draft;
}

Result<void> publish (Draft& draft, const fs::path& destination)
{
    if (draft.name.empty())
    {
        const auto name = draftName (destination);
        const auto link = [&] { return system::giveName (draft.file.get(), name); };

        if (! link())
        {
            if (errno != EEXIST)
                return writeFailure (errno);

            if (auto room = removeLeftOver (name); ! room)
                return room;

            if (! link())
                return errno == EEXIST ? busy() : writeFailure (errno);
        }

        draft.name = name;
    }

    if (::rename (draft.name.c_str(), destination.c_str()) != 0)
        return writeFailure (errno);

    draft.name.clear();
    const Descriptor folder (::open (destination.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));

    if (folder)
        ::fsync (folder.get());

    return {};
}

} // namespace earmark
