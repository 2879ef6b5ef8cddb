// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/ByteSource.h"
#include "Tagging/Inventory.h"

#include <memory>
#include <string_view>

namespace earmark::mp4
{

/** Every atom of an MP4 but chapter tracks, Nero's list and padding; chunk offsets and sizes, which a move changes, are left
    out, and stand in `media` as what they point to. So do tags behind the last atom. */
Result<Inventory> inventory (const std::shared_ptr<const ByteSource>&);

/** The name under which an item of the metadata list stands in the inventory. */
std::string metadataItemName (std::string_view type);

/** The names of what comes with the first item where there was no metadata list. */
std::vector<std::string> metadataFrameNames();

} // namespace earmark::mp4
