// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Inputs.h"
#include "Cli/Report.h"
#include "Cli/Snapping.h"
#include "Cli/Verbs/Verbs.h"
#include "Cli/Writing.h"
#include "Foundation/Timestamp.h"
#include "Model/Edit.h"

#include <algorithm>
#include <format>
#include <functional>
#include <map>

namespace earmark::cli
{

namespace
{

struct Options
{
    WritingOptions writing;
    std::string outline, shift, fit;
    EpisodeTags episodeTags = EpisodeTags::fillEmpty;
    std::string profile;
    OutlineOptions reading;
    SnapTo snap = SnapTo::nothing;
};

Error badTime (std::string_view option, std::string_view text)
{
    return { Error::Kind::wrongUsage,
             std::format ("{} needs a time such as 1:30, 90 or -0.5, not '{}'.", option, text),
             {} };
}

/** "0=0:15,42:10=45:03" */
Result<std::vector<Pin>> parsePins (std::string_view text)
{
    std::vector<Pin> pins;

    while (! text.empty())
    {
        const auto pair = text.substr (0, text.find (','));
        const auto equals = pair.find ('=');
        const auto from = parseDuration (pair.substr (0, equals));
        const auto to =
            equals == std::string_view::npos ? std::nullopt : parseDuration (pair.substr (equals + 1));

        if (! from || ! to)
            return failure (Error::Kind::wrongUsage,
                            std::format ("--fit needs pairs such as 0=0:15,42:10=45:03, not '{}'.", pair));

        pins.push_back ({ Position (*from), Position (*to) });
        text.remove_prefix (std::min (text.size(), pair.size() + 1));
    }

    return pins;
}

/** The document after the edit; a warning tells how many chapters `moved` would put before the audio. */
Result<Document> edited (const Document& document,
                         const Edit& edit,
                         const std::function<Position (Position)>& moved,
                         Notices& notices)
{
    const auto early = std::size_t (std::ranges::count_if (
        document.outline.chapters, [&] (const Chapter& c) { return moved (c.start) < Position(); }));

    if (early > 0)
        notices.push_back ({ Notice::Grade::warning,
                             std::format ("{} would begin before the audio; {} at 0:00.",
                                          countOf (early, "chapter"),
                                          early == 1 ? "it begins" : "they begin"),
                             {} });

    return apply (document, edit);
}

/** The edits that the options ask for, applied as the window would. */
Result<Document> retimed (Document document, const Options& options, Notices& notices)
{
    if (! options.fit.empty())
    {
        auto pins = parsePins (options.fit);

        if (! pins)
            return std::unexpected (pins.error());

        const auto map = TimeMap::through (*pins);

        if (! map)
            return std::unexpected (map.error());

        auto after = edited (document, StretchChapters { std::move (*pins) }, *map, notices);

        if (! after)
            return after;

        document = std::move (*after);
    }

    if (! options.shift.empty())
    {
        const auto by = parseDuration (options.shift);

        if (! by)
            return std::unexpected (badTime ("--shift", options.shift));

        return edited (
            document,
            ShiftChapters { ShiftChapters::All {}, *by },
            [&] (Position p) { return p + *by; },
            notices);
    }

    return document;
}

int run (const Options& options, const Console& console)
{
    auto input = readOutline (options.outline, options.reading);

    const auto fail = [&] (std::string_view subject, const Error& error)
    {
        if (options.writing.json)
            console.data (print ({ { "error", toJson (error) } }));

        console.error (subject, error);
        return error.kind == Error::Kind::wrongUsage ? usage : problem;
    };

    if (! input)
        return fail (displayName (options.outline), input.error());

    auto& notices = input->reading.notices;
    const auto document = retimed (makeDocument (std::move (input->reading.outline)), options, notices);

    if (! document)
        return fail ({}, document.error());

    // What was merely recognised is for `import` to tell; what was guessed matters here too.
    for (const auto& notice : notices)
        if (notice.grade == Notice::Grade::warning)
            console.notice (displayName (options.outline), notice);

    const WriteOptions write { .episodeTags = options.episodeTags,
                               .profile = *findProfile (options.profile) };
    return writeFiles (
        options.writing,
        [&] (const std::filesystem::path& path) -> Result<WritePlan>
        {
            // Each file by its own sound: an MP3 and an M4A of one episode need not begin alike.
            auto snapped = snap (*document, path, options.snap);

            if (! snapped)
                return std::unexpected (snapped.error());

            return planWrite (path, snapped->document.outline, write)
                .transform (
                    [&] (WritePlan&& plan)
                    {
                        plan.edit.changes.append_range (snapped->moves);
                        plan.edit.notices.append_range (snapped->notices);
                        return std::move (plan);
                    });
        },
        console);
}

} // namespace

void addTag (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand ("tag", "Write an outline's chapters into audio files");
    options->writing.addTo (*verb);
    verb->add_option ("--outline",
                      options->outline,
                      "A text, a chapter file, or audio with chapters; - is standard input")
        ->required()
        ->type_name ("FILE");
    verb->add_option ("--shift", options->shift, "Move all chapters; positive is later (0:15, -2.5)")
        ->type_name ("TIME");
    verb->add_option ("--fit",
                      options->fit,
                      "Re-time the outline so that OLD times land on NEW ones, evenly in between")
        ->type_name ("OLD=NEW,...");

    const std::map<std::string, EpisodeTags> policies { { "fill", EpisodeTags::fillEmpty },
                                                        { "replace", EpisodeTags::replace },
                                                        { "keep", EpisodeTags::keep } };
    verb->add_option ("--episode-tags",
                      options->episodeTags,
                      "The file's own title and album: fill empty ones (default), replace, or keep")
        ->transform (CLI::CheckedTransformer (policies, CLI::ignore_case).description ({}))
        ->type_name ("fill|replace|keep");

    std::vector<std::string> ids;
    std::string promises = "Profiles:";

    for (const auto& profile : profiles())
    {
        ids.emplace_back (profile.id);
        promises += std::format ("\n  {:10} {}", profile.id, profile.promise);
    }

    options->profile = ids.front();
    verb->add_option ("--profile", options->profile, "Whom the file is written for (below); safe unless told")
        ->check (CLI::IsMember (ids).description ({}))
        ->type_name ("ID");

    addSnapOption (*verb, options->snap);
    options->reading.addTo (*verb);
    verb->footer (
        promises
        + "\n\nExamples:\n"
          "  earmark tag episode.mp3 episode.m4a --outline outline.txt\n"
          "  earmark tag episode.mp3 --outline outline.txt --dry-run\n"
          "  earmark tag episode.mp3 --outline outline.txt --shift 0:15       an intro of 15 seconds came in "
          "front\n"
          "  earmark tag episode.mp3 --outline outline.txt --snap onset       each chapter where its speech "
          "begins\n"
          "  earmark tag master.m4a --outline outline.txt -o tagged.m4a       the original stays as it is\n"
          "  earmark tag new.mp3 --outline old.mp3                            chapters of the previous "
          "export");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
