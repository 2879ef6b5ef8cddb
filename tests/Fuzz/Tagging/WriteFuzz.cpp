// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Fuzz/Tagging/Fuzzed.h"
#include "Support/Outlines.h"
#include "Tagging/Audit.h"

#include <algorithm>

// Read, change, write, read again, take out: whatever passes the audit keeps its promises.

using namespace earmark;
using namespace earmark::tests;

namespace
{

bool passes (const Container& container, const Result<ContainerEdit>& edit)
{
    return edit && auditEdit (container, *edit)
           && auditChapters (container, std::make_shared<EditedSource> (edit->result), edit->expected);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* data, std::size_t size)
{
    const auto& container = fuzzedContainer();
    const auto source =
        std::make_shared<MemorySource> (std::string (reinterpret_cast<const char*> (data), size));

    if (! container.sniff (*source))
        return -1;

    auto outline = evenOutline (3, 100);
    outline.episode = { .show = "Show", .title = "Title 🎧" };
    outline.chapters[0].summary = "A summary";
    outline.chapters[1].link = Link { "https://example.org", {} };

    const WriteOptions options { .episodeTags = EpisodeTags::replace };
    const auto written = container.write (source, outline, options);

    if (! passes (container, written))
        return 0;

    // What is written can be written again, and then changes nothing; and it can be taken out.
    const auto result = std::make_shared<EditedSource> (written->result);
    const auto again = container.write (result, outline, options);
    require (passes (container, again), "what was written can be written again");
    const auto same = again->result.equalsSource();
    require (same && *same, "writing the same chapters again changes nothing");

    const auto stripped = container.strip (result);
    require (passes (container, stripped), "what was written can be taken out");
    const auto bare = container.read (std::make_shared<EditedSource> (stripped->result));
    require (bare
                 && std::ranges::none_of (bare->lists,
                                          [&] (const StoredList& list)
                                          { return list.form == written->expected.front().form; }),
             "nothing is left of chapters that were taken out");
    return 0;
}
