// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "Language/Translation.h"
#include "Session/ChapterFindings.h"

#include <algorithm>
#include <utility>

// What is said about a file: what a write would do to it, what was proven of it, and what players will show wrongly.

namespace earmark
{

namespace
{

using State = WriteTarget::State;
using Tone = WriteLine::Tone;
using Grade = LintRule::Grade;

constexpr std::size_t mostNames = 6;

std::string readBack (const WriteProof& proof)
{
    if (proof.chapters == 0)
        return tr ("Read back: the file has no chapters.");

    const auto titled = [] (const std::string& title)
    { return title.empty() ? tr ("one without a title") : tr ("\u201c{}\u201d", title); };

    if (proof.chapters == 1)
        return tr ("Read back: 1 chapter, {}.", titled (proof.first));

    return tr (
        "Read back: {} chapters, from {} to {}.", proof.chapters, titled (proof.first), titled (proof.last));
}

/** "TIT2, TALB": the first ones of many. */
std::string listOf (const std::vector<std::string>& names)
{
    std::string list;

    for (std::size_t i = 0; i < std::min (mostNames, names.size()); ++i)
        list += (i == 0 ? "" : ", ") + trMade (names[i]);

    return names.size() > mostNames ? list + ", \u2026" : list;
}

/** ", 2 changed (TIT2, TALB)"; empty for none. */
std::string whatHappenedToParts (const WriteProof& proof)
{
    std::string all;

    if (const auto& names = proof.changed; ! names.empty())
        all += tr (", {} changed ({})", names.size(), listOf (names));

    if (const auto& names = proof.added; ! names.empty())
        all += tr (", {} added ({})", names.size(), listOf (names));

    if (const auto& names = proof.removed; ! names.empty())
        all += tr (", {} removed ({})", names.size(), listOf (names));

    return all;
}

std::string sizeOf (const WriteProof& proof)
{
    const auto before = proof.bytesBefore, after = proof.bytesAfter;
    const auto megabytes = double (after) / 1e6;

    if (before == after)
        return tr ("{:.1f} MB, as before.", megabytes);

    const auto by =
        tr (std::size_t (std::max (before, after) - std::min (before, after)), "{} byte", "{} bytes");
    return after > before ? tr ("{:.1f} MB, {} more than before.", megabytes, by)
                          : tr ("{:.1f} MB, {} less than before.", megabytes, by);
}

void addProof (const WriteProof& proof, std::vector<WriteLine>& lines)
{
    lines.push_back ({ Tone::good, readBack (proof) });

    if (proof.evidence == nullptr)
    {
        lines.push_back (
            { Tone::warning,
              tr ("The file is written and checked, but not compared. {}", trMade (proof.problem)) });
        return;
    }

    if (proof.isAudioSame())
        lines.push_back ({ Tone::good,
                           tr ("The audio is the same, byte for byte: SHA-256 {}\u2026 before and after.",
                               proof.audioAfter.substr (0, 12)) });
    else
        lines.push_back ({ Tone::bad, tr ("The audio differs from what it was.") });

    lines.push_back ({ Tone::plain,
                       tr ("Tags and other parts: {} kept{}. {}",
                           proof.kept,
                           whatHappenedToParts (proof),
                           sizeOf (proof)) });
}

Tone toneOf (Grade grade)
{
    return grade == Grade::error ? Tone::bad : grade == Grade::warning ? Tone::warning : Tone::quiet;
}

/** Those that the document has. */
std::vector<ChapterId> idsOf (const ChaptersConcerned& chapters)
{
    std::vector<ChapterId> ids;

    for (const auto& chapter : chapters)
        if (chapter.id != ChapterId::none)
            ids.push_back (chapter.id);

    return ids;
}

/** Players that show no chapters of such a file show none wrongly, either; those that only show none of these do. */
void addAllClear (const std::optional<PlayersReached>& reached, std::vector<WriteLine>& lines)
{
    if (! reached || reached->silent == 0)
        lines.push_back (
            { Tone::good, tr ("No player that reads these chapters is known to show them wrongly.") });
    else if (reached->silent == reached->all)
        lines.push_back ({ Tone::warning,
                           tr ("None of the {} known players shows chapters of this file.", reached->all) });
    else if (reached->lost.empty())
        lines.push_back ({ Tone::good,
                           tr (reached->silent,
                               "No player that reads these chapters is known to show them wrongly; {} of {} "
                               "players shows none at all.",
                               "No player that reads these chapters is known to show them wrongly; {} of {} "
                               "players show none at all.",
                               reached->all) });

    if (! reached)
        return;

    for (const auto& [player, why] : reached->lost)
        lines.push_back (
            { Tone::warning, tr ("{} lists none of these chapters. {}", trMade (player), trMade (why)) });

    if (reached->unknown > 0)
        lines.push_back ({ Tone::quiet,
                           tr (reached->unknown,
                               "Of {} more player it is not known what it makes of such a file.",
                               "Of {} more players it is not known what they make of such a file.") });
}

/** Each complaint, and after those of one rule whom it concerns and what to do. */
void addFindings (const WriteTarget& target, bool withAdvice, std::vector<WriteLine>& lines)
{
    const auto& findings = target.findings();
    std::size_t advice = 0, shown = 0;

    for (std::size_t i = 0; i < findings.size(); ++i)
    {
        const auto& rule = *findings[i].rule;

        if (rule.grade == Grade::advice && ! withAdvice)
        {
            ++advice;
            continue;
        }

        ++shown;
        lines.push_back ({ toneOf (rule.grade), trMade (findings[i].message), idsOf (findings[i].chapters) });

        if (i + 1 == findings.size() || findings[i + 1].rule != &rule)
            lines.push_back ({ Tone::quiet, explanationOf (rule) });
    }

    if (shown == 0)
        addAllClear (target.reached, lines);

    if (advice > 0)
        lines.push_back ({ Tone::quiet, tr (advice, "{} piece of advice.", "{} pieces of advice.") });
}

void addRepairs (const Findings& repaired, std::vector<WriteLine>& lines)
{
    const LintRule* last = nullptr;

    for (const auto& [rule, message, chapters, of] : repaired)
        if (rule->grade != Grade::advice && rule != std::exchange (last, rule))
            lines.push_back ({ Tone::good,
                               tr ("Repairs: {} ({}: {}.)",
                                   trMade (message),
                                   trMade (rule->players),
                                   trMade (rule->meaning)) });
}

void addOtherTags (const WritePreview& preview, std::vector<WriteLine>& lines)
{
    if (preview.replacesTags)
        return; // said as changes

    for (const auto& [of, inFile, inOutline] : preview.otherTags)
        lines.push_back (
            { Tone::warning,
              of == OtherTag::Of::title
                  ? tr ("The title stays \u201c{}\u201d; the outline says \u201c{}\u201d.", inFile, inOutline)
                  : tr ("The album stays \u201c{}\u201d; the outline says \u201c{}\u201d.",
                        inFile,
                        inOutline) });
}

void addPlan (const WritePreview& preview, std::vector<WriteLine>& lines)
{
    for (const auto& change : preview.changes)
        lines.push_back ({ Tone::plain, tr ("Also: {}", trMade (change)) });

    for (const auto& notice : preview.notices)
        lines.push_back ({ notice.grade == Notice::Grade::warning ? Tone::warning : Tone::quiet,
                           trMade (notice.message) });

    addOtherTags (preview, lines);
}

} // namespace

std::vector<WriteLine> linesOf (const WriteTarget& target, bool withAdvice)
{
    std::vector<WriteLine> lines;

    switch (target.state)
    {
        case State::planning:
            lines.push_back ({ Tone::quiet, tr ("Finding out what a write would do.") });
            break;

        case State::ready:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, trMade (target.problem) });

