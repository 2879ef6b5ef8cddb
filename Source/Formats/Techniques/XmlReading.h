// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

// For the .cpp files of this room only: it brings the XML library with it.

namespace earmark
{

inline constexpr int maxXmlNesting = 64;
inline constexpr std::size_t maxXmlTags = 4'000'000; ///< each takes about 100 bytes of memory

/** An XML document with the lines of its elements. Entities that a document defines for itself are not expanded. */
class XmlDocument
{
public:
    /** Reads as far as the text is well formed and warns where it ceases to be. Fails with Kind::malformed where not even one
        element is there, and with Kind::tooLarge beyond the limits. Linear, and not recursive. */
    static Result<XmlDocument> parse (std::string_view utf8, Notices&);

    pugi::xml_node root() const { return document.document_element(); }

    /** With line and path. */
    Place placeOf (pugi::xml_node) const;

private:
    pugi::xml_document document;
    std::vector<std::size_t> lineBegins;

    std::size_t lineAt (std::ptrdiff_t offset) const;
};

/** Without the prefix of its namespace, which documents choose freely. */
std::string_view localName (pugi::xml_node);

/** The first child with this local name; null where there is none. */
pugi::xml_node childNamed (pugi::xml_node, std::string_view local);

/** All text of an element's own and its descendants. */
std::string textIn (pugi::xml_node);

/** An attribute by local name; empty where there is none. */
std::string_view attributeOf (pugi::xml_node, std::string_view local);

/** The element that comes next in the document, first down, then on; null behind the last one inside `top`. */
pugi::xml_node nextInside (pugi::xml_node top, pugi::xml_node);

/** All descendants with this local name, in order. */
std::vector<pugi::xml_node> descendantsNamed (pugi::xml_node top, std::string_view local);

/** The local name of the first element in a text, for recognising it; empty where the text is no XML. */
std::string_view xmlRootName (std::string_view text);

/** Whether a text is one XML document, which people do not read as it is; HTML, and text that merely begins with a tag, are none. */
bool isXmlOfData (std::string_view text);

} // namespace earmark
