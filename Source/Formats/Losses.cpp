// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

struct Loss
{
    bool carried;
    std::string_view what;
    bool (*present) (const Chapter&);
};

std::string nameOfStep (std::int64_t perSecond)
{
    return perSecond == 1      ? "whole seconds"
           : perSecond == 1000 ? "milliseconds"
                               : std::format ("1/{} of a second", perSecond);
}

bool isOnStep (std::int64_t perSecond, Position time)
{
    const auto rounded = fromUnits (toUnits (time.sinceStart(), perSecond), perSecond);
    return rounded && *rounded == time.sinceStart();
}

/** Tells of one format and one outline. */
class Telling
{
public:
    Telling (const ChapterFormat& f, const Outline& o) : format (f), can (f.capabilities), outline (o) {}

    void contents()
    {
        const Loss all[] {
            { can.ends != Capabilities::Ends::none,
              "ends",
              [] (const Chapter& c) { return c.end.has_value(); } },
            { can.summaries, "summaries", [] (const Chapter& c) { return ! c.summary.empty(); } },
            { can.points, "points", [] (const Chapter& c) { return ! c.points.empty(); } },
            { can.links, "links", [] (const Chapter& c) { return c.link.has_value(); } },
            { ! can.links || can.holdsEverything(), // told with the link itself otherwise
              "the texts of links",
              [] (const Chapter& c) { return c.link && ! c.link->text.empty(); } },
            { can.images, "pictures", [] (const Chapter& c) { return c.image.has_value(); } },
            { ! can.images || can.holdsEverything(),
              "embedded pictures",
              [] (const Chapter& c) { return c.image && std::holds_alternative<EmbeddedImage> (*c.image); } },
            { can.hidden, "the mark of hidden chapters", [] (const Chapter& c) { return ! c.inContents; } },
            { can.levels || can.holdsEverything(), "levels", [] (const Chapter& c) { return c.level > 0; } },
            { can.holdsEverything(),
              "the mark of ad breaks",
              [] (const Chapter& c) { return c.kind == Chapter::Kind::adBreak; } },
        };

        for (const auto& loss : all)
            if (const auto n = loss.carried ? 0 : std::ranges::count_if (outline.chapters, loss.present);
                n > 0)
                tellCount (n,
                           "{1} cannot hold {2}; {0} chapter loses them.",
                           "{1} cannot hold {2}; {0} chapters lose them.",
                           format.name,
                           loss.what);
    }

    /** Of a format that has places for advertisements alone. */
    void allButAdBreaks()
    {
        if (const auto n = std::ranges::count (outline.chapters, Chapter::Kind::chapter, &Chapter::kind);
            n > 0)
            tellCount (n,
                       "{1} holds no chapters; {0} is left out.",
                       "{1} holds no chapters; {0} are left out.",
                       format.name);

        if (! std::ranges::contains (outline.chapters, Chapter::Kind::adBreak, &Chapter::kind))
            losses.push_back (
                { Notice::Grade::warning, "None of the chapters is marked as an ad break.", {} });
    }

    /** Of a text for listeners. */
    void unheard()
    {
        const auto isHidden = [] (const Chapter& c)
        { return c.kind == Chapter::Kind::chapter && ! c.inContents; };

        if (const auto n = std::ranges::count (outline.chapters, Chapter::Kind::adBreak, &Chapter::kind);
            n > 0)
            tellCount (n,
                       "{} ad break is left out: it is not for the listener.",
                       "{} ad breaks are left out: they are not for the listener.");

        if (const auto n = std::ranges::count_if (outline.chapters, isHidden); n > 0)
            tellCount (n,
                       "{} hidden chapter is left out: it is not to be listed.",
                       "{} hidden chapters are left out: they are not to be listed.");
    }

    void notes()
    {
        if (const auto n = std::ranges::count (outline.chapters, Chapter::Kind::note, &Chapter::kind); n > 0)
            tellCount (n,
                       "{} note is left out: they are not for the listener.",
                       "{} notes are left out: they are not for the listener.");
    }

