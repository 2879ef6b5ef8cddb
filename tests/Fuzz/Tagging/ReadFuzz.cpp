// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Fuzz/Tagging/Fuzzed.h"

// A file as anybody may have made it: reading it does no harm, and says the same twice.

using namespace earmark;

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    const auto& container = tests::fuzzedContainer();
    const auto source =
        std::make_shared<MemorySource> (std::string (reinterpret_cast<const char*> (data), size));

    if (! container.sniff (*source))
        return -1;

    const auto reading = container.read (source);

    if (const auto again = container.read (source); reading && again)
    {
        tests::require (reading->lists.size() == again->lists.size(), "reading is deterministic");
        tests::require (reading->episode == again->episode, "reading is deterministic");
    }

    std::ignore = container.inventory (source);
    return 0;
}
