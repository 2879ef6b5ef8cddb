// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Windows/FileSourceWindows.h"

#include "Foundation/File.h"

#include <algorithm>
#include <windows.h>

// Written for Windows from its documentation; see README.md for what has been run.

namespace earmark
{

FileSource::FileSource (std::unique_ptr<Native> native) : state (std::move (native)) {}

FileSource::~FileSource()
{
    if (state->handle != nullptr)
        ::CloseHandle (state->handle);
}

Result<std::shared_ptr<FileSource>> FileSource::open (const std::filesystem::path& path)
{
    std::error_code code;
    auto native = std::make_unique<Native>();
    native->path = std::filesystem::canonical (path, code);

    if (code)
        return std::unexpected (openError (code));

    if (std::filesystem::is_directory (native->path, code))
        return std::unexpected (openError (std::make_error_code (std::errc::is_a_directory)));

    // Others may read, rename and replace it meanwhile; that it was changed is noticed before it is replaced.
    const auto handle = ::CreateFileW (native->path.c_str(),
                                       GENERIC_READ,
                                       FILE_SHARE_READ | FILE_SHARE_DELETE,
                                       nullptr,
                                       OPEN_EXISTING,
                                       FILE_FLAG_SEQUENTIAL_SCAN,
                                       nullptr);

    if (handle == INVALID_HANDLE_VALUE)
        return std::unexpected (openError ({ int (::GetLastError()), std::system_category() }));

    native->handle = handle;

    return opened (std::move (native));
}

Result<std::shared_ptr<FileSource>> FileSource::opened (std::unique_ptr<Native> native)
{
    auto source = std::shared_ptr<FileSource> (new FileSource (std::move (native)));
    BY_HANDLE_FILE_INFORMATION information {};

    if (! ::GetFileInformationByHandle (source->state->handle, &information))
        return std::unexpected (openError ({ int (::GetLastError()), std::system_category() }));

    const auto join = [] (DWORD high, DWORD low) { return std::uint64_t (high) << 32 | low; };
    source->state->state = { .size = join (information.nFileSizeHigh, information.nFileSizeLow),
                             .index = join (information.nFileIndexHigh, information.nFileIndexLow),
                             .lastWrite = join (information.ftLastWriteTime.dwHighDateTime,
                                                information.ftLastWriteTime.dwLowDateTime),
                             .links = information.nNumberOfLinks };
    return source;
}

std::uint64_t FileSource::size() const
{
    return state->state.size;
}

const std::filesystem::path& FileSource::path() const
{
    return state->path;
}

Result<void> FileSource::read (std::uint64_t offset, char* into, std::size_t count) const
{
    while (count > 0)
    {
        OVERLAPPED place {};
        place.Offset = DWORD (offset);
        place.OffsetHigh = DWORD (offset >> 32);

        constexpr std::size_t most = 1u << 30;
        DWORD got = 0;
        const bool done = ::ReadFile (state->handle, into, DWORD (std::min (count, most)), &got, &place) != 0;

        if (! done && ::GetLastError() != ERROR_HANDLE_EOF)
            return failure (Error::Kind::unreadable, "The disk cannot read it.", Place::atByte (offset));

        if (got == 0)
            return failure (Error::Kind::malformed,
                            "The file ends before what it announces: it is cut off or damaged.",
                            Place::atByte (offset));

        offset += got;
        into += got;
        count -= got;
    }

    return {};
}

} // namespace earmark
