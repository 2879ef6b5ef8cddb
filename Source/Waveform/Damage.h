// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <cstdint>
#include <optional>

namespace earmark
{

/** What a reader found wrong with a file, in samples; told in a few sentences however much it is. */
class Damage
{
public:
    /** Something could not be decoded or is missing. */
    void broken (std::int64_t position);

    /** The audio ended here although more was promised. */
    void endedEarly (std::int64_t position, std::int64_t stated);

    /** The disk or the network did not give what it has. */
    void unreadable (std::int64_t position);

    Notices notices (int sampleRate) const;

private:
    std::int64_t places = 0;
    std::int64_t first = 0, last = 0;
    std::optional<std::int64_t> end, unreadableAt;
    std::int64_t statedEnd = 0;
};

} // namespace earmark
