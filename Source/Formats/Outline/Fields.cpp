// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Fields.h"

#include "Formats/Outline/Separators.h"
#include "Formats/Outline/TitleLinks.h"
#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace earmark::outline
{

namespace
{

using Names = std::span<const std::string_view>;

// All in lower case, without the colon.

constexpr std::string_view startNames[] { "start",
                                          "start time",
                                          "starts",
                                          "starts at",
                                          "start timestamp",
                                          "timestamp start",
                                          "begin",
                                          "begin time",
                                          "time",
                                          "timestamp",
                                          "time in",
                                          "startzeit",
                                          "beginn",
                                          "anfang",
                                          "zeit",
                                          "zeitstempel",
                                          "début",
                                          "debut",
                                          "heure de début",
                                          "temps de début",
                                          "inicio",
                                          "hora de inicio",
                                          "tiempo de inicio",
                                          "comienzo",
                                          "início",
                                          "hora de início",
                                          "tempo de início",
                                          "inizio",
                                          "ora di inizio",
                                          "tempo di inizio",
                                          "begintijd",
                                          "starttijd",
                                          "starttid",
                                          "czas rozpoczęcia",
                                          "начало",
                                          "время начала" };

constexpr std::string_view endNames[] { "end",
                                        "end time",
                                        "ends",
                                        "ends at",
                                        "end timestamp",
                                        "timestamp end",
                                        "stop",
                                        "finish",
                                        "time out",
                                        "ende",
                                        "endzeit",
                                        "schluss",
                                        "bis",
                                        "fin",
                                        "heure de fin",
                                        "temps de fin",
                                        "final",
                                        "hora de fin",
                                        "tiempo de fin",
                                        "hora final",
                                        "tiempo final",
                                        "fim",
                                        "hora de fim",
                                        "tempo de fim",
                                        "tempo final",
                                        "fine",
                                        "ora di fine",
                                        "tempo di fine",
                                        "einde",
                                        "eindtijd",
                                        "sluttid",
                                        "slutt",
                                        "slut",
                                        "koniec",
                                        "czas zakończenia",
                                        "конец",
                                        "время окончания" };

constexpr std::string_view titleNames[] { "title",  "chapter title", "chapter name", "name",     "chapter",
                                          "titel",  "kapiteltitel",  "titre",        "nom",      "título",
                                          "titulo", "nombre",        "nome",         "titolo",   "tittel",
                                          "rubrik", "tytuł",         "название",     "заголовок" };

constexpr std::string_view summaryNames[] {
    "summary",     "description", "overview",       "details",  "beschreibung", "zusammenfassung",
    "inhalt",      "résumé",      "resume",         "resumen",  "descripción",  "resumo",
    "descrição",   "riassunto",   "descrizione",    "sommario", "samenvatting", "beschrijving",
    "beskrivning", "beskrivelse", "sammanfattning", "opis",     "podsumowanie", "описание"
};

constexpr std::size_t longestName = 40; // bytes, with the signs around it

/** Whether the text, without the signs around it, is one of the names: "**End Time:** ", "🕒 Start ". */
bool isName (std::string_view text, Names names)
{
    if (text.size() > longestName)
        return false;

    while (! text.empty() && ! isWordCharacter (codePointAt (text, 0).value))
        text.remove_prefix (codePointAt (text, 0).size);

    while (! text.empty() && ! isWordCharacter (codePointBefore (text, text.size()).value))
        text.remove_suffix (codePointBefore (text, text.size()).size);

    return std::ranges::contains (names, std::string_view (toLowerLetters (text)));
}

/** What the field holds; empty where the text is no such field. */
std::string_view valueOf (std::string_view text, Names names)
{
    const auto colon = text.substr (0, longestName).find (':');
    return colon != std::string_view::npos && isName (text.substr (0, colon), names)
               ? trim (text.substr (colon + 1))
               : std::string_view {};
}

/** As YAML quotes some of its values. */
std::string_view withoutQuotes (std::string_view value)
{
    const bool isQuoted = value.size() > 2 && (value.front() == '"' || value.front() == '\'')
                          && std::ranges::count (value, value.front()) == 2 && value.back() == value.front();
    return isQuoted ? value.substr (1, value.size() - 2) : value;
}

//======================================================================================================
// Times

/** Whether the text holds one of the names, the time and nothing else. */
bool isFieldOf (std::string_view text, const std::vector<Timestamp>& times, Names names)
{
    return times.size() == 1 && isName (text.substr (0, times.front().begin), names)
           && ! hasWord (text.substr (times.front().end));
}

/** "Start Time: 0:00", also with the end, "Start: 0:00 | End: 4:10". */
std::optional<ChapterLine> readStart (const Candidate& candidate)
{
    const std::string_view text = candidate.line.content;
    const auto& times = candidate.times;

    if (times.empty() || times.size() > 2 || ! isName (text.substr (0, times.front().begin), startNames)
        || hasWord (text.substr (times.back().end)))
        return {};

    ChapterLine chapter { .place = TimePlace::alone, .start = times.front() };

    if (times.size() == 2)
    {
        const auto between = text.substr (times[0].end, times[1].begin - times[0].end);

        if (hasWord (between) && ! isName (between, endNames))
            return {};

        if (times[1].value > times[0].value)
            chapter.end = times[1];
        else
            chapter.endNotLater = true;
    }

    takeUrls (chapter, candidate.line);
    return chapter;
}

/** Whether the line is read so already, with more of what may stand behind the time. */
bool standsAlone (const Candidate& candidate)
{
    return candidate.first && candidate.first->place == TimePlace::alone && candidate.first->title.empty();
}

std::optional<Position> endIn (std::string_view text, const Chapter& chapter)
{
    if (text.size() > 2 * longestName)
        return {};

    const auto times = findTimestamps (text);
    const bool isEnd =
        isFieldOf (text, times, endNames) && Position (times.front().value) > chapter.start && ! chapter.end;
    return isEnd ? std::optional (Position (times.front().value)) : std::nullopt;
}

//======================================================================================================
// The text of a chapter

std::vector<std::string_view> linesOf (const Chapter& chapter)
{
    auto lines = chapter.summary.empty() ? std::vector<std::string_view> {} : splitLines (chapter.summary);
    lines.insert (lines.end(), chapter.points.begin(), chapter.points.end());
    return lines;
}

/** The line that holds the chapter's end, counted through its summary and its points. */
std::optional<std::size_t> lineOfEnd (const Chapter& chapter)
{
    const auto lines = linesOf (chapter);
    const auto found =
        std::ranges::find_if (lines, [&] (auto line) { return endIn (line, chapter).has_value(); });
    return found == lines.end() ? std::nullopt : std::optional (std::size_t (found - lines.begin()));
}

void takeEnd (Chapter& chapter, std::size_t line)
{
    const auto lines = linesOf (chapter);
    chapter.end = endIn (lines[line], chapter);
    const auto inSummary = lines.size() - chapter.points.size();

    if (line >= inSummary)
    {
        chapter.points.erase (chapter.points.begin() + std::ptrdiff_t (line - inSummary));
        return;
    }

    std::string summary;

    for (std::size_t i = 0; i < inSummary; ++i)
        if (i != line)
            summary.append (summary.empty() ? "" : "\n").append (lines[i]);

    chapter.summary = std::move (summary);
}

void takeEnds (std::vector<Chapter>& chapters)
{
    std::vector<std::pair<Chapter*, std::size_t>> found;

    for (auto& chapter : chapters)
        if (const auto line = lineOfEnd (chapter))
            found.emplace_back (&chapter, *line);

    if (found.size() * 2 > chapters.size())
        for (const auto& [chapter, line] : found)
            takeEnd (*chapter, line);
}

void takeTitles (std::vector<Chapter>& chapters)
{
    if (std::ranges::all_of (chapters,
                             [] (const Chapter& c) { return ! valueOf (c.title, titleNames).empty(); }))
        for (auto& chapter : chapters)
            chapter.title = std::string (withoutQuotes (valueOf (chapter.title, titleNames)));
}

/** The summary where it is a field, else the first point that is one in place of a summary; null where there is none. */
const std::string* summaryField (const Chapter& chapter)
{
    const auto isField = [] (const std::string& text) { return ! valueOf (text, summaryNames).empty(); };

    if (! chapter.summary.empty())
        return isField (chapter.summary) ? &chapter.summary : nullptr;

    const auto point = std::ranges::find_if (chapter.points, isField);
    return point == chapter.points.end() ? nullptr : &*point;
}

void takeSummaries (std::vector<Chapter>& chapters)
{
    if (! std::ranges::all_of (chapters, [] (const Chapter& c) { return summaryField (c) != nullptr; }))
        return;

    for (auto& chapter : chapters)
    {
        const auto* field = summaryField (chapter);
        auto value = std::string (withoutQuotes (valueOf (*field, summaryNames)));

        if (field != &chapter.summary)
            chapter.points.erase (chapter.points.begin() + (field - chapter.points.data()));

        chapter.summary = std::move (value);
    }
}

} // namespace

void readForms (std::vector<Candidate>& candidates)
{
    constexpr std::size_t fewest = 2;
    std::vector<std::pair<Candidate*, ChapterLine>> starts;
    std::vector<Candidate*> ends;
    std::size_t others = 0;

    for (auto& candidate : candidates)
    {
        if (! candidate.first && ! candidate.last)
            continue;

        if (auto start = readStart (candidate))
            starts.emplace_back (&candidate, std::move (*start));
        else if (isFieldOf (candidate.line.content, candidate.times, endNames))
            ends.push_back (&candidate);
        else
            ++others;
    }

    if (starts.size() < fewest || others >= starts.size())
        return;

    for (auto& [candidate, start] : starts)
    {
        if (! standsAlone (*candidate))
            candidate->first = std::make_unique<ChapterLine> (std::move (start));

        candidate->last.reset();
    }

    for (auto* candidate : ends)
    {
        candidate->first.reset();
        candidate->last.reset();
    }
}

bool isEndField (const Candidate& candidate)
{
    return ! candidate.first && ! candidate.last
           && isFieldOf (candidate.line.content, candidate.times, endNames);
}

bool isTitleField (const Line& line)
{
    return ! valueOf (line.content, titleNames).empty();
}

bool isSummaryField (const Line& line)
{
    return ! valueOf (line.content, summaryNames).empty();
}

void takeFields (std::vector<Chapter>& chapters)
{
    if (chapters.size() < 2)
        return;

    takeTitles (chapters);
    takeEnds (chapters);
    takeSummaries (chapters);
}

} // namespace earmark::outline
