// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // The check before a write
    { "The result did not pass the check before writing ({}); nothing was written.", "Das Ergebnis hat die Prüfung vor dem Schreiben nicht bestanden ({}); nichts wurde geschrieben." },
    { "'{}' would be lost", "„{}“ ginge verloren" },
    { "'{}' would appear", "„{}“ käme hinzu" },
    { "'{}' would change", "„{}“ würde sich ändern" },
    { "parts of the audio would be missing", "Teile des Audios würden fehlen" },
    { "the audio or data at byte {} would not be found at its new place", "das Audio oder die Daten bei Byte {} wären an ihrem neuen Ort nicht zu finden" },
    { "{} chapter lists instead of {}", "{} Kapitellisten statt {}" },
    { "the {} list is not complete", "die Liste {} ist nicht vollständig" },
    { "the link or picture of chapter {} of the {} list reads back otherwise", "Link oder Bild von Kapitel {} der Liste {} ist beim Zurücklesen anders" },
    { "chapter {} of the {} list reads back as '{}' at {}", "Kapitel {} der Liste {} liest sich zurück als „{}“ bei {}" },
    { "the new file has the wrong length", "die neue Datei hat die falsche Länge" },
    { "the new file does not read back as it was written: the disk may be faulty", "die neue Datei liest sich nicht zurück, wie sie geschrieben wurde: Der Datenträger ist womöglich fehlerhaft" },

    // Files on the disk
    { "The file is empty.", "Die Datei ist leer." },
    { "It is no audio file that Earmark knows, whatever its name says.", "Sie ist keine Audiodatei, die Earmark kennt, was immer ihr Name sagt." },
    { "The file ends before what it announces: it is cut off or damaged.", "Die Datei endet vor dem, was sie ankündigt: Sie ist abgeschnitten oder beschädigt." },
    { "The data ends before what it announces.", "Die Daten enden vor dem, was sie ankündigen." },
    { "The disk cannot read it.", "Der Datenträger kann sie nicht lesen." },
    { "The disk cannot read it: {}.", "Der Datenträger kann sie nicht lesen: {}." },
    { "The disk cannot read the original ({}).", "Der Datenträger kann das Original nicht lesen ({})." },
    { "It is no ordinary file.", "Sie ist keine gewöhnliche Datei." },
    { "It is no ordinary file and would be replaced by one.", "Sie ist keine gewöhnliche Datei und würde durch eine ersetzt." },
    { "It is a symbolic link to a place that does not exist.", "Sie ist ein symbolischer Link auf einen Ort, den es nicht gibt." },
    { "Its folder does not exist.", "Ihren Ordner gibt es nicht." },
    { "It is write-protected; change its permissions to write chapters into it.", "Sie ist schreibgeschützt; ihre Rechte ändern, um Kapitel hineinzuschreiben." },
    { "It has {} names (hard links), and the others would keep the old content.", "Sie hat {} Namen (harte Links), und die anderen behielten den alten Inhalt." },
    { "Another program changed it meanwhile; nothing was replaced. Try again when that program is done.", "Ein anderes Programm hat sie inzwischen geändert; nichts wurde ersetzt. Noch einmal versuchen, wenn jenes Programm fertig ist." },
    { "Another program, such as a player, has it open; close it there and write again.", "Ein anderes Programm, etwa ein Player, hat sie geöffnet; dort schließen und noch einmal schreiben." },
    { "Another Earmark is writing it at this moment; nothing was replaced. Try again when that one is done.", "Ein anderes Earmark schreibt sie gerade; nichts wurde ersetzt. Noch einmal versuchen, wenn jenes fertig ist." },
    { "Something else has the name '{}', which is needed for a moment; move it away.", "Etwas anderes hat den Namen „{}“, der kurz gebraucht wird; es an einen anderen Ort bringen." },
    { "The original became shorter while it was read; nothing was replaced.", "Das Original wurde beim Lesen kürzer; nichts wurde ersetzt." },
    { "Cancelled; the file is as it was.", "Abgebrochen; die Datei ist, wie sie war." },
    { "The disk is full; the file is as it was. Free some space and write again.", "Der Datenträger ist voll; die Datei ist, wie sie war. Platz schaffen und noch einmal schreiben." },
    { "You may not write in its folder; the file is as it was.", "In ihrem Ordner fehlt das Recht zu schreiben; die Datei ist, wie sie war." },
    { "The disk is read-only; the file is as it was.", "Der Datenträger lässt sich nur lesen; die Datei ist, wie sie war." },
    { "The file system, or a limit that is set for programs, allows no file of this size; the file is as it was.", "Das Dateisystem oder eine Grenze, die Programmen gesetzt ist, erlaubt keine Datei dieser Größe; die Datei ist, wie sie war." },
    { "The file system allows no file of this size; the file is as it was.", "Das Dateisystem erlaubt keine Datei dieser Größe; die Datei ist, wie sie war." },
    { "The disk reported an error while writing; the file is as it was.", "Der Datenträger meldete beim Schreiben einen Fehler; die Datei ist, wie sie war." },
    { "Writing failed ({}); the file is as it was.", "Das Schreiben ist gescheitert ({}); die Datei ist, wie sie war." },
    { "Writing failed (error {}); the file is as it was.", "Das Schreiben ist gescheitert (Fehler {}); die Datei ist, wie sie war." },

    // Taking a write back
    { "The edit changes the order of the file.", "Die Änderung stellt die Datei um." },
    { "It has been changed since Earmark wrote it; taking that write back would harm it.", "Sie wurde geändert, seit Earmark sie schrieb; das Zurücknehmen würde ihr schaden." },
    { "What the write replaces is too large to be remembered.", "Was das Schreiben ersetzt, ist zu groß, um es aufzuheben." },
    { "Nothing is remembered of it: Earmark has not written it, or too long ago.", "Von ihr ist nichts aufgehoben: Earmark hat sie nicht geschrieben, oder es ist zu lange her." },
    { "What was remembered of it is damaged.", "Was von ihr aufgehoben war, ist beschädigt." } };
// clang-format on

} // namespace

std::span<const Translation> disk()
{
    return rows;
}

} // namespace earmark::german
