// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/ProofPage.h"

#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Language/Translation.h"

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
        text += (text.empty() ? "" : ", ") + escaped (trMade (name));

    return text.empty() ? tr ("none") : text;
}

/** "MP3, 1:08, 4 chapters · ID3: 4" */
std::string summaryOf (const Proof& proof)
{
    const auto chapters = proof.outline.chapters.size();
    auto text = escaped (trMade (proof.container)) + (proof.length ? ", " + formatTime (*proof.length) : "")
                + ", " + tr (chapters, "{} chapter", "{} chapters");

    for (const auto& list : proof.lists)
        text += std::format (" \u00b7 {}: {}", escaped (trMade (list.form)), list.chapters.size());

    return text;
}

std::string tableOf (const std::vector<Chapter>& chapters)
{
    auto html =
        std::format ("<table>\n<tr><th>#</th><th>{}</th><th>{}</th></tr>\n", tr ("Start"), tr ("Chapter"));

    for (std::size_t i = 0; i < chapters.size(); ++i)
        html += std::format ("<tr><td>{}</td><td class=\"time\">{}</td><td>{}{}</td></tr>\n",
                             i + 1,
                             formatTime (chapters[i].start),
                             escaped (chapters[i].title),
                             chapters[i].inContents ? "" : " <em>(" + tr ("hidden") + ")</em>");

    return html + "</table>\n";
}

std::string whatElseIsThere (const Proof& proof)
{
    return std::format (
        "<p class=\"small\">{}<br>{}<br>{} <code>{}</code><br>{} <code>{}</code></p>\n",
        tr ("Tags kept: {}. Changed: {}. Added: {}. Removed: {}.",
            names (proof.kept),
            names (proof.changed),
            names (proof.added),
            names (proof.removed)),
        tr ("Size: {} before, {} after.", sized (proof.bytesBefore), sized (proof.bytesAfter)),
        tr ("SHA-256 of the audio before:"),
        proof.audioBefore,
        tr ("and after:"),
        proof.audioAfter);
}

std::string paragraph (std::string_view kind, std::string_view text)
{
    return std::format ("<p class=\"{}\">{}</p>\n", kind, text);
}

std::string complaintsOf (const Findings& findings)
{
    std::string complaints;

    for (const auto& [rule, message, chapters, of] : findings)
        if (rule->grade != LintRule::Grade::advice)
            complaints += std::format ("<li>{}: {} ({})</li>\n",
                                       trMade (nameOf (rule->grade)),
                                       escaped (trMade (message)),
                                       escaped (trMade (rule->players)));

    return complaints.empty()
               ? paragraph ("good",
                            "\u2713 "
                                + tr ("No player that reads these chapters is known to show them wrongly."))
               : "<ul>\n" + complaints + "</ul>\n";
}

std::string section (const Proof& proof)
{
    return std::format (
               "<h2>{}</h2>\n<p>{}</p>\n", escaped (toUtf8 (proof.file.filename())), summaryOf (proof))
           + (proof.isAudioSame()
                  ? paragraph ("good", "\u2713 " + tr ("The audio is the same, byte for byte."))
                  : paragraph ("bad", "\u2717 " + tr ("The audio differs from what it was.")))
           + tableOf (proof.outline.chapters) + whatElseIsThere (proof) + complaintsOf (proof.findings);
}

} // namespace

std::string proofPage (const std::vector<Proof>& proofs)
{
    const auto title = tr ("Chapters, as they were written");
    auto html = std::format ("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
                             "<style>\n{}\n</style>\n</head>\n<body>\n<h1>{}</h1>\n",
                             tr ("en"),
                             title,
                             style,
                             title);

    for (const auto& proof : proofs)
        html += section (proof);

    return html + paragraph ("small", tr ("Read back from the files by Earmark after writing."))
           + "</body>\n</html>\n";
}

} // namespace earmark
