// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostImports.h"

#include "Foundation/Text.h"
#include "Model/Placing.h"

#include <algorithm>

namespace earmark
{

std::span<const HostImport> hostImports()
{
    constexpr std::string_view byHand =
        "Copied as a list of times (Ctrl+C), they are at hand for setting them there.";
    static constexpr std::array rows {
        HostImport { "Ableton Live",
                     { "live", "ableton" },
                     "",
                     "",
                     { "Earmark knows no file from which Live takes markers.", byHand } },
        HostImport { "Adobe Audition",
                     { "audition", "" },
                     "audition",
                     "marker list",
                     { "Window \u25b8 Markers shows the Markers panel.",
                       "Import Markers, in the bar of that panel, takes the file." } },
        HostImport { "Ardour",
                     { "ardour", "" },
                     "ardour-lua",
                     "Lua script",
                     { "Window \u25b8 Scripting: open the file, or paste what it holds.",
                       "Run sets a mark for every chapter; Undo takes them back." },
                     true },
        HostImport { "Audacity",
                     { "audacity", "" },
                     "audacity",
                     "labels",
                     { "File \u25b8 Import takes the file.", "The labels come as a track of their own." } },
        HostImport { "Bitwig Studio",
                     { "bitwig", "" },
                     "dawproject",
                     "DAWproject",
                     { "File \u25b8 Open, from version 5.0.9 on: the file opens as a project.",
                       "Its markers are in the arranger; copy them into yours." } },
        HostImport { "Cubase, Nuendo",
                     { "cubase", "nuendo" },
                     "midi",
                     "MIDI file",
                     { "File \u25b8 Import \u25b8 MIDI File, with Import Markers in its options.",
                       "It counts at 60 beats a minute: the project needs that tempo." } },
        HostImport { "DaVinci Resolve",
                     { "resolve", "" },
                     "resolve-edl",
                     "EDL",
                     { "Right click on the timeline in the Media Pool \u25b8 Timelines \u25b8 Import \u25b8 "
                       "Timeline Markers from EDL.",
                       "It is for 25 frames a second, from 01:00:00:00 on." } },
        HostImport { "FL Studio",
                     { "fl studio", "" },
                     "",
                     "",
                     { "Earmark knows no file from which FL Studio takes markers.", byHand } },
        HostImport { "Logic Pro",
                     { "logic", "" },
                     "midi",
                     "MIDI file",
                     { "File \u25b8 Open takes the file, with names and places of its markers.",
                       "It counts at 60 beats a minute: the project needs that tempo." } },
        HostImport { "n-Track Studio",
                     { "n-track", "" },
                     "dawproject",
                     "DAWproject",
                     { "From version 10.2.2 on, the file opens as a project.",
                       "Its markers are on the timeline; copy them into yours." } },
        HostImport { "Pro Tools",
                     { "pro tools", "" },
                     "",
                     "",
                     { "Pro Tools takes markers from sessions and AAF files, which Earmark does not write.",
                       byHand } },
        HostImport { "REAPER",
                     { "reaper", "" },
                     "reaper-csv",
                     "marker list",
                     { "View \u25b8 Region/Marker Manager, with the ruler in seconds: a right click imports "
                       "the file.",
                       "Without a file: Earmark\u2019s VST3 sets the markers itself." } },
        HostImport { "Samplitude, Sequoia",
                     { "samplitude", "sequoia" },
                     "",
                     "",
                     { "Write the chapters into the WAV file (W), and load it.",
                       "Copy audio marker to VIP marker puts them on the timeline." } },
        HostImport { "Studio One",
                     { "studio one", "" },
                     "dawproject",
                     "DAWproject",
                     { "File \u25b8 Open, from version 6.5 on: the file opens as a song.",
                       "Its markers are on the marker track; copy them into yours." } },
        HostImport { "Another",
                     { "", "" },
                     "midi",
                     "MIDI file",
                     { "Most take markers from MIDI files: import it, with markers.",
                       "It counts at 60 beats a minute: the project needs that tempo." } },
    };
    return rows;
}

std::size_t hostImportFor (std::string_view name)
{
    const auto called = toLowerAscii (name);
    const auto rows = hostImports();
    const auto found = std::ranges::find_if (
        rows,
        [&] (const HostImport& row)
        {
            return std::ranges::any_of (
                row.words, [&] (std::string_view word) { return ! word.empty() && called.contains (word); });
        });
    return std::min (std::size_t (found - rows.begin()), rows.size() - 1);
}

Outline onHostTimeline (const Document& document)
{
    auto outline = placedOf (document.outline);
    for (auto& chapter : outline.chapters)
    {
        chapter.start = toHost (document, chapter.start);

        if (chapter.end)
            chapter.end = toHost (document, *chapter.end);
    }

    return outline;
}

} // namespace earmark
