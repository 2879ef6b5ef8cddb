// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Questions.h"

#include "Cli/SentenceOptions.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace earmark::cli
{

namespace
{

/** What writers are told, too (ChapterFormat.h). */
constexpr std::string_view writersAnswer = "fps";

/** Which is put for every table, since it may hold more than was taken. */
constexpr std::string_view offeredAnswer = "columns";

bool isAnswered (const Question& question, const Answers& answers)
{
    const auto given = answers.find (question.id);
    return given != answers.end() && isAnswerTo (question, given->second);
}

bool isToldOf (const Question& question, const Notices& notices)
{
    const auto option = std::format ("--set {}=", question.id);
    return std::ranges::any_of (
        notices,
        [&] (const Notice& notice)
        { return notice.grade == Notice::Grade::warning && withOption (notice.message).contains (option); });
}

std::string idsOf (const std::vector<Question>& questions)
{
    std::string ids;

    for (const auto& question : questions)
        ids += (ids.empty() ? "" : ", ") + question.id;

    return ids;
}

} // namespace

std::vector<Question> openQuestions (const OutlineReading& reading, const OutlineOptions& options)
{
    const auto answers = answersOf (options);
    return reading.questions
           | std::views::filter ([&] (const Question& q) { return ! isAnswered (q, answers); })
           | std::ranges::to<std::vector>();
}

Notices unaskedAnswers (const OutlineReading& reading, const OutlineOptions& options)
{
    Notices notices;

    for (const auto& [id, answer] : answersOf (options))
        if (id != writersAnswer && ! std::ranges::contains (reading.questions, id, &Question::id))
            notices.push_back (
                { Notice::Grade::warning,
                  std::format ("Nothing asked for --set {}={}{}.",
                               id,
                               answer,
                               reading.questions.empty() ? std::string()
                                                         : "; what is asked: " + idsOf (reading.questions)),
                  {} });

    return notices;
}

Notices answersTaken (const OutlineReading& reading, const OutlineOptions& options)
{
    Notices notices;

    for (const auto& question : openQuestions (reading, options))
        if (! question.defaultAnswer.empty() && question.id != offeredAnswer
            && ! isToldOf (question, reading.notices))
            notices.push_back ({ Notice::Grade::warning,
                                 std::format ("{} Taken: {} (--set {}=… says otherwise).",
                                              question.text,
                                              question.defaultAnswer,
                                              question.id),
                                 {} });

    notices.append_range (unaskedAnswers (reading, options));
    return notices;
}

Notices doubtsIn (const OutlineReading& reading, const OutlineOptions& options)
{
    Notices notices;

    for (const auto& notice : reading.notices)
        if (notice.grade == Notice::Grade::warning)
            notices.push_back (notice);

    notices.append_range (answersTaken (reading, options));
    return notices;
}

} // namespace earmark::cli
