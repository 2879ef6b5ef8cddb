// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/FileSourcePosix.h"

#include "Foundation/File.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <unistd.h>

namespace earmark
{

namespace
{

std::error_code lastError()
{
    return { errno, std::generic_category() };
}

/** Reads what is there, up to `count`. */
Result<std::size_t> readSome (int descriptor, std::uint64_t offset, char* into, std::size_t count)
{
    std::size_t done = 0;

    while (done < count)
    {
        const auto n = ::pread (descriptor, into + done, count - done, off_t (offset + done));

        if (n < 0 && errno == EINTR)
            continue;

        if (n < 0)
            return failure (Error::Kind::unreadable,
                            std::format ("The disk cannot read it: {}.", lastError().message()),
                            Place::atByte (offset + done));

        if (n == 0)
            break;

        done += std::size_t (n);
    }

    return done;
}

} // namespace

FileSource::FileSource (std::unique_ptr<Native> native) : state (std::move (native)) {}

FileSource::~FileSource()
{
    if (state->descriptor >= 0)
        ::close (state->descriptor);
}

Result<std::shared_ptr<FileSource>> FileSource::open (const std::filesystem::path& path)
{
    std::error_code code;
    auto native = std::make_unique<Native>();
    native->path = std::filesystem::canonical (path, code);

    if (code)
        return std::unexpected (openError (code));

    native->descriptor = ::open (native->path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    return opened (std::move (native));
}

Result<std::shared_ptr<FileSource>> FileSource::fromDescriptor (int descriptor)
{
    auto native = std::make_unique<Native>();
    native->descriptor = descriptor;
    return opened (std::move (native));
}

Result<std::shared_ptr<FileSource>> FileSource::opened (std::unique_ptr<Native> native)
{
    const auto code = lastError();
    auto source = std::shared_ptr<FileSource> (new FileSource (std::move (native)));
    auto& file = *source->state;

    if (file.descriptor < 0)
        return std::unexpected (openError (code));

    if (::fstat (file.descriptor, &file.status) != 0)
        return std::unexpected (openError (lastError()));

    if (S_ISDIR (file.status.st_mode))
        return std::unexpected (openError (std::make_error_code (std::errc::is_a_directory)));

    if (! S_ISREG (file.status.st_mode))
        return failure (Error::Kind::unsupported, "It is no ordinary file.");

    return source;
}

std::uint64_t FileSource::size() const
{
    return std::uint64_t (state->status.st_size);
}

const std::filesystem::path& FileSource::path() const
{
    return state->path;
}

Result<void> FileSource::read (std::uint64_t offset, char* into, std::size_t count) const
{
    // What walks from part to part reads a few bytes of each: looking far ahead pays only where reading goes on.
    constexpr std::size_t nearest = 4u << 10, farthest = 64u << 10;
    auto& [buffer, begin, size] = state->ahead;

    while (count > 0)
    {
        if (offset >= begin && offset < begin + size)
        {
            const auto skip = std::size_t (offset - begin);
            const auto n = std::min (count, size - skip);
            std::memcpy (into, buffer.data() + skip, n);
            offset += n;
            into += n;
            count -= n;
            continue;
        }

        if (state->headers.get (offset, into, count))
            return {};

        const bool goesOn = size > 0 && offset == begin + size;
        const bool large = count >= farthest;
        const auto skip = large ? 0 : std::size_t (offset % HeaderCache::blockSize);
        const auto wanted = std::min (std::max (goesOn ? 2 * size : nearest, skip + count), farthest);
        buffer.resize (farthest);
        const auto got = large ? readSome (state->descriptor, offset, into, count)
                               : readSome (state->descriptor, offset - skip, buffer.data(), wanted);
        begin = offset - skip;
        size = large || ! got ? 0 : *got;

        if (! got || *got <= skip || (large && *got < count))
            return got ? failure (Error::Kind::malformed,
                                  "The file ends before what it announces: it is cut off or damaged.",
                                  Place::atByte (offset))
                       : std::unexpected (got.error());

        if (large)
            return {};

        if (! goesOn)
            state->headers.put (begin, { buffer.data(), std::min (size, 2 * HeaderCache::blockSize) });
    }

    return {};
}

} // namespace earmark
