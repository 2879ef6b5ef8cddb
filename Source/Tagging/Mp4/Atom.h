// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/ByteSource.h"

#include <string>
#include <string_view>
#include <vector>

namespace earmark::mp4
{

/** A top-level atom, by its place in the file. */
struct Span
{
    std::string type; ///< four characters
    std::uint64_t offset = 0;
    std::uint64_t size = 0; ///< with the header
    std::uint32_t headerSize = 8;

    /** Its stored size is 0: it runs to the end of the file, whatever that will be. */
    bool toEnd = false;

    std::uint64_t end() const { return offset + size; }

    std::uint64_t payload() const { return offset + headerSize; }
};

/** The top-level atoms, without gaps and to the end of the file, or to the ID3v1 and APEv2 tags that some programs put there. Fails with
    Kind::malformed where a size does not fit. */
Result<std::vector<Span>> topLevelAtoms (const ByteSource&);

/** An atom in memory: either bytes as they were, or children. Unknown atoms stay bytes, so they come out as they went in. */
struct Atom
{
    std::string type;
    std::string payload; ///< of a leaf; of a parent the four bytes of a full atom that precede the children
    std::vector<Atom> children;
    std::string tail; ///< of a parent: what follows its children and is no atom, as QuickTime's zero in udta
    bool isParent = false;
    bool longHeader = false; ///< it had a 64-bit size; kept, so that its bytes do not change

    /** The first child of that type; null where there is none. */
    const Atom* find (std::string_view childType) const;
    Atom* find (std::string_view childType);

    /** A path of types: at ("mdia", "minf", "stbl"). */
    template <class... Types>
    const Atom* at (std::string_view first, Types... rest) const
    {
        const auto* child = find (first);

        if constexpr (sizeof...(rest) == 0)
            return child;
        else
            return child == nullptr ? nullptr : child->at (rest...);
    }

    void removeAll (std::string_view childType);

    std::uint64_t size() const;
    std::string render() const;

private:
    void appendTo (std::string&) const;
};

/** An atom of ours. */
Atom leaf (std::string_view type, std::string payload);
Atom fullLeaf (std::string_view type, std::uint8_t version, std::uint32_t flags, std::string_view payload);
Atom parent (std::string_view type, std::vector<Atom> children);

/** Parses one atom with its header. Descends only into the atoms whose children Earmark has to know; fails with
    Kind::malformed where a child exceeds its parent. `fileOffset` is for messages. */
Result<Atom> parseAtom (std::string_view bytes, std::uint64_t fileOffset);

} // namespace earmark::mp4
