// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Formats/Techniques/XmlReading.h"

#include <array>
#include <format>

// Ardour: the marks of a session file are read, and a Lua script that sets marks is written, since a session file belongs to Ardour
// alone. Positions are samples in older sessions; newer ones begin with "a" for 282240000ths of a second, or with "b" for ticks,
// 1920 to the beat (libs/temporal of Ardour's source).

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> sessionSuffixes { ".ardour" };
constexpr std::array<std::string_view, 1> luaSuffixes { ".lua" };

Confidence sniff (std::string_view text)
{
    return xmlRootName (text) == "Session" && text.contains ("<Locations") ? 97 : 0;
}

constexpr std::int64_t audioUnits = 282'240'000;

/** Marks and ranges; not the records of drop-outs, nor what launches clips, which are marks to Ardour as well. */
bool isChapter (std::string_view flags)
{
    const auto has = [&] (std::string_view flag) { return flags.contains (flag); };
    return (has ("IsMark") || has ("IsRangeMarker") || has ("IsCDMarker")) && ! has ("IsXrun")
           && ! has ("IsCueMarker");
}

struct SessionTime
{
    std::int64_t sampleRate = 48000;

    std::optional<Duration> operator() (std::string_view text) const
    {
        const bool superclock = text.starts_with ('a');

        if (text.starts_with ('b'))
            return {}; // beats, through a tempo map

        const auto units = parseInteger (superclock ? text.substr (1) : text);
        return units ? fromUnits (*units, superclock ? audioUnits : sampleRate) : std::nullopt;
    }
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    gathering.episode().title = std::string (attributeOf (xml->root(), "name"));
    const SessionTime timeOf { parseInteger (attributeOf (xml->root(), "sample-rate")).value_or (48000) };
    std::size_t others = 0;

    for (const auto node : childNamed (xml->root(), "Locations").children())
    {
        if (! isChapter (attributeOf (node, "flags")))
        {
            ++others;
            continue;
        }

        const auto start = timeOf (attributeOf (node, "start"));

        if (! start)
        {
            gathering.warn (
                std::format (
                    "'{}' is fixed to a beat, which the session's tempo map places; it was left out.",
                    attributeOf (node, "name")),
                xml->placeOf (node));
            continue;
        }

        Chapter chapter { .start = Position (*start), .title = std::string (attributeOf (node, "name")) };

        if (const auto end = timeOf (attributeOf (node, "end")))
            chapter.end = Position (*end);

        gathering.add (std::move (chapter), xml->placeOf (node));
    }

    gathering.ignoreMany (others,
                          "{} location that is no chapter, such as the session's range.",
                          "{} locations that are no chapters, such as the session's range.");

    return std::move (gathering).finish ("The session has no marks.");
}

/** A string of Lua, with every byte that might mean something escaped. */
std::string luaString (std::string_view text)
{
    std::string quoted = "\"";

    for (const char c : text)
        quoted += c == '"' || c == '\\' ? std::string ("\\") + c : std::string (1, c);

    return quoted + '"';
}

std::string write (const Outline& outline, const Answers&)
{
    std::string rows;

    for (const auto& chapter : outline.chapters)
        rows += std::format ("    {{ {}, {} }},\n",
                             formatSeconds (chapter.start.sinceStart(), 9),
                             luaString (oneLine (chapter.title)));

    // Ardour keeps of a script only what is inside its factory. A new mark is known by its new name: its place may be rounded to a beat's
    // 1920th, in sessions that count in beats.
    return "ardour {\n"
           "  [\"type\"] = \"EditorAction\",\n"
           "  name = \"Add chapters as marks\",\n"
           "  author = \"Earmark\",\n"
           "  description = [[Sets a mark at the beginning of every chapter.]]\n"
           "}\n\n"
           "function factory () return function ()\n"
           "  local chapters = { -- seconds, title\n"
           + rows
           + "  }\n\n"
             "  local function marks ()\n"
             "    local all, names = {}, {}\n"
             "    for location in Session:locations ():list ():iter () do\n"
             "      if location:is_mark () then\n"
             "        all[#all + 1] = location\n"
             "        names[location:name ()] = true\n"
             "      end\n"
             "    end\n"
             "    return all, names\n"
             "  end\n\n"
             "  for _, chapter in ipairs (chapters) do\n"
             "    local position = math.floor (chapter[1] * Session:nominal_sample_rate () + 0.5)\n"
             "    local _, before = marks ()\n"
             "    Editor:add_location_mark (Temporal.timepos_t (position), ARDOUR.LocationFlags.IsMark, "
             "0)\n\n"
             "    for _, location in ipairs (marks ()) do\n"
             "      if not before[location:name ()] then location:set_name (chapter[2]) end\n"
             "    end\n"
             "  end\n"
             "end end\n";
}

} // namespace

extern const ChapterFormat ardourFormat, ardourLuaFormat;

constexpr ChapterFormat ardourFormat {
    .id = "ardour",
    .name = "Ardour session marks",
    .suffixes = sessionSuffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .episodeTitle = true,
                      .stepsPerSecond = audioUnits },
    .sniff = sniff,
    .read = read,
};

constexpr ChapterFormat ardourLuaFormat {
    .id = "ardour-lua",
    .name = "Ardour Lua script",
    .suffixes = luaSuffixes,
    .capabilities = { .stepsPerSecond = 1'000'000'000 },
    .write = write,
};

} // namespace earmark
