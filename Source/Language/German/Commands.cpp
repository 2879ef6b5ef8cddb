// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Groups of commands
    { "Questions", "Fragen" },
    { "File", "Datei" },
    { "Edit", "Bearbeiten" },
    { "Review", "Prüfen" },
    { "Playback", "Wiedergabe" },
    { "Chapters", "Kapitel" },
    { "Host", "Host" },
    { "View", "Ansicht" },

    // Commands: questions, previews
    { "Take the first answer", "Die erste Antwort nehmen" },
    { "Take the second answer", "Die zweite Antwort nehmen" },
    { "Import what is previewed", "Die Vorschau importieren" },
    { "Write the chapters into the files shown", "In die gezeigten Dateien schreiben" },
    { "Copy the document shown", "Das gezeigte Dokument kopieren" },
    { "Save the document shown as…", "Das gezeigte Dokument speichern unter …" },
    { "Watch the folder, or stop that", "Den Ordner überwachen oder damit aufhören" },
    { "Previous player or document", "Voriger Player oder voriges Dokument" },
    { "Next player or document", "Nächster Player oder nächstes Dokument" },
    { "Previous file, as players show it", "Vorige Datei, wie Player sie zeigen" },
    { "Next file, as players show it", "Nächste Datei, wie Player sie zeigen" },
    { "Apply what is previewed", "Die Vorschau anwenden" },

    // Commands: review
    { "Accept and next", "Annehmen und weiter" },
    { "Play around the marker again", "Um die Marke herum noch einmal abspielen" },
    { "Next chapter, not accepted", "Nächstes Kapitel, ohne anzunehmen" },
    { "Take candidate 1", "Vorschlag 1 nehmen" },
    { "Take candidate 2", "Vorschlag 2 nehmen" },
    { "Take candidate 3", "Vorschlag 3 nehmen" },
    { "Take candidate 4", "Vorschlag 4 nehmen" },
    { "Take candidate 5", "Vorschlag 5 nehmen" },
    { "Take candidate 6", "Vorschlag 6 nehmen" },
    { "10 ms earlier", "10 ms früher" },
    { "10 ms later", "10 ms später" },
    { "100 ms earlier", "100 ms früher" },
    { "100 ms later", "100 ms später" },
    { "1 second earlier", "1 Sekunde früher" },
    { "1 second later", "1 Sekunde später" },
    { "Review the chapters one by one", "Die Kapitel der Reihe nach prüfen" },
    { "Contact sheet", "Kontaktbogen" },

    // Commands: playback
    { "Play or pause", "Abspielen oder anhalten" },
    { "Pause, at normal speed", "Anhalten, normales Tempo" },
    { "Play, then faster", "Abspielen, dann schneller" },
    { "Slower", "Langsamer" },
    { "Back 5 seconds", "5 Sekunden zurück" },
    { "Back 1 second", "1 Sekunde zurück" },
    { "Forward 1 second", "1 Sekunde vor" },
    { "Back 10 seconds", "10 Sekunden zurück" },
    { "Forward 10 seconds", "10 Sekunden vor" },
    { "To the beginning", "Zum Anfang" },
    { "To the end", "Zum Ende" },
    { "Play around the marker", "Um die Marke herum abspielen" },
    { "Loop the marked stretch or the chapter", "Den markierten Bereich oder das Kapitel wiederholen" },

    // Commands: chapters
    { "Marker at the playhead", "Marke an der Abspielposition" },
    { "The episode starts here, at the playhead in the host", "Die Folge beginnt hier (im Host)" },
    { "Markers for a DAW…", "Marken für eine DAW …" },
    { "Set the chapters as the host’s markers", "Die Kapitel als Marken des Hosts setzen" },
    { "Take over the host’s markers…", "Die Marken des Hosts übernehmen …" },
    { "Where renders lie…", "Wo Gerendertes liegt …" },
    { "Previous chapter", "Voriges Kapitel" },
    { "Next chapter", "Nächstes Kapitel" },
    { "Select the one above too", "Auch das darüber auswählen" },
    { "Select the one below too", "Auch das darunter auswählen" },
    { "Ten chapters up", "Zehn Kapitel nach oben" },
    { "Ten chapters down", "Zehn Kapitel nach unten" },
    { "Select all", "Alles auswählen" },
    { "Edit the title", "Titel bearbeiten" },
    { "Edit the start", "Anfang bearbeiten" },
    { "Filter the list", "Liste filtern" },
    { "Remove", "Entfernen" },
    { "Split at the playhead", "An der Abspielposition teilen" },
    { "Merge the selected", "Ausgewählte verbinden" },
    { "Move to the playhead", "An die Abspielposition setzen" },
    { "Snap to where speech begins", "Am Sprechbeginn einrasten" },
    { "Lock or unlock", "Sperren oder entsperren" },
    { "Show in or hide from lists", "In Listen zeigen oder verbergen" },
    { "Slide titles up by one", "Titel um eins nach oben schieben" },
    { "Slide titles down by one", "Titel um eins nach unten schieben" },

    // Commands: edit, file
    { "Shift chapters…", "Kapitel verschieben …" },
    { "Stretch between pins…", "Zwischen Fixpunkten dehnen …" },
    { "Insert or remove time…", "Zeit einfügen oder entfernen …" },
    { "Snap all…", "Alle einrasten …" },
    { "Undo", "Rückgängig" },
    { "Redo", "Wiederholen" },
    { "Close, or give up a drag", "Schließen, oder ein Ziehen abbrechen" },
    { "New", "Neu" },
    { "Open a project, audio or an outline…", "Projekt, Audio oder Gliederung öffnen …" },
    { "Paste an outline", "Gliederung einfügen" },
    { "Save", "Speichern" },
    { "Save as…", "Speichern unter …" },
    { "Write into audio files…", "In Audiodateien schreiben …" },
    { "Add audio files to write into…", "Audiodateien hinzufügen …" },
    { "Take back what was written", "Geschriebenes zurücknehmen" },
    { "Fix what players would show wrongly", "Beheben, was Player falsch zeigen würden" },
    { "Show or hide advice about the files", "Hinweise zu den Dateien zeigen oder verbergen" },
    { "Save the proof as a page…", "Den Nachweis als Seite speichern …" },
    { "Descriptions and exports…", "Beschreibungen und Exporte …" },
    { "Write all destinations…", "Alle Ziele schreiben …" },
    { "Watched folder…", "Überwachter Ordner …" },
    { "Choose the folder to watch…", "Den zu überwachenden Ordner wählen …" },
    { "Copy as a list of times", "Als Liste von Zeiten kopieren" },
    { "Close Earmark", "Earmark beenden" },

    // Commands: view
    { "Closer", "Näher" },
    { "Further", "Weiter weg" },
    { "Zoom to the selection", "Auf die Auswahl zoomen" },
    { "The whole episode", "Die ganze Folge" },
    { "Follow the playhead: off, page, centre", "Abspielposition folgen: nicht, seitenweise, mittig" },
    { "Inspector", "Inspektor" },
    { "Dark, light, high contrast", "Dunkel, hell, hoher Kontrast" },
    { "Everything larger", "Alles größer" },
    { "Everything smaller", "Alles kleiner" },
    { "Preferences…", "Einstellungen …" },
    { "Keys and commands", "Tasten und Befehle" },
    { "About Earmark", "Über Earmark" },

    // Keys, as they stand on keyboards
    { "Ctrl+", "Strg+" },
    { "Shift+", "Umschalt+" },
    { "Alt+", "Alt+" },
    { "Esc", "Esc" },
    { "Space", "Leertaste" },
    { "Enter", "Eingabe" },
    { "Backspace", "Rücktaste" },
    { "Del", "Entf" },
    { "Home", "Pos1" },
    { "End", "Ende" },
    { "Tab", "Tab" },
    { "Page Up", "Bild ↑" },
    { "Page Down", "Bild ↓" },

    // Steps in the history
    { "Opened", "Geöffnet" },
    { "Add chapter", "Kapitel hinzufügen" },
    { "Remove chapter", "Kapitel entfernen" },
    { "Remove {} chapters", "{} Kapitel entfernen" },
    { "Rename chapter", "Kapitel umbenennen" },
    { "Edit summary", "Zusammenfassung bearbeiten" },
    { "Edit points", "Stichpunkte bearbeiten" },
    { "Change link", "Link ändern" },
    { "Change picture", "Bild ändern" },
    { "Change level", "Ebene ändern" },
    { "Change kind", "Art ändern" },
    { "Change contents flag", "Anzeige in Listen ändern" },
    { "Change lock", "Sperre ändern" },
    { "Change end", "Ende ändern" },
    { "Move chapter", "Kapitel setzen" },
    { "Nudge chapter", "Kapitel versetzen" },
    { "Nudge {} chapters", "{} Kapitel versetzen" },
    { "Snap chapter", "Kapitel einrasten" },
    { "Snap {} chapters", "{} Kapitel einrasten" },
    { "Split chapter", "Kapitel teilen" },
    { "Merge chapter", "Kapitel verbinden" },
    { "Merge {} chapters", "{} Kapitel verbinden" },
    { "Shift all chapters", "Alle Kapitel verschieben" },
    { "Shift later chapters", "Spätere Kapitel verschieben" },
    { "Shift chapters in range", "Kapitel im Bereich verschieben" },
    { "Stretch chapters", "Kapitel dehnen" },
    { "Insert time", "Zeit einfügen" },
    { "Remove time", "Zeit entfernen" },
    { "Replace outline", "Gliederung ersetzen" },
    { "Merge outline", "Gliederung abgleichen" },
    { "Edit episode", "Folge bearbeiten" },
    { "Lock", "Sperren" },
    { "Unlock", "Entsperren" },
    { "Show in the list", "In Listen zeigen" },
    { "Hide from the list", "In Listen verbergen" },
    { "Slide titles up", "Titel nach oben schieben" },
    { "Slide titles down", "Titel nach unten schieben" },
    { "Episode starts here", "Die Folge beginnt hier" },
    { "As in the host’s project", "Wie im Projekt des Hosts" },
    { "Take over markers", "Marken übernehmen" },
    { "Import {} chapter", "{} Kapitel importieren" },
    { "Import {} chapters", "{} Kapitel importieren" },
    { "Import {} chapter at the playhead", "{} Kapitel an der Abspielposition einfügen" },
    { "Import {} chapters at the playhead", "{} Kapitel an der Abspielposition einfügen" },
    { "Append {} chapter", "{} Kapitel anhängen" },
    { "Append {} chapters", "{} Kapitel anhängen" },
    { "Merge {} chapter, keep my times", "{} Kapitel abgleichen, meine Zeiten behalten" },
    { "Merge {} chapters, keep my times", "{} Kapitel abgleichen, meine Zeiten behalten" },
    { "Merge {} chapter, keep my titles", "{} Kapitel abgleichen, meine Titel behalten" },
    { "Merge {} chapters, keep my titles", "{} Kapitel abgleichen, meine Titel behalten" } };
// clang-format on

} // namespace

std::span<const Translation> commands()
{
    return rows;
}

std::span<const std::span<const Translation>> all()
{
    static const std::span<const Translation> everything[] { commands(), window(), panels(),
                                                             writing(),  hosts(),  messages() };
    return everything;
}

} // namespace earmark::german
