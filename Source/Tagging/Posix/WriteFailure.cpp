// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/WriteFailure.h"

#include <cerrno>
#include <cstring>
#include <format>

namespace earmark
{

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
            return failure (
                Error::Kind::notWritable,
                "The file system, or a limit that is set for programs, allows no file of this size; the "
                "file is as it was.");
        case EIO:
            return failure (Error::Kind::notWritable,
                            "The disk reported an error while writing; the file is as it was.");
        default:
            return failure (
                Error::Kind::notWritable,
                std::format ("Writing failed ({}); the file is as it was.", std::strerror (code)));
    }
}

} // namespace earmark
