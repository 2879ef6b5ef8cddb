// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Report.h"

#include "Cli/Console.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::cli
{

namespace
{

void putPlace (Json& json, const Place& place)
{
    json["line"] = place.line ? Json (*place.line) : Json (nullptr);

    if (place.lastLine)
        json["last_line"] = *place.lastLine;

    if (place.byte)
        json["byte"] = *place.byte;

    if (! place.path.empty())
        json["path"] = place.path;
}

std::string_view nameOf (Error::Kind kind)
{
    constexpr std::array<std::string_view, 10> names { "not-found",   "unreadable", "not-writable",
                                                       "unsupported", "malformed",  "empty",
                                                       "too-large",   "conflict",   "mismatch",
                                                       "wrong-usage" };
    return names[std::size_t (kind)];
}

std::string extras (const Chapter& chapter)
{
    std::string text;

    const auto add = [&] (std::string_view what) { text += (text.empty() ? "" : ", ") + std::string (what); };

    if (! chapter.summary.empty())
        add ("summary");

    if (! chapter.points.empty())
        add (countOf (chapter.points.size(), "point"));

    if (chapter.link)
        add ("link");

    if (chapter.image)
        add ("picture");

    if (! chapter.inContents)
        add ("hidden");

    return text.empty() ? text : "  [" + text + "]";
}

} // namespace

std::string countOf (std::size_t n, std::string_view thing)
{
    return std::format ("{} {}{}", n, thing, n == 1 ? "" : "s");
}

Json toJson (const Notices& notices)
{
    auto list = Json::array();

    for (const auto& notice : notices)
    {
        Json json;
        putPlace (json, notice.where);
        json["grade"] = notice.grade == Notice::Grade::warning ? "warning" : "ignored";
        json["message"] = notice.message;
        list.push_back (std::move (json));
    }

    return list;
}

Json toJson (const std::vector<Question>& questions)
{
    auto list = Json::array();

    for (const auto& q : questions)
        list.push_back ({ { "id", q.id },
                          { "question", q.text },
                          { "default", q.defaultAnswer },
                          { "choices", q.choices } });

    return list;
}

Json toJson (const Error& error)
{
    Json json { { "kind", nameOf (error.kind) }, { "message", error.message } };
    putPlace (json, error.where);
    return json;
}

std::string print (const Json& json)
{
    return json.dump (2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string chapterTable (const Outline& outline, std::optional<Duration> lengthOfAudio)
{
    const auto& chapters = outline.chapters;
    const auto end = lengthOfAudio ? std::optional (Position (*lengthOfAudio)) : std::nullopt;
    std::vector<std::array<std::string, 3>> cells;
    std::array<std::size_t, 3> widths {};

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto length = rangeOf (outline, i, end).length();
        cells.push_back ({ std::to_string (i + 1),
                           formatTime (chapters[i].start),
                           length > Duration() ? formatTime (length) : "" });

        for (std::size_t c = 0; c < widths.size(); ++c)
            widths[c] = std::max (widths[c], cells.back()[c].size());
    }

    std::string table;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        table += std::format ("{:>{}}  {:>{}}  {:>{}}  {}{}\n",
                              cells[i][0],
                              widths[0],
                              cells[i][1],
                              widths[1],
                              cells[i][2],
                              widths[2],
                              Console::printable (chapters[i].title),
                              extras (chapters[i]));

    return table;
}

std::string episodeLines (const Episode& episode)
{
    std::string lines;

    for (const auto* text : { &episode.show, &episode.title })
        if (! text->empty())
            lines += Console::printable (*text) + '\n';

    return lines;
}

} // namespace earmark::cli
