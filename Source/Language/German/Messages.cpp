// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // What has been done
    { "Undone: {}", "Rückgängig: {}" },
    { "Redone: {}", "Wiederholt: {}" },
    { "{}: done.", "{}: erledigt." },
    { "Marked: {}", "Markiert: {}" },
    { "Marked already: {}", "Schon markiert: {}" },
    { "A chapter begins here already.", "Hier beginnt schon ein Kapitel." },
    { "Marked where the playhead stands: {}. No audio comes from the host.", "Markiert, wo die Abspielposition steht: {}. Vom Host kommt kein Ton." },
    { "Not marked: the episode starts later on the host’s timeline.", "Nicht markiert: Die Folge beginnt später auf der Zeitleiste des Hosts." },
    { "Chapter {}", "Kapitel {}" },
    { "The list of times and titles is on the clipboard.", "Die Liste der Zeiten und Titel ist in der Zwischenablage." },
    { "All {} chapters are checked.", "Alle {} Kapitel sind geprüft." },
    { "Speed {:g}×", "Tempo {:g}×" },
    { "The view stays where it is.", "Die Ansicht bleibt, wo sie ist." },
    { "The view turns over with the playhead.", "Die Ansicht blättert mit der Abspielposition um." },
    { "The playhead stays in the middle.", "Die Abspielposition bleibt in der Mitte." },
    { "The file has chapters already; they are shown.", "Die Datei hat schon Kapitel; sie werden gezeigt." },
    { "The episode’s empty fields are filled from the file’s tags.", "Die leeren Felder der Folge sind mit den Tags der Datei gefüllt." },
    { "{} chapter imported.", "{} Kapitel importiert." },
    { "{} chapters imported.", "{} Kapitel importiert." },
    { "{} warning", "{} Warnung" },
    { "{} warnings", "{} Warnungen" },
    { "The episode starts at {} of the host’s timeline.", "Die Folge beginnt bei {} auf der Zeitleiste des Hosts." },
    { "The episode starts at {} of the host’s timeline; the chapters keep their times.", "Die Folge beginnt bei {} auf der Zeitleiste des Hosts; die Kapitel behalten ihre Zeiten." },
    { "The chapters are in {} file.", "Die Kapitel sind in {} Datei." },
    { "The chapters are in {} files.", "Die Kapitel sind in {} Dateien." },
    { "The last write is taken back.", "Das letzte Schreiben ist zurückgenommen." },
    { "A new project.", "Ein neues Projekt." },
    { "{} is open.", "{} ist geöffnet." },
    { "Saved as {}.", "Gespeichert als {}." },
    { "Saved as {}, but what it was before is not kept beside it. {}", "Gespeichert als {}, doch der vorige Stand ist nicht daneben aufgehoben. {}" },
    { "Recovered {}; save them to keep them for good.", "{} wiederhergestellt; speichern, um sie zu behalten." },
    { "What was recovered is discarded.", "Das Wiederhergestellte ist verworfen." },
    { "Clipboard", "Zwischenablage" },
    { "Dropped text", "Abgelegter Text" },

    // What is asked
    { "“{}”", "„{}“" },
    { "a project without a name", "ein Projekt ohne Namen" },
    { "Save the changes to {} before {}?", "Nicht gespeichert: {}. Speichern, bevor {}?" },
    { "closing", "geschlossen wird" },
    { "opening another one", "ein anderes geöffnet wird" },
    { "beginning a new one", "ein neues Projekt begonnen wird" },
    { "showing what was recovered", "das Wiederhergestellte gezeigt wird" },
    { "Don’t save", "Nicht speichern" },
    { "Cancel", "Abbrechen" },
    { "{} {}.", "{} {}." },
    { "has been changed by another program since it was opened here", "wurde von einem anderen Programm geändert, nachdem es hier geöffnet wurde" },
    { "is there already", "gibt es schon" },
    { "Save over it", "Überschreiben" },
    { "“{}” {}. The chapters are all here.", "„{}“ {}. Die Kapitel sind alle da." },
    { "is not there any more", "ist nicht mehr da" },
    { "cannot be opened: {}", "lässt sich nicht öffnen: {}" },
    { "Find it…", "Suchen …" },
    { "Go on without", "Ohne weitermachen" },
    { "“{}” has {} of its own.", "„{}“ hat {} in sich." },
    { "Take them", "Übernehmen" },
    { "Keep mine", "Meine behalten" },
    { "Earmark stopped before {} was saved. Recovered: {}, as of {}.{}", "Earmark endete, bevor {} gespeichert war. Wiederhergestellt: {}, Stand {}.{}" },
    { "There is more, from {} other time.", "Es gibt mehr, von {} weiteren Mal." },
    { "There is more, from {} other times.", "Es gibt mehr, von {} weiteren Malen." },
    { "Keep", "Behalten" },
    { "Discard", "Verwerfen" },
    { "Ask me later", "Später fragen" },

    // What does not work
    { "There is nothing to read.", "Es gibt nichts zu lesen." },
    { "There is no text on the clipboard.", "In der Zwischenablage ist kein Text." },
    { "The pictures are large: they are taken as JPEGs of up to 1400 pixels.", "Die Bilder sind groß: Sie sind als JPEGs mit bis zu 1400 Pixeln übernommen." },
    { "No picture has been copied: copy its file, then paste it here.", "Es ist kein Bild kopiert: seine Datei kopieren, dann hier einfügen." },
    { "Set {} ms before speech begins.", "{} ms vor den Sprechbeginn gesetzt." },
    { "Type milliseconds from 0 to {}.", "Bitte Millisekunden von 0 bis {} eingeben." },
    { "No speech begins clearly near it.", "In der Nähe ist kein deutlicher Sprechbeginn." },
    { "'{}' is no time; type it like 1:02.5 or -0.25.", "„{}“ ist keine Zeit; Beispiele: 1:02.5 oder -0.25." },
    { "'{}' is no time; type it like 1:02:03.250.", "„{}“ ist keine Zeit; ein Beispiel: 1:02:03.250." },
    { "This column is not edited.", "Diese Spalte wird nicht bearbeitet." },
    { "Drag along the ruler to mark the stretch first.", "Zuerst den Bereich durch Ziehen am Lineal markieren." },
    { "Select the chapters first.", "Zuerst die Kapitel auswählen." },
    { "Pin two chapters or more, and say where they belong.", "Zwei oder mehr Kapitel fixieren und sagen, wohin sie gehören." },
    { "{} is not opened. {}", "{} ist nicht geöffnet. {}" },
    { "{} is not saved. {}", "{} ist nicht gespeichert. {}" },
    { "Stopped; the file is as it was.", "Abgebrochen; die Datei ist, wie sie war." },
    { "Stopped; what is not written yet is as it was.", "Abgebrochen; was noch nicht geschrieben ist, ist, wie es war." },
    { "{} of {} files not written; the panel says why.", "{} von {} Dateien nicht geschrieben; in der Liste steht, warum." },
    { "There is no such format to write.", "Ein solches Format zum Schreiben gibt es nicht." },
    { "The output '{}' cannot be opened: {}. Another program may be using it.", "Die Ausgabe „{}“ lässt sich nicht öffnen: {}. Vielleicht benutzt sie ein anderes Programm." },
    { "The output '{}' is not there: connect it, or choose another.", "Die Ausgabe „{}“ ist nicht da: anschließen oder eine andere wählen." },
    { "Unsaved changes cannot be kept against a crash. {}", "Ungespeicherte Änderungen lassen sich nicht gegen einen Absturz sichern. {}" },

    // What the model refuses
    { "There is no chapter to split here: put the playhead behind the beginning of one first.", "Hier ist kein Kapitel zu teilen: zuerst die Abspielposition hinter den Anfang eines Kapitels setzen." },
    { "Only neighbouring chapters can be merged.", "Nur benachbarte Kapitel lassen sich verbinden." },
    { "The inserted stretch must have a length.", "Der eingefügte Bereich muss eine Länge haben." },
    { "The removed stretch must have a length.", "Der entfernte Bereich muss eine Länge haben." },
    { "The chapter is locked; unlock it to move it.", "Das Kapitel ist gesperrt; entsperren, um es zu versetzen." },
    { "Give at least one pair of old and new time.", "Mindestens ein Paar aus alter und neuer Zeit angeben." },
    { "The pairs of old and new time contradict each other: both must rise together.", "Die Paare aus alter und neuer Zeit widersprechen sich: Beide müssen gemeinsam steigen." },

    // Over file choosers
    { "Find the project's audio", "Das Audio des Projekts suchen" },
    { "Add audio files to write into", "Audiodateien zum Schreiben hinzufügen" },
    { "Save the project", "Das Projekt speichern" },
    { "Save the chapters", "Die Kapitel speichern" },
    { "Save the proof", "Den Nachweis speichern" },
    { "Choose a folder", "Einen Ordner wählen" },
    { "Open a project, audio or an outline", "Projekt, Audio oder Gliederung öffnen" } };
// clang-format on

} // namespace

std::span<const Translation> messages()
{
    return rows;
}

} // namespace earmark::german
