// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ChapterFindings.h"

#include "Language/Translation.h"

#include <algorithm>
#include <format>
#include <functional>
#include <span>

namespace earmark
{

namespace
{

using State = WriteTarget::State;

/** Containers round to milliseconds, or to the 75th part of a second, and put chapters that begin together a millisecond apart. */
constexpr auto nearEnough = Duration::fromMilliseconds (20);

bool isAt (const Chapter& chapter, Position start)
{
    return chapter.start <= start + nearEnough && start <= chapter.start + nearEnough;
}

/** What was found is about the chapters as they are to be written, or as they are in the file. */
bool tellsOfChapters (const WriteTarget& target)
{
    return target.document != nullptr && target.state != State::restoring && target.state != State::restored;
}

/** The chapter with those before and behind it, whose times many rules look at, too. */
std::span<const Chapter> around (const std::vector<Chapter>& chapters, std::size_t index)
{
    const auto first = index > 0 ? index - 1 : index;
    return std::span (chapters).subspan (first, std::min (index + 2, chapters.size()) - first);
}

bool isUnchanged (ChapterId id, const std::vector<Chapter>& before, const std::vector<Chapter>& now)
{
    const auto old = std::ranges::find (before, id, &Chapter::id);
    const auto found = std::ranges::find (now, id, &Chapter::id);
    return old != before.end() && found != now.end() && *old == *found
           && std::ranges::equal (around (before, std::size_t (old - before.begin())),
                                  around (now, std::size_t (found - now.begin())),
                                  {},
                                  &Chapter::start,
                                  &Chapter::start);
}

std::string sentence (std::string_view text)
{
    std::string whole (text);

    if (! whole.empty() && whole.front() >= 'a' && whole.front() <= 'z')
        whole.front() = char (whole.front() - 'a' + 'A');
    else if (whole.starts_with ("\u00e4") || whole.starts_with ("\u00f6") || whole.starts_with ("\u00fc"))
        whole[1] = char (whole[1] - 'a' + 'A');

    return whole + '.';
}

} // namespace

void identify (Findings& findings, const Outline& madeOf)
{
    std::vector<const Chapter*> written;

    for (const auto& chapter : madeOf.chapters)
        if (chapter.kind != Chapter::Kind::note)
            written.push_back (&chapter);

    for (auto& finding : findings)
        for (auto& concerned : finding.chapters)
        {
            // By its number first, which tells those apart that begin together; a file may have one more in front.
            const auto isThere = [&] (const Chapter* chapter) { return isAt (*chapter, concerned.start); };
            const auto hasPlace = concerned.index < written.size() && isThere (written[concerned.index]);
            const auto found = hasPlace ? written.begin() + std::ptrdiff_t (concerned.index)
                                        : std::ranges::find_if (written, isThere);
            concerned.id = found != written.end() ? (*found)->id : ChapterId::none;
        }
}

std::vector<ChapterId> chaptersBehind (const Outline& outline, std::optional<Position> end)
{
    std::vector<ChapterId> behind;
    auto last = ChapterId::none;

    for (const auto& chapter : outline.chapters)
    {
        if (chapter.kind == Chapter::Kind::note)
            continue;

        last = chapter.id;

        // As containers compare them.
        if (end && chapter.start.milliseconds (Rounding::down) >= end->milliseconds (Rounding::down))
            behind.push_back (chapter.id);
    }

    if (behind.empty() && last != ChapterId::none)
        behind.push_back (last);

    return behind;
}

std::vector<const LintRule*> rulesBrokenBy (ChapterId id, const WritePanel& panel, const Document& now)
{
    std::vector<const LintRule*> rules;

    for (const auto& target : panel.targets)
        if (tellsOfChapters (target))
            for (const auto& [rule, message, chapters, of] : target.findings())
                if ((rule->grade != LintRule::Grade::advice || panel.showsAdvice)
                    && std::ranges::contains (chapters, id, &ChapterConcerned::id)
                    && ! std::ranges::contains (rules, rule)
                    && isUnchanged (id, target.document->outline.chapters, now.outline.chapters))
                    rules.push_back (rule);

    std::ranges::stable_sort (rules, std::ranges::greater {}, &LintRule::grade);
    return rules;
}

std::string explanationOf (const LintRule& rule)
{
    return std::format (
        "{}: {}. {}", trMade (rule.players), trMade (rule.meaning), sentence (trMade (rule.fix)));
}

std::string explanationOf (const std::vector<const LintRule*>& rules)
{
    std::string lines;

    for (const auto* rule : rules)
        lines += (lines.empty() ? "" : "\n") + explanationOf (*rule);

    return lines;
}

} // namespace earmark
