// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace
{

using namespace earmark;

/** The formats that this target reads its input as; an empty id is detection. */
std::vector<std::string_view> formatIds()
{
    constexpr std::string_view list = EARMARK_FUZZED_FORMATS;
    std::vector<std::string_view> ids;

    for (std::size_t at = 0; at <= list.size();)
    {
        const auto comma = std::min (list.find (',', at), list.size());
        ids.push_back (list.substr (at, comma - at));
        at = comma + 1;
    }

    return ids;
}

void require (bool condition)
{
    if (! condition)
        std::abort();
}

/** What every reading promises, and every writer must bear. */
void check (const ImportedOutline& imported)
{
    const auto& outline = imported.reading.outline;
    require (! outline.chapters.empty());
    require (std::ranges::is_sorted (outline.chapters, {}, &Chapter::start));

    for (const auto& c : outline.chapters)
        require (c.start >= Position() && (! c.end || *c.end >= c.start) && c.level >= 0);

    for (const auto* format : chapterFormats())
        if (format->write != nullptr)
        {
            static_cast<void> (writeDocument (*format, outline));
            static_cast<void> (lossesIn (*format, outline));
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    static const auto ids = formatIds();
    const std::string_view bytes (reinterpret_cast<const char*> (data), size);

    for (const auto id : ids)
    {
        if (const auto* format = findFormat (id); format != nullptr && format->sniff != nullptr)
            static_cast<void> (format->sniff (bytes));

        if (const auto imported = importOutline (bytes, {}, {}, id))
            check (*imported);
        else
            require (! imported.error().message.empty());
    }

    return 0;
}
