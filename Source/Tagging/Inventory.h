// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** Bytes [offset, offset + length) of a file. */
struct Extent
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    /** Also where a table claims so much that the sum would not fit. */
    bool isWithin (std::uint64_t begin, std::uint64_t end) const
    {
        return offset >= begin && offset <= end && length <= end - offset;
    }

    bool operator== (const Extent&) const = default;
};

/** Everything in an audio file that is no chapter, as far as an edit must keep it. */
struct Inventory
{
    /** A piece of metadata: a frame, an atom. Names tell where it is and need not be unique. */
    struct Item
    {
        std::string name;
        std::string content;

        bool operator== (const Item&) const = default;
    };

    std::vector<Item> items; ///< in the order of the file

    /** Bytes that are kept by place instead of content, in the order in which the file refers to them: audio, and whatever
        else is large. */
    std::vector<Extent> media;

    bool operator== (const Inventory&) const = default;
};

/** An item's name as a reader can see it. Files name their parts in bytes: the codes of MP4 and of ID3 are Latin-1 ("\251nam" is shown as "©nam"),
    comments of Xiph are UTF-8, and damage is anything; control characters are shown as '?'. */
std::string shownName (std::string_view name);

} // namespace earmark
