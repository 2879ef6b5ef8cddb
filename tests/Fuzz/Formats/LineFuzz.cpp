// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/ChapterLine.h"
#include "Foundation/Text.h"

#include <cstdint>
#include <cstdlib>

// One line of an outline, in all its readings.

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    using namespace earmark;

    const auto text = toValidUtf8 ({ reinterpret_cast<const char*> (data), size });

    for (const auto raw : splitLines (text))
    {
        const auto line = outline::parseLine (raw, 1);
        const auto times = findTimestamps (line.content);

        for (const auto& time : times)
            if (time.begin >= time.end || time.end > line.content.size() || time.value < Duration())
                std::abort();

        static_cast<void> (outline::readTimeFirst (line, times));
        static_cast<void> (outline::readTimeLast (line, times));
        static_cast<void> (outline::readSeveral (line, times));
        static_cast<void> (outline::withAddresses (line));
        static_cast<void> (outline::withoutEmphasis (line.content));
    }

    return 0;
}
