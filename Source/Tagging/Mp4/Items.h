// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Mp4/Atom.h"

#include <string>

namespace earmark::mp4
{

/** The text of an item of moov/udta/meta/ilst, such as "\251nam"; empty where there is none. */
std::string itemText (const Atom& moov, std::string_view type);

/** What an item holds, by the type code of its value. Source: QuickTime File Format, well-known types. */
enum class ItemKind : std::uint32_t
{
    text = 1, ///< UTF-8
    jpeg = 13,
    png = 14
};

/** Null where there is none. */
const Atom* findItem (const Atom& moov, std::string_view type);

/** Sets it, leaving every other item as it is. Makes the atoms around it where they are missing. Returns false where the
    metadata is of a form that Earmark cannot follow; nothing is changed then. */
bool setItem (Atom& moov, std::string_view type, ItemKind, std::string_view value);

} // namespace earmark::mp4
