// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/BodyHeadings.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <map>

namespace earmark::outline
{

namespace
{

/** The same for "### Takeaways" and "### **Takeaways**:". */
std::string nameOf (const Line& line)
{
    auto name = toLowerAscii (withoutEmphasis (line.content));

    while (name.ends_with (':'))
        name.pop_back();

    return name;
}

/** Of the chapter's line, or of its title's; 0 where neither is a heading. */
std::size_t levelOf (const std::vector<Candidate>& candidates,
                     const std::vector<Entry>& entries,
                     const TitlePlaces& titles,
                     std::size_t entry)
{
    if (const auto level = candidates[entries[entry].index].line.headingLevel; level > 0 || titles.before)
        return level;

    for (auto k = entries[entry].index + 1; k < endOfEntry (candidates, entries, entry); ++k)
        if (titles.isTitle[k])
            return candidates[k].line.headingLevel;

    return 0;
}

} // namespace

BodyHeadings findBodyHeadings (const std::vector<Candidate>& candidates,
                               const std::vector<Entry>& entries,
                               const TitlePlaces& titles)
{
    struct Use
    {
        std::size_t last = 0; ///< the chapter that it was seen in last
        bool repeated = false;
    };

    std::map<std::string, Use> uses;
    BodyHeadings headings (candidates.size(), BodyHeading::none);
    std::vector<std::pair<std::size_t, std::string>> found;

    for (std::size_t i = 0; i < entries.size(); ++i)
    {
        const auto level = levelOf (candidates, entries, titles, i);

        for (auto k = entries[i].index + 1; k < endOfEntry (candidates, entries, i); ++k)
        {
            const auto& line = candidates[k].line;

            if (line.kind != Line::Kind::heading || titles.isTitle[k])
                continue;

            auto name = nameOf (line);

            if (name == "transcript" || name == "transkript")
                continue;

            if (level > 0 && line.headingLevel > level)
                headings[k] = BodyHeading::own;

            const auto [use, isNew] = uses.try_emplace (name, Use { .last = i });
            use->second.repeated = use->second.repeated || (! isNew && use->second.last != i);
            use->second.last = i;
            found.emplace_back (k, std::move (name));
        }
    }

    for (const auto& [k, name] : found)
        if (uses[name].repeated)
            headings[k] = BodyHeading::repeated;

    return headings;
}

} // namespace earmark::outline
