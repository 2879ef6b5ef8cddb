// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Remarks.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

namespace earmark::outline
{

namespace
{

/** The line of an entry, for notices. */
struct Lines
{
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;

    std::size_t operator() (std::size_t entry) const { return candidates[entries[entry].index].line.number; }
};

/** "en:Title" in every line is how MediaInfo shows the language. */
void dropLanguagePrefix (OutlineReading& result, const Lines& lineOf)
{
    auto& chapters = result.outline.chapters;
    const auto isPrefixed = [] (const Chapter& c)
    {
        const auto& t = c.title;
        return t.size() > 3 && t[2] == ':' && t[3] != ' ' && t[0] >= 'a' && t[0] <= 'z' && t[1] >= 'a'
               && t[1] <= 'z';
    };

    if (chapters.size() < 2 || ! std::ranges::all_of (chapters, isPrefixed))
        return;

    const auto language = chapters.front().title.substr (0, 2);

    for (auto& chapter : chapters)
        chapter.title.erase (0, 3);

    result.notices.push_back (
        { Notice::Grade::ignored,
          std::format ("Every title begins with a language ('{}:'); it was taken off.", language),
          Place::atLines (lineOf (0), lineOf (chapters.size() - 1)) });
}

} // namespace

void remark (OutlineReading& result,
             const std::vector<Candidate>& candidates,
             const std::vector<Entry>& entries)
{
    const Lines lineOf { candidates, entries };
    const auto warn = [&] (std::string message, Place where = {})
    { result.notices.push_back ({ Notice::Grade::warning, std::move (message), std::move (where) }); };
    dropLanguagePrefix (result, lineOf);

    const auto& chapters = result.outline.chapters;
    std::size_t falling = 0;

    for (std::size_t i = 1; i < chapters.size(); ++i)
    {
        if (chapters[i].start < chapters[i - 1].start)
            ++falling;
        else if (chapters[i].start == chapters[i - 1].start)
            warn (std::format ("Two chapters begin at {}.", formatTime (chapters[i].start)),
                  Place::atLine (lineOf (i)));
        else if (chapters[i - 1].end && *chapters[i - 1].end > chapters[i].start)
            warn (std::format ("The chapter ends at {}, after the next one begins.",
                               formatTime (*chapters[i - 1].end)),
                  Place::atLine (lineOf (i - 1)));
    }

    if (falling * 3 >= chapters.size() && falling > 1)
        warn ("Many times are smaller than the one before: are they the lengths of the parts, not "
              "their starts?");
}

} // namespace earmark::outline
