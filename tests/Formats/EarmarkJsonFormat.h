// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include <string_view>

namespace earmark::tests
{

inline const ChapterFormat& earmarkJson()
{
    return *findFormat ("earmark-json");
}

inline Result<OutlineReading> readEarmarkJson (std::string_view text)
{
    return earmarkJson().read (text, {});
}

} // namespace earmark::tests
