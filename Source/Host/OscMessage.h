// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace earmark
{

/** A message of Open Sound Control 1.0 (opensoundcontrol.org), with numbers and texts for arguments. */
struct OscMessage
{
    using Argument = std::variant<std::int32_t, float, std::string>;

    std::string address; ///< "/locate"
    std::vector<Argument> arguments;

    /** What one datagram holds. A text ends at its first zero. */
    std::string bytes() const;
};

} // namespace earmark
