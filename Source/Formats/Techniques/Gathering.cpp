// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"

#include "Formats/Techniques/Quoting.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>
#include <utility>

namespace earmark
{

namespace
{

constexpr auto longest = Duration::fromSeconds ((maxHours + 1) * 3600);

/** Such a warning says what could not be read, and others may only say that it was so. */
bool quotesTheDocument (const Notice& notice)
{
    const std::string_view message = notice.message;
    return notice.grade == Notice::Grade::warning && (message.starts_with ('\'') || message.contains (" '"));
}

} // namespace

void Gathering::add (Chapter chapter, Place where)
{
    if (! hasRoom())
        return;

    if (chapter.start.sinceStart() < Duration() || chapter.start.sinceStart() > longest)
    {
        warn (std::format ("'{}' begins at a time that no audio has ({}); it was left out.",
                           quotable (chapter.title),
                           formatTime (chapter.start)),
              std::move (where));
        return;
    }

    const auto end = std::exchange (chapter.end, {});

    if (size() > 0 && chapters().back().start == chapter.start && chapters().back().level == chapter.level)
        warn (std::format ("Two chapters begin at {}.", formatTime (chapter.start)), where);

    put (std::move (chapter));

    if (end)
        endAt (size() - 1, *end, std::move (where));
}

void Gathering::addWaiting (std::string title)
{
    if (hasRoom())
        put ({ .title = std::move (title) });
}

bool Gathering::hasRoom()
{
    overflow = overflow || size() == maxChapters;
    return ! overflow;
}

void Gathering::put (Chapter chapter)
{
    untitled += std::size_t (chapter.title.empty());
    chapters().push_back (std::move (chapter));
}

void Gathering::endAt (std::size_t chapter, Position end, Place where)
{
    auto& ended = chapters()[chapter];

    if (end < ended.start || end.sinceStart() > longest)
        warn ("The chapter's end is before its start; it was left out.", std::move (where));
    else if (end > ended.start)
        ended.end = end;
}

void Gathering::warn (std::string message, Place where)
{
    result.notices.push_back ({ Notice::Grade::warning, std::move (message), std::move (where) });
}

void Gathering::ignore (std::string message, Place where)
{
    result.notices.push_back ({ Notice::Grade::ignored, std::move (message), std::move (where) });
}

void Gathering::ignoreMany (std::size_t count, std::string_view one, std::string_view many)
{
    if (count > 0)
        ignore (std::vformat (count == 1 ? one : many, std::make_format_args (count)));
}

void Gathering::append (const Notices& notices)
{
    result.notices.insert (result.notices.end(), notices.begin(), notices.end());
}

std::string Gathering::ask (Question question)
{
    auto chosen = question.defaultAnswer;

    if (const auto answer = options.answers.find (question.id); answer != options.answers.end())
    {
        if (question.choices.empty() || std::ranges::contains (question.choices, answer->second))
            chosen = answer->second;
        else
            warn (std::format ("'{}' is no answer to '{}'; '{}' was taken.",
                               answer->second,
                               question.id,
                               question.defaultAnswer));
    }

    result.questions.push_back (std::move (question));
    return chosen;
}

std::size_t Gathering::choose (Question question, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
    {
        question.choices.push_back (std::to_string (i + 1));
        question.text += std::format (" {}: {}.", i + 1, names[i]);
    }

    const auto answer = ask (std::move (question));
    const auto number = parseInteger (answer).value_or (1);
    return std::size_t (number - 1);
}

Result<OutlineReading> Gathering::finish (std::string_view whenEmpty) &&
{
    if (overflow)
        return failure (Error::Kind::tooLarge, std::format ("It holds more than {} chapters.", maxChapters));

    if (chapters().empty())
    {
        const auto reason = std::ranges::find_if (result.notices, quotesTheDocument);
        return failure (Error::Kind::empty,
                        reason == result.notices.end() ? std::string (whenEmpty)
                                                       : std::format ("{} {}", whenEmpty, reason->message));
    }

    if (untitled > 0)
        warn (untitled == 1 ? "One chapter has no title."
                            : std::format ("{} chapters have no title.", untitled));

    return std::move (result);
}

void Gathering::addTo (OutlineReading& other) &&
{
    std::ranges::move (result.notices, std::back_inserter (other.notices));
    std::ranges::move (result.questions, std::back_inserter (other.questions));
}

} // namespace earmark
