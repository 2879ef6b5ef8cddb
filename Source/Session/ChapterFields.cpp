// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ChapterFields.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Session/Paths.h"

namespace earmark
{

Result<Duration> timeTyped (const std::string& typed)
{
    const auto text = std::string (trim (typed));

    if (const auto time = parseDuration (text); time && *time >= Duration())
        return *time;

    return failure (Error::Kind::wrongUsage, tr ("'{}' is no time; type it like 1:02:03.250.", text));
}

Result<Edit> editOfEnd (ChapterId id, const std::string& typed)
{
    if (trim (typed).empty())
        return SetEnd { id, {} };

    return timeTyped (typed).transform ([&] (Duration time) -> Edit
                                        { return SetEnd { id, Position (time) }; });
}

SetField::Points pointsTyped (const std::string& typed)
{
    SetField::Points points;

    for (const auto line : splitLines (typed))
        if (const auto point = trim (line); ! point.empty())
            points.value.emplace_back (point);

    return points;
}

SetField::LinkTo linkTyped (const std::string& address, const std::string& text)
{
    auto url = webAddressIn (address);
    return { url.empty() ? std::nullopt : std::optional (Link { std::move (url), text }) };
}

} // namespace earmark
