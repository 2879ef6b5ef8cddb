// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Items.h"

#include "Foundation/Bytes.h"

// iTunes-style metadata: each item of ilst holds "data" atoms of a type code, a locale and the value.

namespace earmark::mp4
{

namespace
{

constexpr std::size_t dataHeader = 16; ///< atom header, type code, locale

Atom newItem (std::string_view type, ItemKind kind, std::string_view value)
{
    return leaf (
        type,
        leaf ("data", bytes::big32 (std::uint32_t (kind)) + bytes::big32 (0) + std::string (value)).render());
}

Atom emptyMetadata()
{
    const auto handler = fullLeaf ("hdlr", 0, 0, bytes::big32 (0) + "mdirappl" + std::string (9, '\0'));
    auto meta = parent ("meta", { handler, parent ("ilst", {}) });
    meta.payload = bytes::big32 (0);
    return meta;
}

/** The child of that type, made where it is missing; null where it is there but cannot hold children. */
Atom* childOf (Atom& atom, std::string_view type, const Atom& otherwise)
{
    if (atom.find (type) == nullptr)
        atom.children.push_back (otherwise);

    auto* child = atom.find (type);
    return child->isParent ? child : nullptr;
}

} // namespace

const Atom* findItem (const Atom& moov, std::string_view type)
{
    const auto* list = moov.at ("udta", "meta", "ilst");
    return list == nullptr ? nullptr : list->find (type);
}

std::string itemText (const Atom& moov, std::string_view type)
{
    const auto* item = findItem (moov, type);

    if (item == nullptr || item->payload.size() < dataHeader || item->payload.substr (4, 4) != "data")
        return {};

    const auto size = std::min<std::size_t> (bytes::u32 (item->payload, 0), item->payload.size());
    return size < dataHeader ? std::string {} : item->payload.substr (dataHeader, size - dataHeader);
}

bool setItem (Atom& moov, std::string_view type, ItemKind kind, std::string_view value)
{
    auto edited = moov;
    auto* userData = childOf (edited, "udta", parent ("udta", {}));
    auto* meta = userData == nullptr ? nullptr : childOf (*userData, "meta", emptyMetadata());
    auto* list = meta == nullptr ? nullptr : childOf (*meta, "ilst", parent ("ilst", {}));

    if (list == nullptr)
        return false;

    if (auto* item = list->find (type))
        *item = newItem (type, kind, value);
    else
        list->children.push_back (newItem (type, kind, value));

    moov = std::move (edited);
    return true;
}

} // namespace earmark::mp4