            lines.push_back (
                { Tone::plain,
                  tr (target.preview.chapters, "{} chapter to write.", "{} chapters to write.") });
            addRepairs (target.preview.repaired, lines);
            addPlan (target.preview, lines);
            addFindings (target, withAdvice, lines);
            break;

        case State::unchanged:
            if (! target.problem.empty())
                lines.push_back ({ Tone::bad, trMade (target.problem) });

            lines.push_back ({ Tone::good, tr ("It has exactly these chapters already.") });

            if (target.isProven())
                addProof (target.proof, lines);

            addOtherTags (target.preview, lines);
            addFindings (target, withAdvice, lines);
            break;

        case State::refused:
            lines.push_back ({ Tone::bad, trMade (target.problem), target.behindAudio });
            break;

        case State::waiting:
            lines.push_back ({ Tone::quiet, tr ("Waits for its turn.") });
            break;

        case State::writing:
            // Before the new file takes the old one's place it is looked through once more, and then compared with it; that has
            // no measure.
            lines.push_back ({ Tone::plain,
                               target.progress < 1 ? tr ("Writing: {} %", int (target.progress * 100))
                                                   : tr ("Checking what was written.") });
            break;

        case State::written:
            addProof (target.proof, lines);
            addPlan (target.preview, lines);
            addFindings (target, withAdvice, lines);
            break;

        case State::restoring:
            lines.push_back ({ Tone::plain, tr ("Taking the last write back.") });
            break;

        case State::restored:
            lines.push_back ({ Tone::good, tr ("The file is as it was before the last write.") });
            lines.push_back ({ Tone::good, readBack (target.proof) });
            break;
    }

    return lines;
}

} // namespace earmark
