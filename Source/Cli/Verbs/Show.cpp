// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Report.h"
#include "Cli/Verbs/Verbs.h"
#include "Formats/OutlineJson.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Tagging/TaggedFile.h"

#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string media;
    bool json = false;
};

Json listsJson (const std::vector<StoredList>& lists)
{
    auto json = Json::array();

    for (const auto& list : lists)
    {
        auto chapters = Json::array();

        for (const auto& chapter : list.chapters)
            chapters.push_back ({ { "start_ms", chapter.start.milliseconds (Rounding::nearest) },
                                  { "title", chapter.title } });

        json.push_back ({ { "form", list.form }, { "chapters", std::move (chapters) } });
    }

    return json;
}

int run (const Options& options, const Console& console)
{
    const auto file = readTaggedFile (pathFromUtf8 (options.media));
    const auto error = ! file ? std::optional (file.error())
                       : file->outline.chapters.empty()
                           ? std::optional (Error { Error::Kind::empty, "The file has no chapters.", {} })
                           : std::nullopt;

    if (error)
    {
        if (options.json)
            console.data (print ({ { "error", toJson (*error) } }));

        console.error (options.media, *error);
        return problem;
    }

    if (options.json)
    {
        auto json = toJson (file->outline);
        json["container"] = file->container->id;
        json["length_ms"] =
            file->length ? Json (file->length->milliseconds (Rounding::nearest)) : Json (nullptr);
        json["lists"] = listsJson (file->lists);
        json["notices"] = toJson (file->notices);
        console.data (print (json));
        return done;
    }

    std::string forms;

    for (const auto& list : file->lists)
        forms += (forms.empty() ? "" : " and ") + list.form;

    console.data (episodeLines (file->outline.episode)
                  + std::format ("{}, {}{} ({})\n",
                                 file->container->name,
                                 file->length ? formatTime (*file->length) + ", " : "",
                                 countOf (file->outline.chapters.size(), "chapter"),
                                 forms)
                  + chapterTable (file->outline, file->length));
    console.notices (options.media, file->notices);
    return done;
}

} // namespace

void addShow (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb =
        app.add_subcommand ("show", "List the chapters that an audio file holds, in each form it has them");
    verb->add_option ("MEDIA", options->media, "An audio file")->required();
    verb->add_flag ("--json", options->json, "Print JSON instead of a table");
    verb->footer ("Examples:\n"
                  "  earmark show episode.mp3\n"
                  "  earmark show book.m4b --json | jq '.lists[].form'");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
