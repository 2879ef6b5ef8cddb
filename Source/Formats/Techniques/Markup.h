// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Text inside of HTML and XML, and HTML as text.

namespace earmark
{

/** For text and attribute values: & < > " as entities, and without the control characters that XML 1.0 forbids. */
std::string escapeXml (std::string_view);

/** The character references that HTML and WebVTT text holds: &amp; &nbsp; &#233; &#xE9; and what else editors write by name: Latin-1,
    dashes, quotes, arrows. Others stay as they are. */
std::string unescapeHtml (std::string_view);

/** HTML as the text that a browser shows: one line for each block, list item and table row, cells divided by tabs, list
    items with a bullet; without scripts and styles. Links become Markdown links. */
std::string htmlToText (std::string_view);

/** Without tags such as <i> and <v Speaker>; nothing else changes. A "<" that begins none stays. */
std::string withoutTags (std::string_view);

} // namespace earmark
