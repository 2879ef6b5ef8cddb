// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/WriteResult.h"

#include "Cli/Console.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

/** By the name of what is at fault, where that is not the file itself. */
std::string failureOf (const FileResult& result)
{
    const auto& message = result.error->message;
    return result.subject.empty() || result.subject == result.media ? message
                                                                    : result.subject + ": " + message;
}

} // namespace

Json toJson (const Proof& proof)
{
    auto chapters = Json::array();

    for (const auto& chapter : proof.outline.chapters)
        chapters.push_back ({ { "start_ms", chapter.start.milliseconds (Rounding::nearest) },
                              { "title", chapter.title },
                              { "hidden", ! chapter.inContents } });

    return { { "chapters", std::move (chapters) },
             { "audio_sha256_before", proof.audioBefore },
             { "audio_sha256_after", proof.audioAfter },
             { "audio_same", proof.isAudioSame() },
             { "kept", proof.kept },
             { "changed", proof.changed },
             { "added", proof.added },
             { "removed", proof.removed },
             { "findings", toJson (proof.findings) } };
}

std::string resultText (const FileResult& result)
{
    auto text = Console::printable (std::format ("{}: {}", result.media, result.sentence)) + '\n';

    if (result.isChanged)
        for (const auto& change : result.changes)
            text += Console::printable (std::format ("  also: {}", change)) + '\n';

    // Advice is for `check`; here it would bury what a listener would see wrongly.
    auto findings = result.findings;
    std::erase_if (findings, [] (const Finding& f) { return f.rule->grade == LintRule::Grade::advice; });

    if (! findings.empty())
        text += findingsText (findings);

    if (result.proof)
        text += std::format ("  proof: {} read back, audio {}, tags: {} kept, {} changed, {} added\n",
                             countOf (result.proof->outline.chapters.size(), "chapter"),
                             result.proof->isAudioSame() ? "the same" : "DIFFERENT",
                             result.proof->kept.size(),
                             result.proof->changed.size(),
                             result.proof->added.size());

    return text;
}

std::string reportTable (const std::vector<FileResult>& results)
{
    std::size_t width = 0, bad = 0;
    std::string text;

    for (const auto& result : results)
    {
        width = std::max (width, result.media.size());
        bad += result.error ? 1u : 0u;
    }

    for (const auto& result : results)
    {
        text += std::format (
            "{:<{}}  {}\n",
            Console::printable (result.media),
            width,
            Console::printable (result.error ? "FAILED: " + failureOf (result) : result.sentence));

        for (const auto& notice : result.notices)
            text += std::format ("{:<{}}  {}\n", "", width, "- " + Console::printable (notice.message));
    }

    return text + std::format ("\n{}, {} failed\n", countOf (results.size(), "file"), bad);
}

} // namespace earmark::cli
