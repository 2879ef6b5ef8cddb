// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Report.h"
#include "Cli/Verbs/Verbs.h"
#include "Tagging/Container.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    bool json = false;
    bool markdown = false;
};

std::string suffixesOf (std::span<const std::string_view> suffixes)
{
    std::string text;

    for (const auto suffix : suffixes)
        text += (text.empty() ? "" : " ") + std::string (suffix);

    return text;
}

std::string carriedBy (const Capabilities& can)
{
    std::string text = "title";

    if (can.holdsEverything())
        return "everything";

    if (can.content == Capabilities::Content::adBreaks)
        return "the times of ad breaks";

    for (const auto& [has, name] : { std::pair { can.ends != Capabilities::Ends::none, "end" },
                                     { can.summaries, "summary" },
                                     { can.points, "points" },
                                     { can.links, "link" },
                                     { can.images, "picture" },
                                     { can.hidden, "hidden" },
                                     { can.levels, "level" },
                                     { can.episodeTitle, "episode's title" },
                                     { can.show, "show" },
                                     { can.author, "author" },
                                     { can.description, "description" } })
        if (has)
            text += std::string (", ") + name;

    return text;
}

/** "1 ms", "1/75 s" */
std::string stepOf (const Capabilities& can)
{
    switch (can.stepsPerSecond)
    {
        case 1:
            return "1 s";
        case 1000:
            return "1 ms";
        case 1'000'000:
            return "1 µs";
        case 1'000'000'000:
            return "1 ns";
        default:
            return std::format ("1/{} s", can.stepsPerSecond);
    }
}

struct Row
{
    std::string id, name, use, suffixes, times, carries;
};

std::vector<Row> documentRows()
{
    std::vector<Row> rows;

    for (const auto* f : chapterFormats())
        rows.push_back ({ std::string (f->id),
                          std::string (f->name),
                          f->read == nullptr    ? "write"
                          : f->write == nullptr ? "read"
                                                : "read, write",
                          suffixesOf (f->suffixes),
                          stepOf (f->capabilities),
                          carriedBy (f->capabilities) });

    return rows;
}

std::vector<Row> containerRows()
{
    std::vector<Row> rows;

    for (const auto* c : containers())
        rows.push_back ({ std::string (c->id),
                          std::string (c->name),
                          "read, write",
                          suffixesOf (c->suffixes),
                          "1 ms",
                          std::string (c->carries) });

    return rows;
}

std::string table (const std::vector<Row>& rows, bool markdown)
{
    const Row header { "id", "name", "use", "suffixes", "times to", "carries" };
    const auto columns = { &Row::id, &Row::name, &Row::use, &Row::suffixes, &Row::times, &Row::carries };
    std::string text;

    const auto put = [&] (const Row& row)
    {
        for (const auto column : columns)
        {
            auto width = (header.*column).size();

            for (const auto& r : rows)
                width = std::max (width, (r.*column).size());

            text +=
                markdown ? std::format ("| {} ", row.*column) : std::format ("{:<{}}  ", row.*column, width);
        }

        if (markdown)
            text += '|';

        while (text.ends_with (' '))
            text.pop_back();

        text += '\n';
    };

    put (header);

    if (markdown)
        text += "| --- | --- | --- | --- | --- | --- |\n";

    for (const auto& row : rows)
        put (row);

    return text;
}

Json rowsJson (const std::vector<Row>& rows)
{
    auto json = Json::array();

    for (const auto& r : rows)
        json.push_back ({ { "id", r.id },
                          { "name", r.name },
                          { "use", r.use },
                          { "suffixes", r.suffixes },
                          { "times_to", r.times },
                          { "carries", r.carries } });

    return json;
}

int run (const Options& options, const Console& console)
{
    if (options.json)
    {
        console.data (
            print ({ { "documents", rowsJson (documentRows()) }, { "audio", rowsJson (containerRows()) } }));
        return done;
    }

    const auto* heading = options.markdown ? "## {}\n\n{}" : "{}\n{}";
    const auto section = [&] (std::string_view title, const std::vector<Row>& rows)
    {
        const auto body = table (rows, options.markdown);
        return std::vformat (heading, std::make_format_args (title, body));
    };

    console.data (section ("Chapter documents", documentRows()) + '\n'
                  + section ("Audio files", containerRows()));
    return done;
}

} // namespace

void addFormats (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "formats", "List the chapter documents and audio files that Earmark reads and writes");
    verb->add_flag ("--json", options->json, "Print JSON");
    verb->add_flag ("--markdown", options->markdown, "Print Markdown tables")->excludes ("--json");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