    void rounding()
    {
        const auto isMoved = [&] (const Chapter& c)
        {
            return ! isOnStep (can.stepsPerSecond, c.start)
                   && (can.content != Capabilities::Content::adBreaks || c.kind == Chapter::Kind::adBreak);
        };

        if (const auto n = std::ranges::count_if (outline.chapters, isMoved); n > 0)
            tellCount (n,
                       "{1} rounds times to {2}; {0} chapter is moved by less than that.",
                       "{1} rounds times to {2}; {0} chapters are moved by less than that.",
                       format.name,
                       nameOfStep (can.stepsPerSecond));
    }

    void limits()
    {
        const auto count = outline.chapters.size();

        if (can.maxChapters != 0 && count == can.maxChapters + 1)
            tell (std::format (
                "{} holds {} chapters at most; the last one is left out.", format.name, can.maxChapters));
        else if (can.maxChapters != 0 && count > can.maxChapters)
            tell (std::format ("{} holds {} chapters at most; the last {} are left out.",
                               format.name,
                               can.maxChapters,
                               count - can.maxChapters));

        const auto hasReplaced = [&] (const Chapter& c)
        { return c.title.find_first_of (can.charactersReplaced) != std::string::npos; };

        if (const auto n = std::ranges::count_if (outline.chapters, hasReplaced); n > 0)
            tellCount (n,
                       "{1} cannot hold the character {2} in a title; {0} has another in its place.",
                       "{1} cannot hold the character {2} in a title; {0} have another in its place.",
                       format.name,
                       can.charactersReplaced);
    }

    void episode()
    {
        const auto& e = outline.episode;
        std::string lost;

        for (const auto& [carried, present, what] :
             { std::tuple { can.show, ! e.show.empty(), "the show's title" },
               std::tuple { can.episodeTitle, ! e.title.empty(), "the episode's title" },
               std::tuple { can.author, ! e.author.empty(), "the author" },
               std::tuple { can.description, ! e.description.empty(), "the description" },
               std::tuple { can.holdsEverything(), ! e.number.empty(), "the number" },
               std::tuple { can.holdsEverything(), ! e.date.empty(), "the date" },
               std::tuple { can.holdsEverything(), e.cover.has_value(), "the cover" } })
            if (! carried && present)
                (lost += lost.empty() ? "" : ", ") += what;

        if (! lost.empty())
            tell (std::format ("{} cannot hold {}.", format.name, lost));
    }

    void rules()
    {
        if (format.check != nullptr)
            losses.append_range (format.check (outline));
    }

    Notices losses;

private:
    const ChapterFormat& format;
    const Capabilities& can;
    const Outline& outline;

    void tell (std::string message)
    {
        losses.push_back ({ Notice::Grade::ignored, std::move (message), {} });
    }

    template <class... Values>
    void
    tellCount (std::ptrdiff_t count, std::string_view one, std::string_view many, const Values&... values)
    {
        tell (std::vformat (count == 1 ? one : many, std::make_format_args (count, values...)));
    }
};

/** Of chapters that are all written. */
Notices lossesOfList (const ChapterFormat& format, const Outline& outline)
{
    Telling telling (format, outline);
    const auto& can = format.capabilities;

    if (can.content == Capabilities::Content::adBreaks)
        telling.allButAdBreaks();
    else
        telling.contents();

    if (! can.holdsEverything())
        telling.rounding();

    if (can.content != Capabilities::Content::adBreaks)
        telling.limits();

    if (! can.holdsEverything() && can.content != Capabilities::Content::adBreaks)
        telling.episode();

    telling.rules();
    return std::move (telling.losses);
}

} // namespace

Notices leftOutOf (const ChapterFormat& format, const Outline& outline)
{
    Telling telling (format, outline);

    if (! format.capabilities.holdsEverything())
        telling.notes();

    if (format.capabilities.content == Capabilities::Content::forListeners)
        telling.unheard();

    return std::move (telling.losses);
}

Notices lossesIn (const ChapterFormat& format, const Outline& outline)
{
    auto losses = leftOutOf (format, outline);

    if (losses.empty())
        return lossesOfList (format, outline);

    losses.append_range (lossesOfList (format, listFor (format, outline)));
    return losses;
}

} // namespace earmark
