// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

namespace earmark::documents
{

/** The services that read and write documents, from the tables of formats and containers. */
void provide (Services&);

/** What a file in that format is called at its end; empty where there is none. */
std::string_view suffixOf (std::string_view formatId);

/** In the named format, whatever the path's suffix. */
Result<void> writeAs (const std::string& path, const Outline&, std::string_view formatId);

} // namespace earmark::documents
