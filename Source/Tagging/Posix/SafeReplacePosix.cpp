// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Tagging/Posix/Copier.h"
#include "Tagging/Posix/Draft.h"
#include "Tagging/Posix/FileSourcePosix.h"
#include "Tagging/Posix/System.h"
#include "Tagging/Posix/WriteFailure.h"
#include "Tagging/SafeReplace.h"

#include <cerrno>
#include <fcntl.h>
#include <format>
#include <unistd.h>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

Result<void> copyMetadata (const FileSource::Native& from, int to)
{
    // Owner first: changing it clears set-id bits. Only root may give files away; others keep their own as the owner.
    if (::fchown (to, from.status.st_uid, from.status.st_gid) != 0 && errno != EPERM)
        return writeFailure (errno);

    // Memory sticks know no modes: all of their files have the same one.
    if (::fchmod (to, from.status.st_mode & 07777) != 0 && errno != EPERM && errno != EOPNOTSUPP)
        return writeFailure (errno);

    system::copyAttributes (from.descriptor, to);
    return {};
}

bool isUnchanged (const FileSource::Native& source)
{
    struct stat status {};

    if (::stat (source.path.c_str(), &status) != 0)
        return false;

    const auto then = system::changeTime (source.status), now = system::changeTime (status);
    return status.st_dev == source.status.st_dev && status.st_ino == source.status.st_ino
           && status.st_size == source.status.st_size && now.tv_sec == then.tv_sec
           && now.tv_nsec == then.tv_nsec;
}

Result<void> checkDraft (const Draft& draft, const ReplaceOptions& options)
{
    if (! options.check)
        return {};

    const auto written = FileSource::fromDescriptor (::fcntl (draft.file.get(), F_DUPFD_CLOEXEC, 0));
    return written ? options.check (*written) : std::unexpected (written.error());
}

/** Where the bytes will really go: through symbolic links, with a parent that exists. */
Result<fs::path> resolve (const fs::path& destination)
{
    std::error_code code;
    auto target = destination;

    if (fs::is_symlink (destination, code))
        target = fs::canonical (destination, code);
    else
        code.clear(); // of a destination that does not exist yet

    if (code)
        return failure (Error::Kind::notWritable, "It is a symbolic link to a place that does not exist.");

    const auto parent =
        fs::canonical (target.has_parent_path() ? target.parent_path() : fs::path ("."), code);

    if (code)
        return failure (Error::Kind::notWritable, "Its folder does not exist.");

    return parent / target.filename();
}

/** Why a file that exists may not be replaced. */
std::optional<Error>
reasonNotToReplace (const fs::path& file, const struct stat& status, const ReplaceOptions& options)
{
    const auto reason = [] (std::string message)
    { return Error { Error::Kind::notWritable, std::move (message), {} }; };

    if (S_ISDIR (status.st_mode))
        return reason ("It is a folder; give a file name.");

    if (! S_ISREG (status.st_mode))
        return reason ("It is no ordinary file and would be replaced by one.");

    // rename() would replace a file that nobody may write to, and so may root; its owner's wish counts.
    if ((status.st_mode & 0222) == 0 || ::access (file.c_str(), W_OK) != 0)
        return reason ("It is write-protected; change its permissions to write chapters into it.");

    if (status.st_nlink > 1 && ! options.breakHardLinks)
        return reason (std::format ("It has {} names (hard links), and the others would keep the old "
                                    "content.",
                                    status.st_nlink));

    return {};
}

} // namespace

Result<void> mayReplace (const fs::path& destination, const ReplaceOptions& options)
{
    const auto target = resolve (destination);

    if (! target)
        return std::unexpected (target.error());

    struct stat old {};

    if (::stat (target->c_str(), &old) == 0)
        if (auto reason = reasonNotToReplace (*target, old, options))
            return std::unexpected (std::move (*reason));

    if (::access (target->parent_path().c_str(), W_OK | X_OK) != 0)
        return writeFailure (errno);

    return {};
}

Result<void> safeReplace (const PieceTable& table, const fs::path& destination, const ReplaceOptions& options)
{
    const auto& source = dynamic_cast<const FileSource&> (table.source()).native();
    const auto target = resolve (destination);

    if (! target)
        return std::unexpected (target.error());

    struct stat old {};
    const bool exists = ::stat (target->c_str(), &old) == 0;
    const bool inPlace = exists && old.st_dev == source.status.st_dev && old.st_ino == source.status.st_ino;

    if (inPlace)
    {
        const auto same = table.equalsSource();

        if (! same)
            return std::unexpected (same.error());

        if (*same)
            return {};
    }

    if (exists)
        if (auto reason = reasonNotToReplace (*target, old, options))
            return std::unexpected (std::move (*reason));

    auto draft = openDraft (*target);

    if (! draft)
        return std::unexpected (draft.error());

    if (auto copied = copyInto (draft->file.get(), table, source.descriptor, options); ! copied)
        return copied;

    if (auto done = copyMetadata (source, draft->file.get()); ! done)
        return done;

    if (auto right = checkDraft (*draft, options); ! right)
        return right;

    // The old content goes when the new one takes its place. Its memory is freed now, while the disk is busy, not after that.
    if (inPlace)
        system::forget (source.descriptor);

    if (! system::flush (draft->file.get()))
        return writeFailure (errno);

    if (! isUnchanged (source))
        return failure (Error::Kind::conflict,
                        "Another program changed it meanwhile; nothing was replaced. Try again when that "
                        "program is done.");

    return publish (*draft, *target);
}

} // namespace earmark
