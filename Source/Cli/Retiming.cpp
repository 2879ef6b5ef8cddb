// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Retiming.h"

#include "Cli/Report.h"
#include "Foundation/Timestamp.h"
#include "Model/Edit.h"

#include <algorithm>
#include <format>
#include <functional>
#include <string_view>
#include <vector>

namespace earmark::cli
{

namespace
{

Error badTime (std::string_view option, std::string_view text)
{
    return { Error::Kind::wrongUsage,
             std::format ("{} needs a time such as 1:30, 90 or -0.5, not '{}'.", option, text),
             {} };
}

/** "0=0:15,42:10=45:03" */
Result<std::vector<Pin>> parsePins (std::string_view text)
{
    std::vector<Pin> pins;

    while (! text.empty())
    {
        const auto pair = text.substr (0, text.find (','));
        const auto equals = pair.find ('=');
        const auto from = parseDuration (pair.substr (0, equals));
        const auto to =
            equals == std::string_view::npos ? std::nullopt : parseDuration (pair.substr (equals + 1));

        if (! from || ! to)
            return failure (Error::Kind::wrongUsage,
                            std::format ("--fit needs pairs such as 0=0:15,42:10=45:03, not '{}'.", pair));

        pins.push_back ({ Position (*from), Position (*to) });
        text.remove_prefix (std::min (text.size(), pair.size() + 1));
    }

    return pins;
}

/** The document after the edit; a warning tells how many chapters `moved` would put before the audio. */
Result<Document> edited (const Document& document,
                         const Edit& edit,
                         const std::function<Position (Position)>& moved,
                         Notices& notices)
{
    const auto early = std::size_t (std::ranges::count_if (
        document.outline.chapters, [&] (const Chapter& c) { return moved (c.start) < Position(); }));

    if (early > 0)
        notices.push_back ({ Notice::Grade::warning,
                             std::format ("{} would begin before the audio; {} at 0:00.",
                                          countOf (early, "chapter"),
                                          early == 1 ? "it begins" : "they begin"),
                             {} });

    return apply (document, edit);
}

} // namespace

Result<Document>
retimed (Document document, const std::string& shift, const std::string& fit, Notices& notices)
{
    if (! fit.empty())
    {
        auto pins = parsePins (fit);

        if (! pins)
            return std::unexpected (pins.error());

        const auto map = TimeMap::through (*pins);

        if (! map)
            return std::unexpected (map.error());

        auto after = edited (document, StretchChapters { std::move (*pins) }, *map, notices);

        if (! after)
            return after;

        document = std::move (*after);
    }

    if (! shift.empty())
    {
        const auto by = parseDuration (shift);

        if (! by)
            return std::unexpected (badTime ("--shift", shift));

        return edited (
            document,
            ShiftChapters { ShiftChapters::All {}, *by },
            [&] (Position p) { return p + *by; },
            notices);
    }

    return document;
}

} // namespace earmark::cli
