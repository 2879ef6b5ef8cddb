// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // The bar on top, and the empty window
    { "Paste", "Einfügen" },
    { "Write", "Schreiben" },
    { "More", "Mehr" },
    { "All commands", "Alle Befehle" },
    { "Open recent", "Zuletzt geöffnet" },
    { "Chapters begin with the audio, or with its outline", "Am Anfang steht das Audio oder seine Gliederung" },
    { "Or drop files anywhere in the window. Press ? to see what every key does.", "Oder Dateien irgendwo ins Fenster ziehen. Die Taste ? zeigt, was jede Taste tut." },
    { "Open audio, a project or an outline…", "Audio, Projekt oder Gliederung öffnen …" },
    { "Open again", "Zuletzt geöffnet" },
    { "Open {}", "{} öffnen" },
    { "Drop audio to hear it, an outline to import it, a project to open it", "Loslassen: Audio wird geladen, eine Gliederung importiert, ein Projekt geöffnet" },

    // The timeline
    { "Timeline", "Zeitleiste" },
    { "Overview", "Übersicht" },
    { "Markers", "Marken" },
    { "The waveform goes here, with a flag where each chapter begins", "Hier erscheint die Wellenform, mit einer Fahne am Anfang jedes Kapitels" },
    { "speech begins", "Sprechbeginn" },
    { "a pause begins", "eine Pause beginnt" },
    { "a pause ends", "eine Pause endet" },
    { "playhead", "Abspielposition" },
    { "beginning", "Anfang" },
    { "untitled", "ohne Titel" },
    { "ad break", "Werbung" },
    { "note", "Notiz" },
    { "chapter", "Kapitel" },
    { "locked", "gesperrt" },
    { "not listed", "nicht gelistet" },
    { "accepted", "angenommen" },
    { "selected", "ausgewählt" },
    { "{} begins at {}", "{} beginnt bei {}" },
    { "Press to hear what is around its start. Change the value to move it.", "Drücken, um den Anfang zu hören. Den Wert ändern, um ihn zu versetzen." },

    // The table
    { "Start", "Anfang" },
    { "Length", "Länge" },
    { "Title", "Titel" },
    { "Link", "Link" },
    { "Pic", "Bild" },
    { "Listed", "Gelistet" },
    { "AD", "ANZ" },
    { "NOTE", "NOTIZ" },
    { "Filter", "Filter" },
    { "Filter…", "Filter …" },
    { "Shift", "Verschieben" },
    { "Stretch", "Dehnen" },
    { "Snap all", "Alle einrasten" },
    { "↑ Titles", "↑ Titel" },
    { "↓ Titles", "↓ Titel" },
    { "No chapters yet. Paste an outline, drop a file here, or press I for a marker at the playhead.", "Noch keine Kapitel. Eine Gliederung einfügen, eine Datei hierher ziehen oder mit I eine Marke an der Abspielposition setzen." },
    { "No chapter matches the filter.", "Kein Kapitel passt zum Filter." },

    // The inspector
    { "Chapter", "Kapitel" },
    { "Ad break", "Werbung" },
    { "Note for me", "Notiz für mich" },
    { "Kind", "Art" },
    { "Top level", "Oberste Ebene" },
    { "Sub-chapter", "Unterkapitel" },
    { "Sub-sub-chapter", "Unterunterkapitel" },
    { "Level", "Ebene" },
    { "Summary", "Zusammenfassung" },
    { "Points, one a line", "Stichpunkte, je Zeile einer" },
    { "Points", "Stichpunkte" },
    { "Link text", "Linktext" },
    { "Picture", "Bild" },
    { "Choose", "Wählen" },
    { "Choose a picture", "Ein Bild wählen" },
    { "Remove the picture", "Das Bild entfernen" },
    { "Crop", "Zuschneiden" },
    { "Crop the picture", "Das Bild zuschneiden" },
    { "Paste a picture", "Ein Bild einfügen" },
    { "Takes the picture whose file has been copied", "Nimmt das Bild, dessen Datei kopiert wurde" },
    { "Arrow keys move the square, + and − change its size, Enter takes it, Esc gives up.", "Pfeiltasten bewegen das Quadrat, + und − ändern seine Größe, Eingabe nimmt es, Esc bricht ab." },
    { "Locked", "Gesperrt" },
    { "Locked: nothing moves it", "Gesperrt: Nichts verschiebt es" },
    { "Accepted in the review", "In der Durchsicht angenommen" },
    { "Snapping moves the chapter to {}, {} ms before speech begins", "Einrasten verschiebt das Kapitel nach {}, {} ms vor den Sprechbeginn" },
    { "Speech begins at {}; snapping moves the chapter there", "Das Sprechen beginnt bei {}; Einrasten verschiebt das Kapitel dorthin" },
    { "Begins after the audio, which ends at {}", "Beginnt nach dem Audio, das bei {} endet" },
    { "next start", "nächster Anfang" },
    { "Show", "Sendung" },
    { "Episode", "Folge" },
    { "Number", "Nummer" },
    { "Date", "Datum" },
    { "Author", "Autor" },
    { "Description", "Beschreibung" },
    { "Cover", "Cover" },
    { "{} chapters selected", "{} Kapitel ausgewählt" },

    // The review, and the contact sheet
    { "Snap", "Einrasten" },
    { "Accept, next", "Annehmen, weiter" },
    { "Seconds before the marker", "Sekunden vor der Marke" },
    { "Seconds after the marker", "Sekunden nach der Marke" },
    { "pause", "Pause" },
    { "{} of {} chapters", "{} von {} Kapiteln" },
    { "{} of {} accepted", "{} von {} angenommen" },
    { "Load the audio to hear it", "Audio laden, um es zu hören" },
    { "Listening for where speech begins", "Sprechbeginn wird gesucht" },
    { "Pauses show once the host has played here", "Pausen erscheinen, sobald der Host hier gespielt hat" },
    { "Nobody pauses near this marker", "Nahe dieser Marke ist keine Sprechpause" },
    { "Contact sheet: five seconds around each marker; click to hear it", "Kontaktbogen: fünf Sekunden um jede Marke; ein Klick spielt sie ab" },
    { "no pause near it", "keine Pause in der Nähe" },
    { "no clear beginning of speech near it", "kein klarer Sprechbeginn in der Nähe" },
    { "the beginning of the file", "der Anfang der Datei" },
    { "speech begins here", "Sprechbeginn genau hier" },
    { "{} ms before speech begins", "{} ms vor dem Sprechbeginn" },
    { "snapping moves it {:+.2f} s", "Einrasten verschiebt um {:+.2f} s" },
    { "speech begins {:.2f} s later", "Sprechbeginn {:.2f} s später" },
    { "speech begins {:.2f} s earlier", "Sprechbeginn {:.2f} s früher" },
    { "listening", "wird angehört" },
    { "no audio", "kein Audio" },
    { "not heard yet", "noch nicht gehört" },

    // The bar at the foot
    { "No audio from the host yet: let it play", "Noch kein Ton vom Host: Wiedergabe starten" },
    { "This host gives no position: time is counted from where it began to play", "Dieser Host nennt keine Position: Die Zeit zählt ab Beginn der Wiedergabe" },
    { "The host records", "Der Host nimmt auf" },
    { "The host plays", "Der Host spielt" },
    { "The host plays, and may record", "Der Host spielt und nimmt vielleicht auf" },
    { "No audio comes from the host: it rests, or the plug-in is switched off", "Vom Host kommt kein Ton: Er ruht, oder das Plug-in ist ausgeschaltet" },
    { "next mark: {}", "nächste Marke: {}" },
    { "Follows the host", "Folgt dem Host" },
    { "no waveform yet", "noch keine Wellenform" },
    { "Opening the audio…", "Das Audio wird geöffnet …" },
    { "No audio: drop a file here to hear the markers", "Kein Audio: eine Datei hierher ziehen, um die Marken zu hören" },
    { "mono", "mono" },
    { "stereo", "stereo" },
    { "{} channels", "{} Kanäle" },
    { "waveform {} %", "Wellenform {} %" },
    { "changed", "geändert" },
    { "{} chapter", "{} Kapitel" },
    { "{} chapters", "{} Kapitel" },

    // JUCE's own: the menus of text fields, and its file chooser
    { "Cut", "Ausschneiden" },
    { "Delete", "Löschen" },
    { "Select All", "Alles auswählen" },
    { "OK", "OK" },
    { "Open", "Öffnen" },
    { "Overwrite", "Überschreiben" },
    { "New Folder", "Neuer Ordner" },
    { "Create Folder", "Ordner anlegen" },
    { "Please enter the name for the folder", "Der Name des Ordners" },
    { "Couldn't create the folder!", "Der Ordner ließ sich nicht anlegen!" },
    { "Go up to parent directory", "Zum übergeordneten Ordner" },
    { "file:", "Datei:" },
    { "File already exists", "Die Datei gibt es schon" },
    { "There's already a file called: FLNM", "Es gibt schon eine Datei dieses Namens: FLNM" },
    { "Are you sure you want to overwrite it?", "Wirklich überschreiben?" },
    { "Home folder", "Persönlicher Ordner" },
    { "Desktop", "Schreibtisch" },
    { "Music", "Musik" },
    { "Pictures", "Bilder" } };
// clang-format on

} // namespace

std::span<const Translation> window()
{
    return rows;
}

} // namespace earmark::german
