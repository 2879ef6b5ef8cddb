// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Import
    { "Import", "Importieren" },
    { "Import: {}", "Import: {}" },
    { "Lines of the outline", "Zeilen der Gliederung" },
    { "episode", "Folge" },
    { "title", "Titel" },
    { "summary", "Zusammenfassung" },
    { "point", "Stichpunkt" },
    { "check this", "bitte prüfen" },
    { "left out", "ausgelassen" },
    { "not used", "nicht verwendet" },
    { "How", "Wie" },
    { "Replace all chapters", "Alle Kapitel ersetzen" },
    { "Take the titles, keep my times", "Neue Titel, meine Zeiten" },
    { "Take the times, keep my titles", "Neue Zeiten, meine Titel" },
    { "Append behind the last chapter", "Hinten anhängen" },
    { "Insert at the playhead", "Ab der Abspielposition einfügen" },
    { "Read as", "Lesen als" },
    { "What changes", "Was sich ändert" },
    { "removed", "entfällt" },
    { "new", "neu" },
    { "other texts change", "andere Texte ändern sich" },
    { "had no title", "hatte keinen Titel" },
    { "was “{}”", "war „{}“" },
    { "Does the first line begin with the show's name? Then what is it?", "Beginnt die erste Zeile mit dem Namen der Sendung? Wie heißt sie dann?" },
    { "In which encoding was the text written?", "In welcher Zeichencodierung wurde der Text geschrieben?" },
    { "The text holds several lists of times. Which one are the chapters?", "Der Text enthält mehrere Listen von Zeiten. Welche sind die Kapitel?" },
    { "How many frames has a second? The file counts in frames and does not say.", "Wie viele Frames hat eine Sekunde? Die Datei zählt in Frames und sagt es nicht." },
    { "There are {} editions of the chapters. Which one?", "Es gibt {} Ausgaben der Kapitel. Welche?" },

    // Shift, stretch, insert time, snap all
    { "Apply", "Anwenden" },
    { "Nothing would change.", "Nichts würde sich ändern." },
    { "{} chapter moves", "{} Kapitel wird versetzt" },
    { "{} chapters move", "{} Kapitel werden versetzt" },
    { "{} title changes", "{} Titel ändert sich" },
    { "{} titles change", "{} Titel ändern sich" },
    { "{} goes", "{} entfällt" },
    { "{} go", "{} entfallen" },
    { "Shift chapters", "Kapitel verschieben" },
    { "Which", "Welche" },
    { "All chapters", "Alle Kapitel" },
    { "From the selection on", "Ab der Auswahl" },
    { "In the marked stretch", "Im markierten Bereich" },
    { "By", "Um" },
    { "By: positive is later", "Um (positiv heißt später)" },
    { "Stretch between pins", "Zwischen Fixpunkten dehnen" },
    { "Belongs at", "Gehört nach" },
    { "The selected chapter belongs at", "Das ausgewählte Kapitel gehört auf" },
    { "Pin it", "Fixieren" },
    { "Unpin", "Lösen" },
    { "Insert or remove time", "Zeit einfügen oder entfernen" },
    { "What happened to the audio", "Was mit dem Audio geschah" },
    { "Something was put in", "Etwas kam hinzu" },
    { "Something was cut out", "Etwas fiel weg" },
    { "How long", "Wie lang" },
    { "Where it begins", "Wo es beginnt" },
    { "Find the cut", "Den Schnitt finden" },
    { "Nothing says how long the audio was for which the chapters were timed.", "Es ist nicht bekannt, wie lang das Audio war, zu dem die Zeiten der Kapitel gehören." },
    { "The audio is as long as the chapters expect.", "Das Audio ist so lang, wie die Kapitel es erwarten lassen." },
    { "The new audio is {} shorter.", "Das neue Audio ist {} kürzer." },
    { "The new audio is {} longer.", "Das neue Audio ist {} länger." },
    { "The audio is {} shorter than the chapters say.", "Das Audio ist {} kürzer, als die Kapitel sagen." },
    { "The audio is {} longer than the chapters say.", "Das Audio ist {} länger, als die Kapitel sagen." },
    { "A cut at {} explains it: {} of {} marks then begin after a pause.", "Ein Schnitt bei {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "A piece put in at {} explains it: {} of {} marks then begin after a pause.", "Ein Einschub bei {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "A cut before {} explains it: {} of {} marks then begin after a pause.", "Ein Schnitt vor {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "A cut between {} and {} explains it: {} of {} marks then begin after a pause.", "Ein Schnitt zwischen {} und {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "A piece put in before {} explains it: {} of {} marks then begin after a pause.", "Ein Einschub vor {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "A piece put in between {} and {} explains it: {} of {} marks then begin after a pause.", "Ein Einschub zwischen {} und {} erklärt es: {} von {} Marken beginnen dann nach einer Pause." },
    { "No mark has to move: {} of {} begin after a pause as they are.", "Keine Marke muss verschoben werden: {} von {} beginnen schon nach einer Pause." },
    { "No single cut explains it: too few marks would begin after a pause.", "Kein einzelner Schnitt erklärt es: Zu wenige Marken begännen nach einer Pause." },
    { "No single piece put in explains it: too few marks would begin after a pause.", "Kein einzelner Einschub erklärt es: Zu wenige Marken begännen nach einer Pause." },
    { "Show the moves…", "Verschiebungen zeigen …" },
    { "Shift…", "Verschieben …" },
    { "Stretch…", "Dehnen …" },
    { "Lead-in in milliseconds", "Vorlauf in Millisekunden" },
    { "Lead-in: ms before speech begins, 0 to 500", "Vorlauf: ms vor Sprechbeginn, 0 bis 500" },
    { "Snap all to where speech begins", "Alle am Sprechbeginn einrasten lassen" },
    { "Every marker is where speech begins, or nobody begins to speak clearly near it.", "Jede Marke sitzt am Sprechbeginn, oder in ihrer Nähe ist keiner deutlich zu hören." },
    { "Place titles at pauses", "Titel an Pausen setzen" },
    { "Every chapter has its place: none begins together with the one before.", "Jedes Kapitel hat seinen Platz: Keines beginnt zugleich mit dem davor." },
    { "The audio is still being read: its longest pauses are not known yet.", "Das Audio wird noch gelesen: Seine längsten Pausen sind noch nicht bekannt." },
    { "Between {} and {} more chapters wait for their place ({}) than there are pauses ({}).", "Zwischen {} und {} warten mehr Kapitel auf ihren Platz ({}), als es Pausen gibt ({})." },
    { "To pauses of {} s and longer.", "An Pausen ab {} s." },
    { "To pauses of {} s and longer; the longest other one has {} s.", "An Pausen ab {} s; die längste andere hat {} s." },
    { "Rename or renumber", "Umbenennen oder neu nummerieren" },
    { "New title", "Neuer Titel" },
    { "Ready-made", "Vorlage" },
    { "choose…", "wählen …" },
    { "Only these words", "Nur diese Wörter" },
    { "First number", "Erste Nummer" },
    { "The selected ones", "Die ausgewählten" },
    { "'{}' is no number.", "„{}“ ist keine Zahl." },
    { "Load the audio first: without it nothing can be heard.", "Zuerst das Audio laden: Ohne es ist nichts zu hören." },

    // History, keys, preferences, about
    { "Undo history", "Verlauf" },
    { "press a key, Del for none", "Taste drücken, Entf für keine" },
    { "Keys and commands: click one, or press Enter on it, to give it another key", "Tasten und Befehle: anklicken oder Eingabe drücken, um eine andere Taste zu vergeben" },
    { "Preferences", "Einstellungen" },
    { "Theme", "Aussehen" },
    { "Dark", "Dunkel" },
    { "Light", "Hell" },
    { "High contrast", "Hoher Kontrast" },
    { "Size of everything", "Größe der Oberfläche" },
    { "Size {} %", "Größe {} %" },
    { "Language", "Sprache" },
    { "The system's own", "Wie das System" },
    { "Sound output", "Tonausgabe" },
    { "Where the sound is heard", "Wo der Ton zu hören ist" },
    { "Reduced motion", "Weniger Bewegung" },
    { "The view turns over like a page when it follows the playhead, and nothing glides.", "Die Ansicht blättert um, wenn sie der Abspielposition folgt, und nichts gleitet." },
    { "Licences and versions", "Lizenzen und Versionen" },
    { "Free software under the GNU Affero General Public License, version 3 or later: you may use, study, share and change it. It comes without any warranty.", "Freie Software unter der GNU Affero General Public License, Version 3 oder später: Sie darf benutzt, untersucht, weitergegeben und verändert werden. Sie kommt ohne jede Gewähr." },
    { "Made with", "Erstellt mit" },
    { "Copy the versions", "Versionen kopieren" },
    { "The versions are on the clipboard.", "Die Versionen sind in der Zwischenablage." } };
// clang-format on

} // namespace

std::span<const Translation> panels()
{
    return rows;
}

} // namespace earmark::german
