// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

/** Where in an input something was found. Lines count from 1, bytes from 0. A range of lines has both. */
struct Place
{
    std::optional<std::size_t> line;
    std::optional<std::size_t> lastLine;
    std::optional<std::uint64_t> byte;

    /** In structured documents: "chapters[3].title". */
    std::string path;

    static Place atLine (std::size_t n) { return { .line = n }; }

    static Place atLines (std::size_t first, std::size_t last)
    {
        return { .line = first, .lastLine = last == first ? std::nullopt : std::optional (last) };
    }

    static Place atByte (std::uint64_t n) { return { .byte = n }; }

    bool operator== (const Place&) const = default;
};

/** "line 3", "lines 3 to 8", "byte 120", "chapters[3].title"; empty for an empty place. */
std::string describe (const Place&);

/** A failure as a value. The message is one sentence for the user: what happened and what to do about it,
    without the file's name, which the caller knows. */
struct Error
{
    enum class Kind
    {
        notFound,    ///< no such file
        unreadable,  ///< it is there, but cannot be opened or read
        notWritable, ///< it, or its folder, cannot be written
        unsupported, ///< sound, but beyond what Earmark handles
        malformed,   ///< the bytes contradict their own format
        empty,       ///< nothing usable in it
        tooLarge,    ///< a stated limit is exceeded
        conflict,    ///< somebody else changed the file meanwhile
        mismatch,    ///< each is sound, but outline and audio do not fit together
        wrongUsage   ///< the request itself makes no sense
    };

    Kind kind;
    std::string message;
    Place where;

    bool operator== (const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure (Error::Kind kind, std::string message, Place where = {})
{
    return std::unexpected (Error { kind, std::move (message), std::move (where) });
}

/** Something the user should know although the work went on. */
struct Notice
{
    enum class Grade
    {
        ignored, ///< recognised, and deliberately not carried
        warning  ///< changed or guessed
    };

    Grade grade;
    std::string message;
    Place where;

    bool operator== (const Notice&) const = default;
};

using Notices = std::vector<Notice>;

} // namespace earmark
