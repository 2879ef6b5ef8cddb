// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Retiming.h"

#include "Cli/Inputs.h"
#include "Cli/Report.h"
#include "Formats/CutList.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Cuts.h"
#include "Model/EditList.h"

#include <algorithm>
#include <format>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

namespace earmark::cli
{

namespace
{

/** By which times that people write down may be off. */
constexpr auto rounding = Duration::fromMilliseconds (500);

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

/** After the edit; a warning tells how many chapters `moved` would put before the audio. */
Result<Retimed> edited (Retimed before, const Edit& edit, const std::function<Position (Position)>& moved)
{
    const auto early = std::size_t (std::ranges::count_if (
        before.document.outline.chapters, [&] (const Chapter& c) { return moved (c.start) < Position(); }));

    if (early > 0)
        before.notices.push_back ({ Notice::Grade::warning,
                                    std::format ("{} would begin before the audio; {} at 0:00.",
                                                 countOf (early, "chapter"),
                                                 early == 1 ? "it begins" : "they begin"),
                                    {} });

    return apply (before.document, edit)
        .transform (
            [&] (Document&& after)
            {
                return Retimed { std::move (after), std::move (before.changes), std::move (before.notices) };
            });
}

Result<Retimed> fitted (Retimed before, std::string_view text)
{
    auto pins = parsePins (text);

    if (! pins)
        return std::unexpected (pins.error());

    const auto map = TimeMap::through (*pins);
    return map ? edited (std::move (before), StretchChapters { std::move (*pins) }, *map)
               : std::unexpected (map.error());
}

/** What ended with the audio still does when a shift would put its end behind it. */
void endWithAudio (std::vector<Chapter>& chapters, Position endOfAudio, Duration by)
{
    for (auto& chapter : chapters)
        if (chapter.start < endOfAudio && chapter.end && *chapter.end > endOfAudio
            && *chapter.end <= endOfAudio + by + rounding)
            chapter.end = endOfAudio;
}

Result<Retimed> shifted (Retimed before, std::string_view text, std::optional<Position> endOfAudio)
{
    const auto by = parseDuration (text);

    if (! by)
        return std::unexpected (badTime ("--shift", text));

    auto after = edited (std::move (before),
                         ShiftChapters { ShiftChapters::All {}, *by },
                         [&] (Position p) { return p + *by; });

    if (after && endOfAudio)
        endWithAudio (after->document.outline.chapters, *endOfAudio, *by);

    return after;
}

/** Of a file that is not the one that the verb is about: "cuts.txt: line 3: …". */
std::string inFile (const std::string& path, const Place& where, const std::string& message)
{
    const auto place = describe (where);
    return place.empty() ? std::format ("{}: {}", path, message)
                         : std::format ("{}: {}: {}", path, place, message);
}

/** What cuts did to chapters, by their index in the outline as it was. */
struct CutEffects
{
    std::vector<std::size_t> gone, earlier, begunInside;
};

/** Removals lie apart, the last first. */
bool beginsInside (const std::vector<Edit>& removals, const Chapter& chapter)
{
    const auto startOf = [] (const Edit& edit) { return std::get<RemoveTime> (edit).range.start; };
    const auto from = std::ranges::upper_bound (removals, chapter.start, std::ranges::greater {}, startOf);
    return from != removals.end() && chapter.start < std::get<RemoveTime> (*from).range.end;
}

/** Chapters that began in a cut and of which the audio's end leaves nothing: only that tells that they lay in it whole. */
std::vector<ChapterId> cutOffAtEnd (const std::vector<Edit>& removals,
                                    const Outline& before,
                                    const Outline& after,
                                    Position endOfAudio)
{
    std::set<ChapterId> atEnd;

    for (const auto& chapter : after.chapters)
        if (! chapter.locked && chapter.start > endOfAudio - rounding && chapter.start < endOfAudio + rounding
            && (! chapter.end || *chapter.end < endOfAudio + rounding))
            atEnd.insert (chapter.id);

    const auto wasRemoved = [&] (Position start)
    {
        return std::ranges::any_of (
            removals, [&] (const Edit& edit) { return std::get<RemoveTime> (edit).range.contains (start); });
    };
    std::vector<ChapterId> gone;

    for (const auto& chapter : before.chapters)
        if (atEnd.contains (chapter.id) && wasRemoved (chapter.start))
            gone.push_back (chapter.id);

    return gone;
}

Result<Document>
withoutTimes (const Document& document, const std::vector<Edit>& removals, std::optional<Position> endOfAudio)
{
    auto after = applyAll (document, removals);

    if (! after || ! endOfAudio)
        return after;

    auto gone = cutOffAtEnd (removals, document.outline, after->outline, *endOfAudio);
    return gone.empty() ? std::move (after) : apply (*after, RemoveChapters { std::move (gone) });
}

CutEffects effectsOf (const std::vector<Edit>& removals, const Outline& before, const Outline& after)
{
    CutEffects effects;
    std::map<ChapterId, Position> startsNow;

    for (const auto& chapter : after.chapters)
        startsNow.emplace (chapter.id, chapter.start);

    for (std::size_t i = 0; i < before.chapters.size(); ++i)
    {
        const auto& chapter = before.chapters[i];
        const auto now = startsNow.find (chapter.id);

        if (now == startsNow.end())
            effects.gone.push_back (i);
        else if (beginsInside (removals, chapter))
            effects.begunInside.push_back (i);
        else if (now->second < chapter.start)
            effects.earlier.push_back (i);
    }

    return effects;
}

/** "3 cuts, 1:12.400 in all: chapters 4–12 begin earlier". What goes is told by a warning. */
std::string
sentenceAbout (const std::vector<Edit>& removals, std::size_t countOfCuts, const CutEffects& effects)
{
    auto length = Duration();

    for (const auto& removal : removals)
        length = length + std::get<RemoveTime> (removal).range.length();

    auto text = std::format (
        "{}, {}{}:", countOf (countOfCuts, "cut"), formatTime (length), countOfCuts == 1 ? "" : " in all");
    const auto add =
        [&] (const std::vector<std::size_t>& indices, std::string_view one, std::string_view many)
    {
        if (! indices.empty())
            text += std::format ("{} {} {} {}",
                                 text.ends_with (':') ? "" : ",",
                                 indices.size() == 1 ? "chapter" : "chapters",
                                 listOfNumbers (indices),
                                 indices.size() == 1 ? one : many);
    };
    add (effects.earlier, "begins earlier", "begin earlier");
    add (effects.begunInside, "began in a cut and begins at it", "began in a cut and begin at it");

    if (text.ends_with (':'))
        text += effects.gone.empty() ? " only ends move" : " no other chapter begins earlier";

    return text;
}

/** The document without what a list says that was removed, told as changes; a warning says which chapters went with it. */
Result<Retimed>
withoutCuts (const Document& document, const std::string& path, std::optional<Position> endOfAudio)
{
    const auto name = displayName (path);
    const auto list = readBytes (path).and_then (readCutList);

    if (! list)
        return failure (list.error().kind, inFile (name, list.error().where, list.error().message));

    const auto removals = removalsOf (list->cuts);
    auto after = withoutTimes (document, removals, endOfAudio);

    if (! after)
        return std::unexpected (after.error());

    const auto effects = effectsOf (removals, document.outline, after->outline);
    Retimed result { .document = std::move (*after), .changes = {}, .notices = {} };
    const auto warn = [&] (std::string message)
    { result.notices.push_back ({ Notice::Grade::warning, std::move (message), {} }); };

    if (effects.gone.size() == 1)
    {
        const auto& chapter = document.outline.chapters[effects.gone.front()];
        warn (std::format (
            "'{}' at {} lay in what was cut, and goes.", chapter.title, formatTime (chapter.start)));
    }
    else if (! effects.gone.empty())
        warn (std::format ("Chapters {} lay in what was cut, and go.", listOfNumbers (effects.gone)));

    for (const auto& notice : list->notices)
        result.notices.push_back ({ notice.grade, inFile (name, notice.where, notice.message), {} });

    if (result.document.outline == document.outline)
        warn (inFile (name, {}, "No chapter lies behind these cuts, so that nothing moves."));
    else
        result.changes.push_back (sentenceAbout (removals, list->cuts.size(), effects));

    return result;
}

} // namespace

void RetimingOptions::addTo (CLI::App& app)
{
    app.add_option ("--cuts",
                    cuts,
                    "What was removed from the audio since the outline was timed: a range in each line, or a "
                    "table; - is standard input")
        ->type_name ("FILE");
    app.add_option ("--shift", shift, "Move all chapters; positive is later (0:15, -2.5)")
        ->type_name ("TIME");
    app.add_option ("--fit", fit, "Re-time the outline so that OLD times land on NEW ones, evenly in between")
        ->type_name ("OLD=NEW,...");
}

Result<Retimed>
retimed (Document document, const RetimingOptions& options, std::optional<Position> endOfAudio)
{
    // Where the chapters move on, the cuts alone do not bring them to the end.
    const auto endBehindCuts =
        options.fit.empty() && options.shift.empty() ? endOfAudio : std::optional<Position>();
    auto result = options.cuts.empty() ? Result<Retimed> (Retimed { std::move (document), {}, {} })
                                       : withoutCuts (document, options.cuts, endBehindCuts);

    if (result && ! options.fit.empty())
        result = fitted (std::move (*result), options.fit);

    if (result && ! options.shift.empty())
        result = shifted (std::move (*result), options.shift, endOfAudio);

    return result;
}

} // namespace earmark::cli
