// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Markers on a host's own timeline
    { "Markers for a DAW", "Marken für eine DAW" },
    { "Set the markers", "Marken setzen" },
    { "Take over…", "Übernehmen …" },
    { "As regions", "Als Regionen" },
    { "Ardour takes them by OSC", "Ardour nimmt sie per OSC an" },
    { "{}’s own timeline", "Die Zeitleiste von {}" },
    { "On the timeline itself", "Auf der Zeitleiste selbst" },
    { "Ardour takes markers by OSC from programs on this machine, once OSC is turned on in its Preferences, Control Surfaces. Or it gets a file.", "Ardour nimmt Marken per OSC von Programmen auf diesem Rechner an, wenn OSC in seinen Preferences unter Control Surfaces eingeschaltet ist. Oder es bekommt eine Datei." },
    { "This host keeps its timeline to itself: no plug-in may set markers there. It gets a file.", "Dieser Host behält seine Zeitleiste für sich: Kein Plug-in darf dort Marken setzen. Er bekommt eine Datei." },
    { "In REAPER the plug-in (VST3) sets the markers itself, and takes them over. All others get a file.", "In REAPER setzt das Plug-in (VST3) die Marken selbst und übernimmt sie auch. Alle anderen bekommen eine Datei." },
    { "The chapters would change like this:", "Die Kapitel würden sich so ändern:" },
    { "Set once, the markers move along when they are set again. Others on the timeline stay as they are.", "Einmal gesetzte Marken wandern mit, wenn sie wieder gesetzt werden. Andere auf der Zeitleiste bleiben, wie sie sind." },
    { "{} region", "{} Region" },
    { "{} regions", "{} Regionen" },
    { "{} marker", "{} Marke" },
    { "{} markers", "{} Marken" },
    { "{} new", "{} neu" },
    { "{} changed", "{} geändert" },
    { "{} removed", "{} entfernt" },
    { "{} has these {} already.", "{} hat diese {} schon." },
    { "{} took {} of {}.", "{} hat {} von {} übernommen." },
    { "{} in {}: {}.", "{} in {}: {}." },
    { "{} marker before the episode’s start is left out.", "{} Marke vor dem Beginn der Folge ist ausgelassen." },
    { "{} markers before the episode’s start are left out.", "{} Marken vor dem Beginn der Folge sind ausgelassen." },
    { "{} marker that is an order to {} is left out: {}.", "{} Marke ist ausgelassen, da sie eine Anweisung an {} ist: {}." },
    { "{} markers that are orders to {} are left out: {}.", "{} Marken sind ausgelassen, da sie Anweisungen an {} sind: {}." },
    { "{} marker that is there for Ultraschall itself is left out: {}.", "{} Marke ist ausgelassen, da sie nur für Ultraschall selbst da ist: {}." },
    { "{} markers that are there for Ultraschall itself are left out: {}.", "{} Marken sind ausgelassen, da sie nur für Ultraschall selbst da sind: {}." },
    { "{} chapter has no marker in {} any more; it stays.", "{} Kapitel hat in {} keine Marke mehr; es bleibt." },
    { "{} chapters have no marker in {} any more; they stay.", "{} Kapitel haben in {} keine Marke mehr; sie bleiben." },
    { "{} title waits for its place and gets no marker yet.", "{} Titel wartet auf seinen Platz und bekommt noch keine Marke." },
    { "{} titles wait for their place and get no marker yet.", "{} Titel warten auf ihren Platz und bekommen noch keine Marken." },
    { "{}’s markers are those of the chapters.", "Die Marken von {} sind die der Kapitel." },
    { "Marker {}", "Marke {}" },

    // What a host does not let a plug-in do
    { "This REAPER does not show its markers to plug-ins.", "Dieses REAPER zeigt Plug-ins seine Marken nicht." },
    { "This REAPER does not let plug-ins set markers that can be undone in one step.", "Dieses REAPER lässt Plug-ins keine Marken setzen, die sich in einem Schritt zurücknehmen lassen." },
    { "This REAPER does not let plug-ins move its cursor.", "Dieses REAPER lässt Plug-ins seinen Cursor nicht bewegen." },
    { "This REAPER does not let plug-ins play it.", "In diesem REAPER können Plug-ins die Wiedergabe nicht starten." },
    { "REAPER does not say which project this Earmark is in.", "REAPER sagt nicht, in welchem Projekt dieses Earmark ist." },
    { "Ardour does not tell where its markers are: what is moved or removed there is not noticed here. Its playhead goes from one to the next.", "Ardour sagt nicht, wo seine Marken sind: Was dort verschoben oder entfernt wird, fällt hier nicht auf. Seine Abspielposition springt von einer zur nächsten." },
    { "Ardour’s markers are being set, which needs its playhead.", "Ardours Marken werden gerade gesetzt; dazu wird seine Abspielposition gebraucht." },
    { "Nothing can be sent to Ardour.", "An Ardour lässt sich nichts senden." },
    { "Ardour plays; its markers can be set when it has stopped.", "Ardour spielt; seine Marken lassen sich setzen, wenn es angehalten hat." },
    { "By OSC, Ardour is not put to a place so far out on its timeline.", "Per OSC lässt sich Ardour nicht so weit hinten auf seine Zeitleiste stellen." },
    { "The LV2 is not told whether Ardour records: while it plays, nothing here stops or moves it. In the VST3 that is so while it records.", "Das LV2 erfährt nicht, ob Ardour aufnimmt: Solange Ardour spielt, wird es von hier aus weder angehalten noch bewegt. Im VST3 gilt das nur, solange es aufnimmt." },
    { "Ardour records; its markers can be set when it has stopped.", "Ardour nimmt auf; seine Marken lassen sich setzen, wenn es angehalten hat." },
    { "Ardour’s playhead does not move: turn OSC on in its Preferences ▸ Control Surfaces, and leave the plug-in switched on in its track.", "Die Abspielposition von Ardour bewegt sich nicht: OSC in seinen Preferences ▸ Control Surfaces einschalten und das Plug-in in seiner Spur eingeschaltet lassen." },

    // A file for a DAW. The names of menus stay those of the English editions, in which docs/hosts.md has them.
    { "DAW", "DAW" },
    { "A file for", "Eine Datei für" },
    { "Save the file…", "Speichern …" },
    { "The file, to drag into the DAW", "Die Datei, zum Ziehen in die DAW" },
    { "Drag this into the DAW", "Diese Datei in die DAW ziehen" },
    { "{1} with {0} marker", "{1} mit {0} Marke" },
    { "{1} with {0} markers", "{1} mit {0} Marken" },
    { "No file goes there", "Dorthin geht keine Datei" },
    { "There are no chapters yet", "Es gibt noch keine Kapitel" },
    { "Another", "Eine andere" },
    { "marker list", "Markenliste" },
    { "Lua script", "Lua-Skript" },
    { "labels", "Textmarken" },
    { "MIDI file", "MIDI-Datei" },
    { "Copied as a list of times (Ctrl+C), they are at hand for setting them there.", "Als Liste von Zeiten kopiert (Strg+C), sind sie zur Hand, um sie dort zu setzen." },
    { "Earmark knows no file from which Live takes markers.", "Earmark kennt keine Datei, aus der Live Marken nimmt." },
    { "Window ▸ Markers shows the Markers panel.", "Window ▸ Markers zeigt das Feld mit den Markern." },
    { "Import Markers, in the bar of that panel, takes the file.", "Import Markers, in der Leiste dieses Felds, nimmt die Datei." },
    { "Window ▸ Scripting: open the file, or paste what it holds.", "Window ▸ Scripting: die Datei öffnen oder einfügen, was darin steht." },
    { "Run sets a mark for every chapter; Undo takes them back.", "Run setzt für jedes Kapitel eine Marke; Undo nimmt sie zurück." },
    { "File ▸ Import takes the file.", "File ▸ Import nimmt die Datei." },
    { "The labels come as a track of their own.", "Die Textmarken kommen als eigene Spur." },
    { "File ▸ Open, from version 5.0.9 on: the file opens as a project.", "File ▸ Open, ab Version 5.0.9: Die Datei öffnet sich als Projekt." },
    { "Its markers are in the arranger; copy them into yours.", "Die Marken sind im Arranger; ins eigene Projekt kopieren." },
    { "File ▸ Import ▸ MIDI File, with Import Markers in its options.", "File ▸ Import ▸ MIDI File, mit Import Markers in den Optionen." },
    { "It counts at 60 beats a minute: the project needs that tempo.", "Die Datei zählt mit 60 Schlägen pro Minute: Das Projekt braucht dieses Tempo." },
    { "Right click on the timeline in the Media Pool ▸ Timelines ▸ Import ▸ Timeline Markers from EDL.", "Rechtsklick auf die Timeline im Media Pool ▸ Timelines ▸ Import ▸ Timeline Markers from EDL." },
    { "It is for 25 frames a second, from 01:00:00:00 on.", "Sie gilt für 25 Frames pro Sekunde, ab 01:00:00:00." },
    { "Earmark knows no file from which FL Studio takes markers.", "Earmark kennt keine Datei, aus der FL Studio Marken nimmt." },
    { "File ▸ Open takes the file, with names and places of its markers.", "File ▸ Open nimmt die Datei, mit Namen und Orten ihrer Marken." },
    { "From version 10.2.2 on, the file opens as a project.", "Ab Version 10.2.2 öffnet sich die Datei als Projekt." },
    { "Its markers are on the timeline; copy them into yours.", "Die Marken sind auf der Zeitleiste; in die eigene kopieren." },
    { "Pro Tools takes markers from sessions and AAF files, which Earmark does not write.", "Pro Tools nimmt Marken aus Sessions und AAF-Dateien, die Earmark nicht schreibt." },
    { "View ▸ Region/Marker Manager, with the ruler in seconds: a right click imports the file.", "View ▸ Region/Marker Manager, mit dem Lineal in Sekunden: Ein Rechtsklick importiert die Datei." },
    { "Without a file: Earmark’s VST3 sets the markers itself.", "Ohne Datei: Das VST3 von Earmark setzt die Marken selbst." },
    { "Write the chapters into the WAV file (W), and load it.", "Die Kapitel in die WAV-Datei schreiben (W) und sie laden." },
    { "Copy audio marker to VIP marker puts them on the timeline.", "Copy audio marker to VIP marker setzt sie auf die Zeitleiste." },
    { "File ▸ Open, from version 6.5 on: the file opens as a song.", "File ▸ Open, ab Version 6.5: Die Datei öffnet sich als Song." },
    { "Its markers are on the marker track; copy them into yours.", "Die Marken sind auf der Markerspur; in die eigene kopieren." },
    { "Most take markers from MIDI files: import it, with markers.", "Die meisten DAWs nehmen Marken aus MIDI-Dateien: beim Import die Marken mitnehmen." },

    // A file that is played in a host
    { "The host records, or may record, and is not stopped: both are heard.", "Der Host nimmt auf oder könnte aufnehmen und wird nicht angehalten: Beides ist zu hören." },
    { "The host plays, too, and is not stopped from here: both are heard.", "Der Host spielt auch und wird von hier aus nicht angehalten: Beides ist zu hören." },

    // A review of what the host plays
    { "The host records, or may record: it is left alone until it stops.", "Der Host nimmt auf oder könnte aufnehmen: Er bleibt unberührt, bis er anhält." },
    { "This host is not moved from here: play it from {} to hear the marker.", "Dieser Host wird von hier aus nicht bewegt: ab {} abspielen, um die Marke zu hören." },
    { "{} stands before the marker: press play there.", "{} steht vor der Marke: dort die Wiedergabe starten." },

    // After a render
    { "The host has rendered. Write (W) puts the chapters into the file.", "Der Host hat gerendert. Schreiben (W) setzt die Kapitel in die Datei." },
    { "The host has rendered {} files.", "Der Host hat {} Dateien gerendert." },
    { "The host has rendered “{}”.", "Der Host hat „{}“ gerendert." },
    { "The host has rendered “{}” from {} of its timeline on, and the episode starts at {}.", "Der Host hat „{}“ ab {} seiner Zeitleiste gerendert, und die Folge beginnt bei {}." },
    { "Start it there, with the chapters in their places…", "Dort beginnen; die Kapitel bleiben an ihren Stellen …" },
    { "Chapters keep their times…", "Die Kapitel behalten ihre Zeiten …" },
    { "Keep their places on the timeline", "An ihren Stellen auf der Zeitleiste lassen" },
    { "Write {} chapter into it…", "{} Kapitel hineinschreiben …" },
    { "Write {} chapters into it…", "{} Kapitel hineinschreiben …" },
    { "Write {} chapter into them…", "{} Kapitel hineinschreiben …" },
    { "Write {} chapters into them…", "{} Kapitel hineinschreiben …" },
    { "Not now", "Jetzt nicht" },
    { "Renders are not looked for.", "Nach Gerendertem wird nicht gesucht." },
    { "After a render, Earmark looks for its file in {}.", "Nach einem Rendern sucht Earmark die Datei in {}." },
    { "Renders are looked for in {}.", "Nach Gerendertem wird in {} gesucht." },
    { "Another folder…", "Anderer Ordner …" },
    { "Look for none", "Nicht suchen" },
    { "Leave it", "So lassen" } };
// clang-format on

} // namespace

std::span<const Translation> hosts()
{
    return rows;
}

} // namespace earmark::german
