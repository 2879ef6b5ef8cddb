// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/FileLint.h"

#include "Tagging/Lint/Rules.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>

namespace earmark
{

namespace
{

template <class Subject>
void add (std::span<const RuleFor<Subject>> rules, RuleGroup& group)
{
    for (const auto& rule : rules)
        group.rules.push_back (&rule.rule);
}

Findings errorsFirst (Findings findings)
{
    std::ranges::stable_sort (
        findings, std::ranges::greater {}, [] (const Finding& f) { return f.rule->grade; });
    return findings;
}

void lintList (const ListToLint& list, Findings& findings)
{
    applyRules (listRules(), list, findings);
    applyRules (pictureRules(), list, findings);
    applyRules (platformRules(), list, findings);
}

/** Rules about frames and entries count those as they lie in the file; who reads of it has the list of its chapters. */
void numberAsStored (Findings& findings, const std::vector<Chapter>& stored)
{
    for (auto& finding : findings)
    {
        finding.of = Finding::Of::file;

        for (auto& concerned : finding.chapters)
        {
            // By its number first, which tells those apart that begin together.
            if (concerned.index < stored.size() && stored[concerned.index].start == concerned.start)
                continue;

            if (const auto found = std::ranges::find (stored, concerned.start, &Chapter::start);
                found != stored.end())
                concerned.index = std::size_t (found - stored.begin());
        }
    }
}

Result<Findings> lint (const Result<ExaminedFile>& file)
{
    if (! file)
        return std::unexpected (file.error());

    const auto& facts = file->facts;
    Findings findings;
    applyRules (id3ContentsRules(), facts, findings);
    applyRules (id3Rules(), facts, findings);
    applyRules (mp4Rules(), facts, findings);
    applyRules (otherFileRules(), facts, findings);

    if (! facts.stored.chapters.empty())
        lintList ({ facts.stored, facts.reading.length, true }, findings);

    numberAsStored (findings, facts.stored.chapters);
    return errorsFirst (std::move (findings));
}

} // namespace

std::vector<RuleGroup> allRules()
{
    std::vector<RuleGroup> groups { { "Lists of chapters", {} },
                                    { "ID3v2 tags (MP3, AAC, WAV, AIFF)", {} },
                                    { "MP4 (M4A, M4B)", {} },
                                    { "Other files, and audio", {} },
                                    { "Platforms that read descriptions", {} } };
    add (listRules(), groups[0]);
    add (pictureRules(), groups[0]);
    add (comparingRules(), groups[0]);
    add (id3ContentsRules(), groups[1]);
    add (id3Rules(), groups[1]);
    add (mp4Rules(), groups[2]);
    add (otherFileRules(), groups[3]);
    add (platformRules(), groups[4]);
    return groups;
}

Findings lintOutline (const Outline& outline, std::optional<Duration> lengthOfAudio)
{
    Findings findings;
    lintList ({ outline, lengthOfAudio }, findings);
    return errorsFirst (std::move (findings));
}

Result<Findings> lintFile (const std::filesystem::path& path)
{
    return lint (examine (path));
}

Result<Findings> lintPlan (const WritePlan& plan)
{
    return lint (examine (std::make_shared<const EditedSource> (plan.edit.result)));
}

bool hasErrors (const Findings& findings)
{
    return std::ranges::any_of (findings,
                                [] (const Finding& f) { return f.rule->grade == LintRule::Grade::error; });
}

} // namespace earmark
