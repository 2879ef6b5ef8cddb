// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Snapping.h"

#include "Cli/Choices.h"
#include "Cli/Listening.h"
#include "Foundation/Timestamp.h"
#include "Model/Placing.h"
#include "Waveform/Onsets.h"
#include "Waveform/PeakBuilder.h"

#include <algorithm>
#include <format>
#include <thread>

namespace earmark::cli
{

namespace
{

struct Placed
{
    Document document;
    std::vector<ChapterId> ids; ///< of those that had no time before
    std::string howClear;
};

std::vector<std::string> movesBetween (const Document& before,
                                       const Document& after,
                                       const std::vector<ChapterId>& timeless,
                                       std::int64_t lead)
{
    const auto where = lead > 0 ? std::format ("{} ms before speech begins", lead) : "where speech begins";
    std::vector<std::string> moves;

    for (std::size_t i = 0; i < after.outline.chapters.size(); ++i)
    {
        const auto& chapter = after.outline.chapters[i];
        const auto old = std::ranges::find (before.outline.chapters, chapter.id, &Chapter::id);

        if (std::ranges::contains (timeless, chapter.id))
            moves.push_back (
                std::format ("chapter {} at {}: {}", i + 1, formatTime (chapter.start), chapter.title));
        else if (old != before.outline.chapters.end() && old->start != chapter.start)
            moves.push_back (std::format ("chapter {} from {} to {} ({:+.2f} s), {}: {}",
                                          i + 1,
                                          formatTime (old->start),
                                          formatTime (chapter.start),
                                          (chapter.start - old->start).seconds(),
                                          where,
                                          chapter.title));
    }

    return moves;
}

/** Listens to the whole file. Where speech begins is better told near each place; where it is not, the pause's end stands for it. */
Result<Placed> placed (const Document& document, const std::filesystem::path& media, Duration lead)
{
    const auto built = PeakBuilder ([media] { return openAudio (media); })
                           .run (std::max (1u, std::thread::hardware_concurrency()), {});

    if (! built)
        return std::unexpected (built.error());

    const auto& map = built->map;
    const Position end (Duration::fromSamples (map.length, map.sampleRate));
    return placeAtPauses (document.outline, pausesIn (map), end)
        .and_then (
            [&] (Placing placing)
            {
                std::vector<ChapterId> ids;

                for (auto& target : placing.edit.targets)
                {
                    target.to = std::max (Position(), target.to - lead);
                    ids.push_back (target.id);
                }

                return apply (document, placing.edit)
                    .transform (
                        [&] (Document&& after)
                        { return Placed { std::move (after), std::move (ids), howClear (placing) }; });
            });
}

} // namespace

void addSnapOptions (CLI::App& app, SnapOptions& options)
{
    auto* wanted =
        addChoice<SnapTo> (app,
                           "--snap",
                           options.to,
                           { { "onset", SnapTo::onset }, { "pauses", SnapTo::pauses } },
                           "Move each chapter to where speech begins near it (onset); before that, those "
                           "that begin together with the one before, as titles without times do, to the "
                           "longest pauses (pauses)");
    const auto longest = longestLead.milliseconds (Rounding::nearest);
    app.add_option (
           "--lead", options.lead, "With --snap, so many milliseconds before speech begins (0 to 500)")
        ->check (CLI::Range (std::int64_t (0), longest).description ({}))
        ->needs (wanted)
        ->type_name ("MS");
}

Result<Snapped>
snap (const Document& document, const std::filesystem::path& media, const SnapOptions& options)
{
    if (options.to == SnapTo::nothing)
        return Snapped { document, {}, {} };

    const auto lead = Duration::fromMilliseconds (options.lead);
    const auto from =
        options.to == SnapTo::pauses ? placed (document, media, lead) : Placed { document, {}, {} };

    if (! from)
        return std::unexpected (from.error());

    auto listener = Listener::open (media);

    if (! listener)
        return std::unexpected (listener.error());

    const auto candidates = listener->candidatesFor (from->document.outline);

    if (! candidates)
        return std::unexpected (candidates.error());

    return apply (from->document, snapsToOnsets (from->document.outline, *candidates, lead))
        .transform (
            [&] (Document&& after)
            {
                auto moves = movesBetween (document, after, from->ids, options.lead);
                auto notices = listener->notices();

                if (! from->howClear.empty())
                    notices.push_back ({ Notice::Grade::warning, from->howClear, {} });

                return Snapped { std::move (after), std::move (moves), std::move (notices) };
            });
}

} // namespace earmark::cli
