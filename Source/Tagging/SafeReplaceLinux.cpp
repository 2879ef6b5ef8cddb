// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/FileSourcePosix.h"
#include "Tagging/SafeReplace.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** Clones need it; every Linux file system with range clones has blocks of this size or a divisor of it. */
constexpr std::uint64_t cloneBlock = 4096;

class Descriptor
{
public:
    Descriptor() = default;

    explicit Descriptor (int opened) : number (opened) {}

    Descriptor (Descriptor&& other) noexcept : number (std::exchange (other.number, -1)) {}

    Descriptor& operator= (Descriptor&& other) noexcept
    {
        std::swap (number, other.number);
        return *this;
    }

    ~Descriptor()
    {
        if (number >= 0)
            ::close (number);
    }

    explicit operator bool() const { return number >= 0; }

    int get() const { return number; }

private:
    int number = -1;
};

/** The sentence for an errno of writing. */
std::unexpected<Error> writeFailure (int code)
{
    switch (code)
    {
        case ENOSPC:
        case EDQUOT:
            return failure (Error::Kind::notWritable,
                            "The disk is full; the file is as it was. Free some space and write again.");
        case EACCES:
        case EPERM:
            return failure (Error::Kind::notWritable,
                            "You may not write in its folder; the file is as it was.");
        case EROFS:
            return failure (Error::Kind::notWritable, "The disk is read-only; the file is as it was.");
        case EFBIG:
            return failure (Error::Kind::notWritable,
                            "The file system allows no file of this size; the file is as it was.");
        case EIO:
            return failure (Error::Kind::notWritable,
                            "The disk reported an error while writing; the file is as it was.");
        default:
            return failure (
                Error::Kind::notWritable,
                std::format ("Writing failed ({}); the file is as it was.", std::strerror (code)));
    }
}

/** The file in the making: without a name where the file system can do that, so that a kill leaves nothing behind. */
struct Draft
{
    Descriptor file;
    fs::path name; ///< empty while it has none

    Draft() = default;
    Draft (Draft&&) = default;
    Draft& operator= (Draft&&) = default;

    ~Draft()
    {
        if (! name.empty())
            ::unlink (name.c_str());
    }
};

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

