// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Snapping.h"

#include "Foundation/Timestamp.h"
#include "Model/Placing.h"
#include "Waveform/Onsets.h"
#include "Waveform/PeakBuilder.h"

#include <algorithm>
#include <format>
#include <map>
#include <thread>

namespace earmark::cli
{

namespace
{

std::vector<std::string> movesBetween (const Document& before, const Document& after)
{
    std::vector<std::string> moves;

    for (std::size_t i = 0; i < after.outline.chapters.size(); ++i)
    {
        const auto& chapter = after.outline.chapters[i];
        const auto old = std::ranges::find (before.outline.chapters, chapter.id, &Chapter::id);

        if (old != before.outline.chapters.end() && old->start != chapter.start)
            moves.push_back (std::format ("chapter {} from {} to {} ({:+.2f} s), where speech begins: {}",
                                          i + 1,
                                          formatTime (old->start),
                                          formatTime (chapter.start),
                                          (chapter.start - old->start).seconds(),
                                          chapter.title));
    }

    return moves;
}

/** Listens to the whole file. */
Result<Document> placed (const Document& document, const std::filesystem::path& media)
{
    const auto built = PeakBuilder ([media] { return openAudio (media); })
                           .run (std::max (1u, std::thread::hardware_concurrency()), {});

    if (! built)
        return std::unexpected (built.error());

    const auto& map = built->map;
    const Position end (Duration::fromSamples (map.length, map.sampleRate));
    return placeAtPauses (document.outline, pausesIn (map), end)
        .and_then ([&] (const Placing& placing) { return apply (document, placing.edit); });
}

} // namespace

void addSnapOption (CLI::App& app, SnapTo& snapTo)
{
    const std::map<std::string, SnapTo> kinds { { "onset", SnapTo::onset }, { "pauses", SnapTo::pauses } };
    app.add_option ("--snap",
                    snapTo,
                    "Move each chapter to where speech begins near it (onset); before that, those that begin "
                    "together with the one "
                    "before, as titles without times do, to the longest pauses (pauses)")
        ->transform (CLI::CheckedTransformer (kinds, CLI::ignore_case).description ({}))
        ->type_name ("onset|pauses");
}

Result<Snapped> snap (const Document& document, const std::filesystem::path& media, SnapTo snapTo)
{
    if (snapTo == SnapTo::nothing)
        return Snapped { document, {}, {} };

    const auto from = snapTo == SnapTo::pauses ? placed (document, media) : Result<Document> (document);

    if (! from)
        return std::unexpected (from.error());

    const auto reader = openAudio (media);

    if (! reader)
        return std::unexpected (reader.error());

    const auto candidates = candidatesFor (**reader, from->outline);

    if (! candidates)
        return std::unexpected (candidates.error());

    return apply (*from, snapsToOnsets (from->outline, *candidates))
        .transform (
            [&] (Document&& after)
            {
                auto moves = movesBetween (document, after);
                return Snapped { std::move (after), std::move (moves), (*reader)->notices() };
            });
}

} // namespace earmark::cli
