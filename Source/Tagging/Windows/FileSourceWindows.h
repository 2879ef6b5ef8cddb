// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"

namespace earmark
{

struct FileSource::Native
{
    std::filesystem::path path;
    void* handle = nullptr; ///< null where it is not open

    /** What tells the file from another one, and whether it was changed since it was opened. */
    struct State
    {
        std::uint64_t size = 0;
        std::uint64_t index = 0;
        std::uint64_t lastWrite = 0;
        std::uint32_t links = 1;

        bool operator== (const State&) const = default;
    };

    State state;
};

/** The sentence for an error code of Windows while writing. */
std::unexpected<Error> windowsWriteFailure (unsigned long code);

} // namespace earmark
