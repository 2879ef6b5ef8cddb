// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Describe.h"

#include "Cli/Report.h"
#include "Formats/ChapterFormat.h"
#include "Tagging/PlayerViews/PlayerView.h"
#include "Tagging/Profile.h"

#include <functional>
#include <ranges>

namespace earmark::cli
{

namespace
{

std::vector<std::string> formatsThat (bool (*can) (const ChapterFormat&))
{
    std::vector<std::string> ids;

    for (const auto* format : chapterFormats())
        if (can (*format))
            ids.emplace_back (format->id);

    return ids;
}

/** The words that an option takes: those that its type spells out, "keep|remove", or those of a table. */
std::vector<std::string> choicesOf (const CLI::Option& option)
{
    const auto name = option.get_name (false, false);

    if (name == "--format")
        return formatsThat ([] (const ChapterFormat& f) { return f.read != nullptr; });

    if (name == "--to")
        return formatsThat ([] (const ChapterFormat& f) { return f.write != nullptr; });

    std::vector<std::string> words;

    if (name == "--profile")
        for (const auto& profile : profiles())
            words.emplace_back (profile.id);
    else if (name == "--as")
    {
        words.emplace_back ("all");

        for (const auto* player : players())
            words.emplace_back (player->id);
    }
    else if (const auto type = option.get_type_name(); type.contains ('|'))
        for (const auto word : type | std::views::split ('|'))
            words.emplace_back (std::string_view (word));

    return words;
}

Json describe (const CLI::Option& option)
{
    return { { "short", option.get_snames() },
             { "long", option.get_lnames() },
             { "positional", option.get_positional() ? option.get_name (true, false) : std::string() },
             { "takes", option.get_items_expected_max() > 0 ? option.get_type_name() : std::string() },
             { "several", option.get_items_expected_max() > 1 },
             { "required", option.get_required() },
             { "choices", choicesOf (option) },
             { "help", option.get_description() } };
}

Json optionsOf (const CLI::App& app)
{
    auto options = Json::array();

    for (const auto* option :
         app.get_options ([] (const CLI::Option* o) { return ! o->get_group().empty(); }))
        options.push_back (describe (*option));

    return options;
}

} // namespace

std::string describe (const CLI::App& app)
{
    auto verbs = Json::array();

    for (const auto* verb : app.get_subcommands (std::function<bool (const CLI::App*)> {}))
        verbs.push_back ({ { "name", verb->get_name() },
                           { "help", verb->get_description() },
                           { "options", optionsOf (*verb) },
                           { "footer", verb->get_footer() } });

    return print ({ { "help", app.get_description() },
                    { "version", app.version() },
                    { "options", optionsOf (app) },
                    { "verbs", std::move (verbs) },
                    { "footer", app.get_footer() } });
}

} // namespace earmark::cli