Result<Draft> openDraft (const fs::path& destination)
{
    Draft draft;
    draft.file =
        Descriptor (::open (destination.parent_path().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));

    if (draft.file)
    {
        std::ignore = lock (draft.file);
        return draft;
    }

    // EOPNOTSUPP, EISDIR and EINVAL are how file systems without nameless files answer.
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
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

class Copier
{
public:
    Copier (const PieceTable& edited, int sourceFile, int draftFile, const ReplaceOptions& replaceOptions)
        : table (edited), source (sourceFile), draft (draftFile), options (replaceOptions)
    {}

    Result<void> run()
    {
        canClone = probeClone();

        // A full disk must be known before anything is copied. Clones take no space of their own.
        if (! canClone && table.size() > 0 && ::fallocate (draft, 0, 0, off_t (table.size())) != 0
            && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            return writeFailure (errno);

        for (const auto& piece : table.pieces())
        {
            const auto done = piece.origin == PieceTable::Piece::Origin::added
                                  ? write (table.addedBytes (piece))
                                  : copy (piece.offset, piece.length);

            if (! done)
                return done;
        }

        return ::ftruncate (draft, off_t (position)) == 0 ? Result<void> {} : writeFailure (errno);
    }

private:
    const PieceTable& table;
    const int source;
    const int draft;
    const ReplaceOptions& options;
    std::uint64_t position = 0;
    std::uint64_t flushed = 0;
    bool canClone = false;
    std::string buffer;

    bool probeClone() const
    {
        if (table.source().size() < 2 * cloneBlock)
            return false;

        const file_clone_range range {
            .src_fd = source, .src_offset = 0, .src_length = cloneBlock, .dest_offset = 0
        };
        return ::ioctl (draft, FICLONERANGE, &range) == 0;
    }

    Result<void> write (std::string_view bytes)
    {
        while (! bytes.empty())
        {
            const auto n = ::pwrite (draft, bytes.data(), bytes.size(), off_t (position));

            if (n < 0 && errno == EINTR)
                continue;

            if (n < 0)
                return writeFailure (errno);

            bytes.remove_prefix (std::size_t (n));
            position += std::uint64_t (n);
        }

        // Early write-back lets the disk work while we read; the final fsync then has little left to do.
        constexpr std::uint64_t writeBackUnit = 8u << 20;

        if (position - flushed >= writeBackUnit)
        {
            ::sync_file_range (draft, off64_t (flushed), off64_t (position - flushed), SYNC_FILE_RANGE_WRITE);
            flushed = position;
        }

        if (options.progress && ! options.progress (position))
            return failure (Error::Kind::conflict, "Cancelled; the file is as it was.");

        return {};
    }

    Result<void> copyThroughBuffer (std::uint64_t offset, std::uint64_t length)
    {
        constexpr std::size_t blockSize = 1u << 20;
        buffer.resize (blockSize);

        while (length > 0)
        {
            const auto n = ::pread (source,
                                    buffer.data(),
                                    std::size_t (std::min<std::uint64_t> (blockSize, length)),
                                    off_t (offset));

            if (n < 0 && errno == EINTR)
                continue;

            if (n < 0)
                return failure (
                    Error::Kind::unreadable,
                    std::format ("The disk cannot read the original ({}).", std::strerror (errno)),
                    Place::atByte (offset));

            if (n == 0)
                return failure (Error::Kind::conflict,
                                "The original became shorter while it was read; nothing was replaced.");

            if (auto done = write (std::string_view (buffer).substr (0, std::size_t (n))); ! done)
                return done;

            offset += std::uint64_t (n);
            length -= std::uint64_t (n);
        }

        return {};
    }

    Result<void> copy (std::uint64_t offset, std::uint64_t length)
    {
        constexpr std::uint64_t smallestClone = 64u << 10;

        if (canClone && length >= smallestClone && offset % cloneBlock == position % cloneBlock)
        {
            const auto head = (cloneBlock - offset % cloneBlock) % cloneBlock;

            if (auto done = copyThroughBuffer (offset, head); ! done)
                return done;

            offset += head;
            length -= head;

            // Only a clone that reaches the end of the source may end inside a block.
            const auto whole =
                offset + length == table.source().size() ? length : length / cloneBlock * cloneBlock;
            const file_clone_range range {
                .src_fd = source, .src_offset = offset, .src_length = whole, .dest_offset = position
            };

            if (::ioctl (draft, FICLONERANGE, &range) == 0)
            {
                offset += whole;
                length -= whole;
                position += whole;
                flushed = position;
            }
        }

        return copyThroughBuffer (offset, length);
    }
};

void copyAttributes (int from, int to)
{
    std::string names (64u << 10, '\0');
    const auto length = ::flistxattr (from, names.data(), names.size());
    std::string value (64u << 10, '\0');

    // Some name spaces may only be set by the system; what cannot be set is what a copy by hand would lose as well.
    for (std::size_t i = 0; length > 0 && i < std::size_t (length); i += std::strlen (&names[i]) + 1)
        if (const auto size = ::fgetxattr (from, &names[i], value.data(), value.size()); size >= 0)
            std::ignore = ::fsetxattr (to, &names[i], value.data(), std::size_t (size), 0);
}

Result<void> copyMetadata (const FileSource::Native& from, int to)
{
    // Owner first: changing it clears set-id bits. Only root may give files away; others keep their own as the owner.
    if (::fchown (to, from.status.st_uid, from.status.st_gid) != 0 && errno != EPERM)
        return writeFailure (errno);

    // Memory sticks know no modes: all of their files have the same one.
    if (::fchmod (to, from.status.st_mode & 07777) != 0 && errno != EPERM && errno != EOPNOTSUPP)
        return writeFailure (errno);

    copyAttributes (from.descriptor, to);
    return {};
}

bool isUnchanged (const FileSource::Native& source)
{
    struct stat now {};

    return ::stat (source.path.c_str(), &now) == 0 && now.st_dev == source.status.st_dev
           && now.st_ino == source.status.st_ino && now.st_size == source.status.st_size
           && now.st_mtim.tv_sec == source.status.st_mtim.tv_sec
           && now.st_mtim.tv_nsec == source.status.st_mtim.tv_nsec;
}

/** Gives the draft its final name. */
Result<void> publish (Draft& draft, const fs::path& destination)
{
    if (draft.name.empty())
    {
        const auto name = draftName (destination);
        const auto self = std::format ("/proc/self/fd/{}", draft.file.get());

        const auto link = [&]
        { return ::linkat (AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0; };

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
                                    "content; --break-hardlinks writes it all the same.",
                                    status.st_nlink));

    return {};
}

} // namespace

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

    if (auto copied = Copier (table, source.descriptor, draft->file.get(), options).run(); ! copied)
        return copied;

    if (auto done = copyMetadata (source, draft->file.get()); ! done)
        return done;

    if (auto right = checkDraft (*draft, options); ! right)
        return right;

    if (::fsync (draft->file.get()) != 0)
        return writeFailure (errno);

    if (! isUnchanged (source))
        return failure (Error::Kind::conflict,
                        "Another program changed it meanwhile; nothing was replaced. Try again when that "
                        "program is done.");

    return publish (*draft, *target);
}

} // namespace earmark
