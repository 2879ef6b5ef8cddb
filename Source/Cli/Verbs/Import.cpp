// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Inputs.h"
#include "Cli/Questions.h"
#include "Cli/Report.h"
#include "Cli/Verbs/Verbs.h"
#include "Formats/OutlineJson.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string outline;
    OutlineOptions reading;
    bool json = false;
};

int run (const Options& options, const Console& console)
{
    auto input = readOutline (options.outline, options.reading);

    if (! input)
    {
        if (options.json)
            console.data (print ({ { "error", toJson (input.error()) } }));

        console.error (displayName (options.outline), input.error());
        return exitOf (input.error());
    }

    const auto& outline = input->reading.outline;
    input->reading.notices.append_range (unaskedAnswers (input->reading, options.reading));

    if (options.json)
    {
        auto json = toJson (outline);
        json["notices"] = toJson (input->reading.notices);
        json["questions"] = toJson (input->reading.questions);
        json["format"] = input->format;
        json["encoding"] = input->encoding;
        json["alternatives"] = input->alternatives;
        console.data (print (json));
        return done;
    }

    auto text = episodeLines (outline.episode);
    text += std::format ("{}, {}{}\n",
                         input->format,
                         input->encoding.empty() ? "" : input->encoding + ", ",
                         countOf (outline.chapters.size(), "chapter"));
    console.data (text + chapterTable (outline, {}));
    console.notices (displayName (options.outline), input->reading.notices);

    const auto open = openQuestions (input->reading, options.reading);
    auto answers = answersOf (options.reading);

    for (const auto& q : input->reading.questions)
    {
        if (! std::ranges::contains (open, q))
        {
            console.message (std::format ("answered: {} (--set {}={})", q.text, q.id, answers[q.id]));
            continue;
        }

        const auto perhaps = q.choices.empty() ? "" : "; perhaps " + q.choices.front();
        console.message (std::format ("question: {} (--set {}=…{})",
                                      q.text,
                                      q.id,
                                      q.defaultAnswer.empty() ? perhaps : "; taken: " + q.defaultAnswer));
    }

    return done;
}

} // namespace

void addImport (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "import", "Show what Earmark understands of an outline, and what it does with every line");
    verb->add_option ("OUTLINE",
                      options->outline,
                      "A text, a chapter file, or audio with chapters; - is standard input")
        ->required();
    options->reading.addTo (*verb);
    verb->add_flag ("--json", options->json, "Print JSON instead of a table");
    verb->footer ("Examples:\n"
                  "  earmark import outline.txt\n"
                  "  pbpaste | earmark import -\n"
                  "  earmark import notes.md --json | jq '.chapters[].title'");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
