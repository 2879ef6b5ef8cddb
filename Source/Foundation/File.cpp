// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <format>
#include <fstream>

namespace earmark
{

namespace fs = std::filesystem;

std::string toUtf8 (const fs::path& path)
{
    const auto utf8 = path.u8string();
    return { utf8.begin(), utf8.end() };
}

fs::path pathFromUtf8 (std::string_view utf8)
{
    return { std::u8string (utf8.begin(), utf8.end()) };
}

std::string timeOfLastWrite (const fs::path& file)
{
    std::error_code code;
    const auto written = fs::last_write_time (file, code);

    if (code)
        return {};

    // The file system's clock need not be the calendar's; how long ago it was is the same in both.
    const auto ago = fs::file_time_type::clock::now() - written;
    const auto time = std::chrono::system_clock::to_time_t (
        std::chrono::system_clock::now()
        - std::chrono::duration_cast<std::chrono::system_clock::duration> (ago));
    std::tm local {};

#ifdef _WIN32
    const bool isKnown = ::localtime_s (&local, &time) == 0;
#else
    const bool isKnown = ::localtime_r (&time, &local) != nullptr;
#endif

    std::array<char, 32> text {};
    return isKnown ? std::string (text.data(),
                                  std::strftime (text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &local))
                   : std::string();
}

Error openError (std::error_code code)
{
    if (code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory)
        return { Error::Kind::notFound, "There is no such file.", {} };

    if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted)
        return { Error::Kind::unreadable, "You may not read it: its permissions do not allow it.", {} };

    if (code == std::errc::is_a_directory)
        return { Error::Kind::unreadable, "It is a folder, not a file.", {} };

    return { Error::Kind::unreadable, std::format ("It cannot be read: {}.", code.message()), {} };
}

Result<std::string> readFile (const fs::path& path, std::size_t maxBytes)
{
    std::error_code code;
    const auto status = fs::status (path, code);

    if (! fs::exists (status))
        return std::unexpected (
            openError (code ? code : std::make_error_code (std::errc::no_such_file_or_directory)));

    if (fs::is_directory (status))
        return std::unexpected (openError (std::make_error_code (std::errc::is_a_directory)));

    if (fs::is_regular_file (status) && fs::file_size (path, code) > maxBytes)
        return failure (
            Error::Kind::tooLarge,
            std::format ("It is larger than {} MB, which no chapter document is.", maxBytes >> 20));

    errno = 0;
    std::ifstream file (path, std::ios::binary);

    if (! file)
        return std::unexpected (openError ({ errno, std::generic_category() }));

    // Read in pieces: a pipe has no size, and a file may grow meanwhile.
    std::string bytes;
    std::string piece (1u << 20, '\0');

    while (file.read (piece.data(), std::streamsize (piece.size())) || file.gcount() > 0)
    {
        bytes.append (piece, 0, std::size_t (file.gcount()));

        if (bytes.size() > maxBytes)
            return failure (
                Error::Kind::tooLarge,
                std::format ("It is larger than {} MB, which no chapter document is.", maxBytes >> 20));
    }

    if (file.bad())
        return failure (Error::Kind::unreadable,
                        "Reading it failed half-way; the disk or the connection may be faulty.");

    return bytes;
}

Result<void> writeFile (const fs::path& path, std::string_view bytes)
{
    std::error_code code;
    const auto status = fs::status (path, code);

    if (fs::is_directory (status))
        return failure (Error::Kind::notWritable, "It is a folder; give a file name.");

    // A device or a pipe is written to, not replaced.
    if (fs::exists (status) && ! fs::is_regular_file (status))
    {
        std::ofstream stream (path, std::ios::binary);
        stream.write (bytes.data(), std::streamsize (bytes.size()));
        stream.close();
        return stream ? Result<void> {} : failure (Error::Kind::notWritable, "Writing to it failed.");
    }

    // What a link points to is replaced, not the link.
    code.clear();
    const auto target = fs::exists (status) ? fs::canonical (path, code) : path;

    if (code)
        return failure (Error::Kind::notWritable, std::format ("It cannot be reached: {}.", code.message()));

    auto temporary = target;
    temporary += ".earmark-part";

    errno = 0;
    std::ofstream file (temporary, std::ios::binary | std::ios::trunc);

    if (! file)
        return failure (Error::Kind::notWritable,
                        std::format ("It cannot be written there: {}.",
                                     std::error_code (errno, std::generic_category()).message()));

    file.write (bytes.data(), std::streamsize (bytes.size()));
    file.close();

    if (! file)
    {
        fs::remove (temporary, code);
        return failure (Error::Kind::notWritable,
                        "Writing failed; the disk may be full. What was there before is unchanged.");
    }

    if (fs::exists (status))
        fs::permissions (temporary, status.permissions(), code);

    fs::rename (temporary, target, code);

    if (code)
    {
        fs::remove (temporary, code);
        return failure (Error::Kind::notWritable,
                        "It could not be put in place of the old file, which is unchanged.");
    }

    return {};
}

} // namespace earmark
