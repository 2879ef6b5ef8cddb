// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Losses.h"

#include <algorithm>
#include <array>

namespace earmark
{

namespace
{

constexpr CountedSentence flattened { "{} chapter is a sub-chapter; {} lists it with the others.",
                                      "{} chapters are sub-chapters; {} lists all of them at one level." };

} // namespace

Notices lossOfLevels (std::ptrdiff_t subChapters, std::string_view kindOfFile)
{
    Notices notices;
    noticeLoss (notices, subChapters, flattened, kindOfFile);
    return notices;
}

Notices lossesOf (const ChapterPlan& plan, std::string_view kindOfFile, const Carries& carries)
{
    struct Loss
    {
        bool isCarried;
        bool (*has) (const Chapter&);
        CountedSentence sentence;
    };

    const std::array losses {
        Loss { carries.texts,
               [] (const Chapter& c) { return ! c.summary.empty() || ! c.points.empty(); },
               { "{} chapter has a summary or points; {} does not hold them.",
                 "{} chapters have summaries or points; {} does not hold them." } },
        Loss { carries.links,
               [] (const Chapter& c) { return c.link.has_value(); },
               { "{} chapter has a link; {} does not hold it.",
                 "{} chapters have links; {} does not hold them." } },
        Loss { carries.pictures,
               [] (const Chapter& c) { return c.image.has_value(); },
               { "{} chapter has a picture; {} does not hold pictures for chapters.",
                 "{} chapters have pictures; {} does not hold them for chapters." } },
        Loss { carries.hidden,
               [] (const Chapter& c) { return ! c.inContents; },
               { "{} chapter is hidden but will be listed all the same: {} cannot hide it.",
                 "{} chapters are hidden but will be listed all the same: {} cannot hide them." } },
        Loss { carries.levels, [] (const Chapter& c) { return c.level > 0; }, flattened },
    };

    Notices notices;
    const auto notice = [&] (std::ptrdiff_t count, const CountedSentence& sentence)
    { noticeLoss (notices, count, sentence, kindOfFile); };

    for (const auto& loss : losses)
        if (! loss.isCarried)
            notice (std::ranges::count_if (plan.chapters,
                                           [&] (const PlannedChapter& c)
                                           { return c.source != nullptr && loss.has (*c.source); }),
                    loss.sentence);

    if (! carries.ends)
    {
        std::ptrdiff_t gaps = 0;

        for (std::size_t i = 0; i + 1 < plan.chapters.size(); ++i)
            gaps += plan.chapters[i].endMs < plan.chapters[i + 1].startMs ? 1 : 0;

        notice (gaps,
                { "{} chapter ends before the next one begins; in {} it lasts until the next.",
                  "{} chapters end before the next one begins; in {} each lasts until the next." });
    }

    return notices;
}

} // namespace earmark
