// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Linting.h"

#include "Cli/Console.h"
#include "Cli/SentenceOptions.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

std::string sentence (std::string_view text)
{
    std::string whole (text);

    if (! whole.empty() && whole.front() >= 'a' && whole.front() <= 'z')
        whole.front() = char (whole.front() - 'a' + 'A');

    return whole + '.';
}

bool isMendable (const LintRule& rule)
{
    return rule.repair == LintRule::Repair::byWriting;
}

std::vector<std::string> idsOf (const Findings& findings)
{
    std::vector<std::string> ids;

    for (const auto& finding : findings)
        if (std::string id (finding.rule->id); ! std::ranges::contains (ids, id))
            ids.push_back (std::move (id));

    return ids;
}

/** Counted from 1, as the table counts them. */
Json numbersOf (const ChaptersConcerned& chapters)
{
    auto numbers = Json::array();

    for (const auto& chapter : chapters)
        numbers.push_back (chapter.index + 1);

    return numbers;
}

} // namespace

Json toJson (const Findings& findings)
{
    auto list = Json::array();

    for (const auto& [rule, message, chapters, of] : findings)
        list.push_back ({ { "rule", rule->id },
                          { "grade", nameOf (rule->grade) },
                          { "message", message },
                          { "chapters", numbersOf (chapters) },
                          { "of", nameOf (of) },
                          { "players", rule->players },
                          { "meaning", rule->meaning },
                          { "fix", rule->fix },
                          { "fixable", isMendable (*rule) },
                          { "source", rule->source } });

    return list;
}

std::string findingsText (const Findings& findings, Repairs repairs)
{
    std::string text;
    const LintRule* last = nullptr;

    const auto explain = [&]
    {
        if (last != nullptr)
            text += std::format ("         {}: {}. {}{}\n",
                                 last->players,
                                 last->meaning,
                                 withOption (sentence (last->fix)),
                                 isMendable (*last) && repairs == Repairs::offered ? " (--fix does it)" : "");
    };

    for (const auto& [rule, message, chapters, of] : findings)
    {
        if (rule != last)
            explain();

        text +=
            std::format ("{:<8} {}  [{}]\n", nameOf (rule->grade), Console::printable (message), rule->id);
        last = rule;
    }

    explain();
    return text.empty() ? "Nothing to complain about.\n" : text;
}

std::string rulesText()
{
    std::string text;

    for (const auto& group : allRules())
    {
        text += std::format ("{}{}\n", text.empty() ? "" : "\n", group.heading);

        for (const auto* rule : group.rules)
            text += std::format ("  {:<7}  {:<24}  {}: {}. {}\n",
                                 nameOf (rule->grade),
                                 rule->id,
                                 rule->players,
                                 rule->meaning,
                                 sentence (rule->fix));
    }

    return text;
}

Json rulesJson()
{
    auto list = Json::array();

    for (const auto& group : allRules())
        for (const auto* rule : group.rules)
            list.push_back ({ { "rule", rule->id },
                              { "group", group.heading },
                              { "grade", nameOf (rule->grade) },
                              { "players", rule->players },
                              { "meaning", rule->meaning },
                              { "fix", rule->fix },
                              { "fixable", isMendable (*rule) },
                              { "source", rule->source } });

    return list;
}

std::string rulesMarkdown()
{
    std::string text;

    for (const auto& group : allRules())
    {
        text += std::format (
            "{}### {}\n\n| rule | grade | players | what a listener sees | what to do | source |\n"
            "| --- | --- | --- | --- | --- | --- |\n",
            text.empty() ? "" : "\n",
            group.heading);

        for (const auto* rule : group.rules)
            text += std::format ("| `{}` | {} | {} | {} | {}{} | {} |\n",
                                 rule->id,
                                 nameOf (rule->grade),
                                 rule->players,
                                 rule->meaning,
                                 rule->fix,
                                 isMendable (*rule) ? " (`--fix`)" : "",
                                 rule->source);
    }

    return text;
}

std::vector<std::string> idsGone (const Findings& before, const Findings& now)
{
    auto gone = idsOf (before);
    const auto left = idsOf (now);
    std::erase_if (gone, [&] (const std::string& id) { return std::ranges::contains (left, id); });
    return gone;
}

Result<Mended> mend (const std::filesystem::path& path, const Findings& findings)
{
    if (std::ranges::none_of (findings, [] (const Finding& f) { return isMendable (*f.rule); }))
        return Mended { {}, findings };

    const auto file = readTaggedFile (path);

    if (! file)
        return std::unexpected (file.error());

    const auto plan = planWrite (path, file->outline, { .episodeTags = EpisodeTags::keep, .profile = {} });

    if (! plan)
        return std::unexpected (plan.error());

    const auto store = RestoreStore::ofUser();

    if (! plan->changesNothing)
        if (auto written = carryOut (*plan, path, {}, &store); ! written)
            return std::unexpected (written.error());

    return lintFile (path).transform (
        [&] (Findings&& left)
        {
            auto repaired = idsGone (findings, left);
            return Mended { std::move (repaired), std::move (left) };
        });
}

} // namespace earmark::cli
