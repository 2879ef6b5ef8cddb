// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/TimedHeader.h"

#include "Foundation/Bytes.h"
#include "Tagging/MediaTime.h"

#include <format>

namespace earmark::mp4
{

std::optional<TimedHeader> timedHeader (const Atom* atom)
{
    if (atom == nullptr || atom->payload.size() < 20)
        return {};

    const std::string_view p = atom->payload;
    const bool wide = bytes::u8 (p, 0) == 1;

    if (wide && p.size() < 32)
        return {};

    return wide ? TimedHeader { bytes::u32 (p, 20), bytes::u64 (p, 24) }
                : TimedHeader { bytes::u32 (p, 12), bytes::u32 (p, 16) };
}

Duration toDuration (std::uint64_t ticks, std::uint32_t timescale)
{
    return mediaTime (ticks, timescale).value_or (Duration());
}

std::uint64_t toTicks (std::uint64_t ms, std::uint32_t timescale)
{
    return ms / 1000 * timescale + ms % 1000 * timescale / 1000;
}

std::unexpected<Error> damaged (std::string_view what)
{
    return failure (Error::Kind::malformed, std::format ("Its {} is damaged or missing.", what));
}

} // namespace earmark::mp4
