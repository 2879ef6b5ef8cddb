// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Alignment.h"

#include "Cli/Console.h"
#include "Foundation/Timestamp.h"
#include "Model/Cuts.h"
#include "Model/Differences.h"
#include "Model/Verdict.h"
#include "Waveform/Onsets.h"

#include <cmath>
#include <format>

namespace earmark::cli
{

namespace
{

using Candidates = std::vector<std::vector<Candidate>>;

/** Candidates of each chapter moved by a time; none for those that are then outside the audio. */
Result<Candidates> candidatesAt (Listener& listener, Outline outline, Duration by, Duration length)
{
    std::vector<bool> inside;

    for (auto& chapter : outline.chapters)
    {
        chapter.start = chapter.start + by;
        inside.push_back (chapter.start >= Position() && chapter.start < Position (length));

        if (! inside.back())
            chapter.start = Position();
    }

    auto candidates = listener.candidatesFor (outline);

    if (candidates)
        for (std::size_t i = 0; i < inside.size(); ++i)
            if (! inside[i])
                (*candidates)[i].clear();

    return candidates;
}

/** From 0 to 1, how well a chapter begins where speech does. */
std::vector<double> fitsOf (const Candidates& candidates, const Outline& outline, Duration by)
{
    std::vector<double> fit;

    for (std::size_t i = 0; i < candidates.size(); ++i)
    {
        const auto* best = bestOnset (candidates[i]);
        const auto apart = best == nullptr ? Duration() : best->at - (outline.chapters[i].start + by);
        fit.push_back (best == nullptr ? 0.0 : fitOf (best->confidence, apart < Duration() ? -apart : apart));
    }

    return fit;
}

/** What of `tag` re-times the outline for the cut. */
std::string optionFor (const Outline& outline, const Cut& cut)
{
    if (! cut.lastUnmoved)
        return std::format (" (--shift {:g})", cut.by.seconds());

    const auto before = formatTime (outline.chapters[*cut.lastUnmoved].start);
    const auto after = outline.chapters[cut.firstMoved].start;
    return std::format (
        " (--fit {}={},{}={})", before, before, formatTime (after), formatTime (after + cut.by));
}

/** Asks the sound where the piece is that makes the audio longer or shorter than the outline. */
Result<std::string>
whereCut (Listener& listener, const Outline& outline, const Candidates& unmoved, Duration length)
{
    const auto by = differenceOfLength (outline, length);

    if (! by || sentenceAboutLength (outline, length).empty())
        return std::string {};

    return candidatesAt (listener, outline, *by, length)
        .transform (
            [&] (const Candidates& moved)
            {
                const auto cut = findCut (fitsOf (unmoved, outline, {}), fitsOf (moved, outline, *by), *by);
                return cut ? sentenceAboutCut (outline, *cut) + optionFor (outline, *cut) : std::string {};
            });
}

} // namespace

Result<Alignment> align (Listener& listener, const Outline& outline)
{
    Alignment alignment { listener.reader().info(), {}, {}, {} };
    auto candidates = candidatesAt (listener, outline, {}, alignment.length());

    if (! candidates)
        return std::unexpected (candidates.error());

    alignment.candidates = std::move (*candidates);
    auto cut = whereCut (listener, outline, alignment.candidates, alignment.length());

    if (! cut)
        return std::unexpected (cut.error());

    alignment.cut = std::move (*cut);
    alignment.notices = listener.notices();
    return alignment;
}

Json toJson (const Alignment& alignment, const Outline& outline)
{
    auto chapters = Json::array();

    for (std::size_t i = 0; i < alignment.candidates.size(); ++i)
    {
        const auto& chapter = outline.chapters[i];
        const auto milliseconds = [] (auto time) { return time.milliseconds (Rounding::nearest); };
        auto candidates = Json::array();

        for (const auto& candidate : alignment.candidates[i])
            candidates.push_back (
                { { "kind", candidate.kind == Candidate::Kind::speechOnset ? "speech-onset" : "pause-start" },
                  { "at_ms", milliseconds (candidate.at) },
                  { "offset_ms", milliseconds (candidate.at - chapter.start) },
                  { "confidence", std::round (candidate.confidence * 1000) / 1000 } });

        const auto* best = bestOnset (alignment.candidates[i]);
        chapters.push_back (
            { { "start_ms", milliseconds (chapter.start) },
              { "title", chapter.title },
              { "snap_ms", best != nullptr ? Json (milliseconds (best->at)) : Json (nullptr) },
              { "candidates", std::move (candidates) } });
    }

    return chapters;
}

namespace
{

std::string placeOfSpeech (const std::vector<Candidate>& candidates, Position marker)
{
    if (const auto* best = bestOnset (candidates))
        return std::format (
            "speech {:+.2f} s, {:3.0f} % sure", (best->at - marker).seconds(), best->confidence * 100);

    const auto* far = endOfLongPause (candidates, marker);
    return far == nullptr ? "no pause near it"
                          : std::format ("in a pause, speech {:+.1f} s", (far->at - marker).seconds());
}

} // namespace

std::string table (const Alignment& alignment, const Outline& outline)
{
    std::string lines;

    for (std::size_t i = 0; i < alignment.candidates.size(); ++i)
    {
        const auto& chapter = outline.chapters[i];
        lines += std::format ("{:>3}  {:>11}  {:>30}  {}\n",
                              i + 1,
                              formatTime (chapter.start),
                              placeOfSpeech (alignment.candidates[i], chapter.start),
                              Console::printable (chapter.title));
    }

    return lines;
}

} // namespace earmark::cli
