// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/ProofPage.h"

#include "Foundation/File.h"
#include "Foundation/Timestamp.h"

#include <format>

namespace earmark
{

namespace
{

constexpr auto* style =
    R"(body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1f; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.5rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
td.time { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right } .good { color: #14662b } .bad { color: #a3151f }
code { font-size: .8rem; overflow-wrap: anywhere } p.small { color: #555; font-size: .9rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #18181b } td, th { border-color: #444 } .good { color: #7ee2a0 }
.bad { color: #ff8f96 } p.small { color: #aaa } })";

std::string escaped (std::string_view text)
{
    std::string html;

    for (const auto c : text)
        html += c == '&'   ? "&amp;"
                : c == '<' ? "&lt;"
                : c == '>' ? "&gt;"
                : c == '"' ? "&quot;"
                           : std::string (1, c);

    return html;
}

std::string sized (std::uint64_t bytes)
{
    return std::format ("{:.1f} MB", double (bytes) / 1e6);
}

std::string names (const std::vector<std::string>& list)
{
    std::string text;

    for (const auto& name : list)
        text += (text.empty() ? "" : ", ") + escaped (name);

    return text.empty() ? "none" : text;
}

std::string section (const Proof& proof)
{
    auto html = std::format ("<h2>{}</h2>\n<p>{}{}, {} chapters",
                             escaped (toUtf8 (proof.file.filename())),
                             escaped (proof.container),
                             proof.length ? ", " + formatTime (*proof.length) : "",
                             proof.outline.chapters.size());

    for (const auto& list : proof.lists)
        html += std::format (" · {}: {}", escaped (list.form), list.chapters.size());

    html += std::format ("</p>\n<p class=\"{}\">{}</p>\n",
                         proof.isAudioSame() ? "good" : "bad",
                         proof.isAudioSame() ? "✓ The audio is the same, byte for byte."
                                             : "✗ The audio differs.");
    html += "<table>\n<tr><th>#</th><th>Start</th><th>Chapter</th></tr>\n";

    for (std::size_t i = 0; i < proof.outline.chapters.size(); ++i)
    {
        const auto& chapter = proof.outline.chapters[i];
        html += std::format ("<tr><td>{}</td><td class=\"time\">{}</td><td>{}{}</td></tr>\n",
                             i + 1,
                             formatTime (chapter.start),
                             escaped (chapter.title),
                             chapter.inContents ? "" : " <em>(hidden)</em>");
    }

    html += std::format ("</table>\n<p class=\"small\">Tags kept: {}. Changed: {}. Added: {}. Removed: "
                         "{}.<br>Size: {} before, {} after.<br>"
                         "SHA-256 of the audio before: <code>{}</code><br>and after: <code>{}</code></p>\n",
                         names (proof.kept),
                         names (proof.changed),
                         names (proof.added),
                         names (proof.removed),
                         sized (proof.bytesBefore),
                         sized (proof.bytesAfter),
                         proof.audioBefore,
                         proof.audioAfter);

    std::string complaints;

    for (const auto& [rule, message] : proof.findings)
        if (rule->grade != LintRule::Grade::advice)
            complaints += std::format (
                "<li>{}: {} ({})</li>\n", nameOf (rule->grade), escaped (message), escaped (rule->players));

    return html
           + (complaints.empty() ? "<p class=\"good\">✓ Nothing that a player is known to show wrongly.</p>\n"
                                 : "<ul>\n" + complaints + "</ul>\n");
}

} // namespace

std::string proofPage (const std::vector<Proof>& proofs)
{
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Chapters, as they "
                       "were written</title>\n<style>\n";
    html += style;
    html += "\n</style>\n</head>\n<body>\n<h1>Chapters, as they were written</h1>\n";

    for (const auto& proof : proofs)
        html += section (proof);

    return html
           + "<p class=\"small\">Read back from the files by Earmark after writing.</p>\n</body>\n</html>\n";
}

} // namespace earmark
