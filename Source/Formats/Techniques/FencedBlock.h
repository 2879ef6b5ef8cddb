// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <optional>
#include <string>
#include <string_view>

// A document inside another text, between fences of Markdown, as assistants answer. For the .cpp files of this room only.

namespace earmark
{

struct FencedBlock
{
    /** What stands between the fences. The lines around it are empty, so that its own keep their numbers. */
    std::string text;

    /** Which lines around it hold something. */
    Notices notices;
};

/** Null where a text holds none or several (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
std::optional<FencedBlock> findFencedBlock (std::string_view text);

} // namespace earmark
