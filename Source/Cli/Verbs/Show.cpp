// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Choices.h"
#include "Cli/Report.h"
#include "Cli/Verbs/Verbs.h"
#include "Formats/OutlineJson.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Tagging/PlayerViews/PlayerView.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string media, player;
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

constexpr auto* everyPlayer = "all";

Json viewJson (const FileAsShown& shown)
{
    auto chapters = Json::array();
    const auto orNull = [] (const auto& value) { return value ? Json (*value) : Json (nullptr); };

    for (const auto& c : shown.view.chapters)
        chapters.push_back ({ { "start_ms", c.startMs },
                              { "title", orNull (c.title) },
                              { "url", orNull (c.link) },
                              { "picture", c.hasPicture },
                              { "listed", c.isListed } });

    return { { "player", shown.player->id },
             { "name", shown.player->name },
             { "basis", nameOf (shown.player->basis) },
             { "source", shown.player->from },
             { "known", shown.view.kind != PlayerView::Kind::unknown },
             { "remark", shown.view.remark },
             { "chapters", std::move (chapters) } };
}

std::string summaryOf (const PlayerView& view)
{
    return view.kind == PlayerView::Kind::unknown ? "not known"
           : view.chapters.empty()                ? "no chapters"
                                                  : countOf (view.chapters.size(), "chapter");
}

std::string viewText (const FileAsShown& shown, bool withChapters)
{
    const auto& chapters = shown.view.chapters;
    auto text = std::format ("{}: {} ({}: {})\n",
                             shown.player->name,
                             summaryOf (shown.view),
                             nameOf (shown.player->basis),
                             shown.player->from);

    if (! shown.view.remark.empty())
        text += "  " + shown.view.remark + '\n';

    for (std::size_t i = 0; withChapters && i < chapters.size(); ++i)
        text += std::format ("{:>3}  {:>11}  {}{}{}{}\n",
                             i + 1,
                             formatTime (Position::fromMilliseconds (chapters[i].startMs)),
                             chapters[i].title ? Console::printable (*chapters[i].title) : "(no title)",
                             chapters[i].link ? "  [link]" : "",
                             chapters[i].hasPicture ? "  [picture]" : "",
                             chapters[i].isListed ? "" : "  [not listed]");

    return text;
}

/** The file as a player, or every player, shows it. */
int showAs (const Options& options, const Console& console)
{
    const auto* one = findPlayer (options.player);
    const auto wanted =
        one != nullptr ? std::vector { one } : std::vector (players().begin(), players().end());
    const auto shown = viewsOf (pathFromUtf8 (options.media), wanted);

    if (! shown)
    {
        if (options.json)
            console.data (print ({ { "error", toJson (shown.error()) } }));

        console.error (options.media, shown.error());
        return problem;
    }

    if (options.json)
    {
        auto list = Json::array();
        std::ranges::transform (*shown, std::back_inserter (list), viewJson);
        console.data (print (one != nullptr ? list.front() : list));
    }
    else
        for (const auto& view : *shown)
            console.data (viewText (view, one != nullptr));

    return done;
}

int run (const Options& options, const Console& console)
{
    if (const auto named = checkAudioName (options.media); ! named)
    {
        console.error (displayName (options.media), named.error());
        return usage;
    }

    if (! options.player.empty())
        return showAs (options, console);

    const auto file = readTaggedFile (pathFromUtf8 (options.media));
    const auto error = ! file ? std::optional (file.error())
                       : file->outline.chapters.empty()
                           ? std::optional (Error { Error::Kind::empty, "The file has no chapters.", {} })
                           : std::nullopt;

    if (error)
    {
        const auto notices = file ? file->notices : Notices {};

        if (options.json)
            console.data (print ({ { "error", toJson (*error) }, { "notices", toJson (notices) } }));

        console.error (options.media, *error);
        console.notices (options.media, notices);
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

    std::vector<std::string> ids { everyPlayer };
    std::string known = "Players:";

    for (const auto* player : players())
    {
        ids.emplace_back (player->id);
        known += std::format ("\n  {:20} {}, {}", player->id, player->name, nameOf (player->basis));
    }

    verb->add_option (
            "--as", options->player, "The list that this player makes of the file (below), or all of them")
        ->transform (oneOf (ids))
        ->type_name ("PLAYER");
    verb->footer (known
                  + "\n\nExamples:\n"
                    "  earmark show episode.mp3\n"
                    "  earmark show episode.mp3 --as antennapod\n"
                    "  earmark show episode.mp3 --as all\n"
                    "  earmark show book.m4b --json | jq '.lists[].form'");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
