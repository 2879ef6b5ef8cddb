// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Offsets.h"

#include "Foundation/Bytes.h"

#include <algorithm>

namespace earmark::mp4
{

namespace
{

std::unexpected<Error> pointsNowhere (std::uint64_t offset)
{
    return failure (Error::Kind::malformed,
                    "One of its sample tables points to bytes that no media atom holds: the file is damaged.",
                    Place::atByte (offset));
}

} // namespace

Result<void> checkThatSamplesStayWhole (const std::vector<Extent>& samples, const std::vector<Move>& moves)
{
    for (const auto& extent : samples)
    {
        const auto next = std::ranges::upper_bound (moves, extent.offset, {}, &Move::begin);

        if (next == moves.begin() || ! extent.isWithin ((next - 1)->begin, (next - 1)->end))
            return pointsNowhere (extent.offset);
    }

    return {};
}

Result<void> setOffsets (Atom& trak, const Atom& original, const std::vector<Move>& moves, bool wide)
{
    const auto* oldTable = original.at ("mdia", "minf", "stbl");
    const auto* oldWide = oldTable == nullptr ? nullptr : oldTable->find ("co64");
    const auto* oldOffsets = oldTable == nullptr  ? nullptr
                             : oldWide != nullptr ? oldWide
                                                  : oldTable->find ("stco");

    if (oldOffsets == nullptr)
        return {};

    const std::size_t oldSize = oldWide != nullptr ? 8 : 4;
    const bool writeWide = wide || oldWide != nullptr;
    const auto& old = oldOffsets->payload;
    const auto count = bytes::u32 (old, 4);

    std::string table = old.substr (0, 8);
    table.reserve (8 + count * std::size_t (writeWide ? 8 : 4));

    for (std::uint32_t i = 0; i < count; ++i)
    {
        const std::uint64_t offset = oldSize == 8 ? bytes::u64 (old, 8 + 8 * i) : bytes::u32 (old, 8 + 4 * i);
        const auto next = std::ranges::upper_bound (moves, offset, {}, &Move::begin);

        if (next == moves.begin() || offset >= (next - 1)->end)
            return pointsNowhere (offset);

        const auto moved = std::uint64_t (std::int64_t (offset) + (next - 1)->by);
        table += writeWide ? bytes::big64 (moved) : bytes::big32 (std::uint32_t (moved));
    }

    table += old.substr (8 + count * oldSize);
    auto* sampleTable = trak.find ("mdia")->find ("minf")->find ("stbl");
    auto* atom = sampleTable->find ("stco");

    if (atom == nullptr)
        atom = sampleTable->find ("co64");

    atom->type = writeWide ? "co64" : "stco";
    atom->payload = std::move (table);
    return {};
}

} // namespace earmark::mp4
