// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/SafeReplace.h"
#include "Tagging/Windows/FileSourceWindows.h"

#include <algorithm>
#include <format>
#include <string>
#include <windows.h>

// Written for Windows from its documentation; see README.md for what has been run. ReplaceFileW keeps the access list, the
// attributes, the time of creation and other streams of the file that it replaces; it fails while a player holds the file open.

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** The file in the making; removed unless it was published. */
class Draft
{
public:
    explicit Draft (fs::path draftName) : name (std::move (draftName))
    {
        // Exclusive while it is written; a left-over of a killed process has no owner and is overwritten.
        handle = ::CreateFileW (name.c_str(),
                                GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ,
                                nullptr,
                                CREATE_ALWAYS,
                                FILE_ATTRIBUTE_HIDDEN,
                                nullptr);
    }

    Draft (const Draft&) = delete;
    Draft& operator= (const Draft&) = delete;

    ~Draft()
    {
        close();

        if (! published)
            ::DeleteFileW (name.c_str());
    }

    bool isOpen() const { return handle != INVALID_HANDLE_VALUE; }

    HANDLE get() const { return handle; }

    const fs::path& path() const { return name; }

    void close()
    {
        if (isOpen())
            ::CloseHandle (std::exchange (handle, INVALID_HANDLE_VALUE));
    }

    void setPublished() { published = true; }

private:
    fs::path name;
    HANDLE handle = INVALID_HANDLE_VALUE;
    bool published = false;
};

Result<void> reserve (HANDLE file, std::uint64_t size)
{
    FILE_ALLOCATION_INFO allocation {};
    allocation.AllocationSize.QuadPart = LONGLONG (size);

    if (! ::SetFileInformationByHandle (file, FileAllocationInfo, &allocation, sizeof (allocation)))
        return windowsWriteFailure (::GetLastError());

    return {};
}

Result<void> write (HANDLE file, std::string_view bytes)
{
    while (! bytes.empty())
    {
        constexpr std::size_t most = 1u << 30;
        DWORD written = 0;

        if (! ::WriteFile (file, bytes.data(), DWORD (std::min (bytes.size(), most)), &written, nullptr))
            return windowsWriteFailure (::GetLastError());

        bytes.remove_prefix (written);
    }

    return {};
}

Result<void> copyPieces (const PieceTable& table, HANDLE draft, const ReplaceOptions& options)
{
    constexpr std::size_t blockSize = 1u << 20;
    std::string buffer;
    std::uint64_t position = 0;

    for (const auto& piece : table.pieces())
    {
        for (std::uint64_t done = 0; done < piece.length;)
        {
            const auto n = std::size_t (std::min<std::uint64_t> (blockSize, piece.length - done));
            buffer.resize (n);

            if (auto got = table.read (position, buffer.data(), n); ! got)
                return got;

            if (auto put = write (draft, buffer); ! put)
                return put;

            done += n;
            position += n;

            if (options.progress && ! options.progress (position))
                return failure (Error::Kind::conflict, "Cancelled; the file is as it was.");
        }
    }

    return {};
}

bool isUnchanged (const FileSource::Native& source)
{
    const auto now = FileSource::open (source.path);

    if (! now)
        return false;

    return (*now)->native().state == source.state;
}

std::optional<Error> reasonNotToReplace (const fs::path& target, const ReplaceOptions& options)
{
    const auto attributes = ::GetFileAttributesW (target.c_str());

    if (attributes == INVALID_FILE_ATTRIBUTES)
        return {};

    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return Error { Error::Kind::notWritable, "It is a folder; give a file name.", {} };

    if ((attributes & FILE_ATTRIBUTE_READONLY) != 0)
        return Error { Error::Kind::notWritable,
                       "It is write-protected; change its permissions to write chapters into it.",
                       {} };

    const auto file = FileSource::open (target);

    if (file && (*file)->native().state.links > 1 && ! options.breakHardLinks)
        return Error { Error::Kind::notWritable,
                       std::format ("It has {} names (hard links), and the others would keep the old "
                                    "content.",
                                    (*file)->native().state.links),
                       {} };

    return {};
}

} // namespace

std::unexpected<Error> windowsWriteFailure (unsigned long code)
{
    switch (code)
    {
        case ERROR_DISK_FULL:
        case ERROR_HANDLE_DISK_FULL:
            return failure (Error::Kind::notWritable,
                            "The disk is full; the file is as it was. Free some space and write again.");
        case ERROR_ACCESS_DENIED:
            return failure (Error::Kind::notWritable,
                            "You may not write in its folder; the file is as it was.");
        case ERROR_WRITE_PROTECT:
            return failure (Error::Kind::notWritable, "The disk is read-only; the file is as it was.");
        case ERROR_SHARING_VIOLATION:
            return failure (
                Error::Kind::notWritable,
                "Another program, such as a player, has it open; close it there and write again.");
        case ERROR_FILE_TOO_LARGE:
            return failure (Error::Kind::notWritable,
                            "The file system allows no file of this size; the file is as it was.");
        default:
            return failure (Error::Kind::notWritable,
                            std::format ("Writing failed (error {}); the file is as it was.", code));
    }
}

Result<void> mayReplace (const fs::path& destination, const ReplaceOptions& options)
{
    std::error_code code;
    const auto target =
        fs::exists (destination, code) ? fs::canonical (destination, code) : fs::absolute (destination, code);

    if (auto reason = reasonNotToReplace (target, options))
        return std::unexpected (std::move (*reason));

    return {};
}

Result<void> safeReplace (const PieceTable& table, const fs::path& destination, const ReplaceOptions& options)
{
    const auto& source = dynamic_cast<const FileSource&> (table.source()).native();
    std::error_code code;
    const auto exists = fs::exists (destination, code);
    const auto target = exists ? fs::canonical (destination, code) : fs::absolute (destination, code);
    const bool inPlace = exists && fs::equivalent (target, source.path, code);

    if (inPlace)
    {
        const auto same = table.equalsSource();

        if (! same)
            return std::unexpected (same.error());

        if (*same)
            return {};
    }

    if (auto reason = reasonNotToReplace (target, options))
        return std::unexpected (std::move (*reason));

    Draft draft (target.parent_path() / (L"." + target.filename().wstring() + L".earmark-part"));

    if (! draft.isOpen())
        return windowsWriteFailure (::GetLastError());

    if (auto room = reserve (draft.get(), table.size()); ! room)
        return room;

    if (auto copied = copyPieces (table, draft.get(), options); ! copied)
        return copied;

    if (! ::FlushFileBuffers (draft.get()))
        return windowsWriteFailure (::GetLastError());

    if (const auto written = FileSource::open (draft.path()); ! written)
        return std::unexpected (written.error());
    else if (auto right = options.check ? options.check (*written) : Result<void> {}; ! right)
        return right;

    if (! isUnchanged (source))
        return failure (Error::Kind::conflict,
                        "Another program changed it meanwhile; nothing was replaced. Try again when that "
                        "program is done.");

    draft.close();
    ::SetFileAttributesW (draft.path().c_str(), FILE_ATTRIBUTE_NORMAL);

    const bool done =
        exists
            ? ::ReplaceFileW (
                  target.c_str(), draft.path().c_str(), nullptr, REPLACEFILE_WRITE_THROUGH, nullptr, nullptr)
                  != 0
            : ::MoveFileExW (draft.path().c_str(), target.c_str(), MOVEFILE_WRITE_THROUGH) != 0;

    if (! done)
        return windowsWriteFailure (::GetLastError());

    draft.setPublished();
    return {};
}

} // namespace earmark
