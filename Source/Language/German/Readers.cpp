// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Titles alone
    { "The list has no times: its chapters begin at 0:00, until each is given its place.", "Die Liste hat keine Zeiten: Ihre Kapitel beginnen bei 0:00, bis jedes seinen Platz bekommt." },
    { "There are no titles in it.", "Es sind keine Titel darin." },

    // Pasted outlines, and other texts with times
    { "No chapters were found: no line begins or ends with a time such as 1:23.", "Keine Kapitel gefunden: Keine Zeile beginnt oder endet mit einer Zeit wie 1:23." },
    { "Another list of {} times, which starts over, was left out; list {} can be chosen instead.", "Eine weitere Liste von {} Zeiten, die von vorn beginnt, ist ausgelassen; stattdessen lässt sich Liste {} wählen." },
    { "The range's end is not later than its start; the end was left out.", "Das Ende des Bereichs liegt nicht nach seinem Anfang; das Ende ist ausgelassen." },
    { "A chapter has one link; the further one to {} was left out.", "Ein Kapitel hat einen Link; der weitere zu {} ist ausgelassen." },
    { "The picture's description '{}' was left out.", "Die Bildbeschreibung „{}“ ist ausgelassen." },
    { "The title's link to {} was left out.", "Der Link des Titels zu {} ist ausgelassen." },
    { "'{}' is the heading of the list.", "„{}“ ist die Überschrift der Liste." },
    { "Front matter; its title and date are used where the text has none.", "Kopfdaten; Titel und Datum daraus gelten, wo der Text keine hat." },
    { "Text around the chapters; kept as the episode's description.", "Text um die Kapitel herum; er wird zur Beschreibung der Folge." },
    { "Times such as 2.15, 2'15 and 2m 15s were read as minutes and seconds.", "Zeiten wie 2.15, 2'15 und 2m 15s sind als Minuten und Sekunden gelesen." },
    { "Every title begins with a language ('{}:'); it was taken off.", "Jeder Titel beginnt mit einer Sprache („{}:“); sie ist weggelassen." },
    { "The chapter ends at {}, after the next one begins.", "Das Kapitel endet bei {}, nachdem das nächste begonnen hat." },
    { "Many times are smaller than the one before: are they the lengths of the parts, not their starts?", "Viele Zeiten sind kleiner als die vorige: Sind es die Längen der Teile und nicht ihre Anfänge?" },
    { "These look like times of day; they were read as {}. As times of day they count from {}.", "Das sieht nach Uhrzeiten aus; gelesen sind sie als {}. Als Uhrzeiten zählen sie ab {}." },
    { "minutes and seconds", "Minuten und Sekunden" },
    { "times in the episode", "Zeiten in der Folge" },
    { "{} show note that is not tagged as a chapter.", "{} Shownote, die nicht als Kapitel gekennzeichnet ist." },
    { "{} show notes that are not tagged as chapters.", "{} Shownotes, die nicht als Kapitel gekennzeichnet sind." },
    { "No line with a time has the tag #c or #chapter.", "Keine Zeile mit einer Zeit ist mit #c oder #chapter gekennzeichnet." },
    { "A description that Earmark does not carry.", "Eine Angabe, die Earmark nicht übernimmt." },
    { "A comment.", "Ein Kommentar." },
    { "The line is no chapter; it was left out.", "Die Zeile ist kein Kapitel; sie ist ausgelassen." },
    { "No line begins with a time such as 00:03:07.250.", "Keine Zeile beginnt mit einer Zeit wie 00:03:07.250." },
    { "An entry that is neither time, name nor address.", "Ein Eintrag, der weder Zeit noch Name noch Adresse ist." },
    { "The chapter has no time that can be read; it was left out.", "Das Kapitel hat keine lesbare Zeit; es ist ausgelassen." },
    { "No line is a chapter such as CHAPTER01=00:00:39.706.", "Keine Zeile ist ein Kapitel wie CHAPTER01=00:00:39.706." },

    // Subtitles
    { "It holds no cues with times such as 00:01:00.000 --> 00:02:00.000.", "Darin sind keine Einträge mit Zeiten wie 00:01:00.000 --> 00:02:00.000." },
    { "The ends: every cue is equally short, so that they say nothing.", "Die Enden: Jeder Eintrag ist gleich kurz, sodass sie nichts sagen." },
    { "The times of the cue cannot be read; it was left out.", "Die Zeiten des Eintrags sind nicht lesbar; er ist ausgelassen." },
    { "{} short cues look like subtitles rather than chapters.", "{} kurze Einträge sehen eher nach Untertiteln als nach Kapiteln aus." },
    { "The sample has no usable sampleTime; it was left out.", "Das TextSample hat keine brauchbare sampleTime; es ist ausgelassen." },
    { "It holds no TextSample with a time and a text.", "Darin ist kein TextSample mit einer Zeit und einem Text." },

    // Tables
    { "The columns {} were left out; the answer '{},…' takes them too.", "Die Spalten {} sind ausgelassen; die Antwort „{},…“ nimmt sie dazu." },
    { "No column of the table holds times; say which one does, as in start:1,title:2.", "Keine Spalte der Tabelle enthält Zeiten; bitte angeben, welche es tut, etwa start:1,title:2." },
    { "The header of the table.", "Der Kopf der Tabelle." },
    { "The row holds no time where the others do; it was left out.", "Die Zeile hat keine Zeit, wo die anderen eine haben; sie ist ausgelassen." },
    { "No row of the table holds a time.", "Keine Zeile der Tabelle enthält eine Zeit." },
    { "The row holds no time; it was left out.", "Die Zeile enthält keine Zeit; sie ist ausgelassen." },
    { "The column that holds '{}' in every row.", "Die Spalte, in der in jeder Zeile „{}“ steht." },

    // DAWs and editors
    { "'{}' is no timecode such as 01:00:00:00; the timeline begins at zero.", "„{}“ ist kein Timecode wie 01:00:00:00; die Zeitleiste beginnt bei null." },
    { "'{}' is fixed to a beat, which the session's tempo map places; it was left out.", "„{}“ hängt an einem Taktschlag, dessen Zeit sich aus den Tempi der Session ergibt; die Marke ist ausgelassen." },
    { "{} location that is no mark, such as the session's range.", "{} Stelle, die keine Marke ist, wie der Bereich der Session." },
    { "{} locations that are no marks, such as the session's range.", "{} Stellen, die keine Marken sind, wie der Bereich der Session." },
    { "The session has no marks.", "Die Session hat keine Marken." },
    { "The line does not begin with a time in seconds; it was left out.", "Die Zeile beginnt nicht mit einer Zeit in Sekunden; sie ist ausgelassen." },
    { "{} line of frequencies.", "{} Zeile mit Frequenzen." },
    { "{} lines of frequencies.", "{} Zeilen mit Frequenzen." },
    { "No line begins with a time in seconds.", "Keine Zeile beginnt mit einer Zeit in Sekunden." },
    { "'{}' is no time that can be placed ({}); the row was left out. Set Audition's time display to decimal, then export again.", "„{}“ ist keine Zeit, die sich einordnen lässt („{}“); die Zeile ist ausgelassen. In Audition die Zeitanzeige auf Dezimal stellen und noch einmal exportieren." },
    { "It holds no markers with a time.", "Darin sind keine Marken mit einer Zeit." },
    { "The line is no command of a cue sheet; it was left out.", "Die Zeile ist kein Befehl eines Cuesheets; sie ist ausgelassen." },
    { "The track has no INDEX; it was left out.", "Der Track hat keinen INDEX; er ist ausgelassen." },
    { "The track is no audio; it was left out.", "Der Track ist kein Audio; er ist ausgelassen." },
    { "{} line that is for discs alone, such as REM and FLAGS.", "{} Zeile, die nur CDs betrifft, wie REM und FLAGS." },
    { "{} lines that are for discs alone, such as REM and FLAGS.", "{} Zeilen, die nur CDs betreffen, wie REM und FLAGS." },
    { "It holds no TRACK with an INDEX.", "Darin ist kein TRACK mit einem INDEX." },
    { "The INDEX cannot be read; it was left out.", "Der INDEX ist nicht lesbar; er ist ausgelassen." },
    { "The sheet is of {} files, whose times each begin at zero; they were not put one behind the other, for which their lengths are needed.", "Das Cuesheet besteht aus {} Dateien, deren Zeiten jeweils bei null beginnen; sie sind nicht hintereinandergesetzt, denn dazu braucht es ihre Längen." },
    { "The marker has no usable time; it was left out.", "Die Marke hat keine brauchbare Zeit; sie ist ausgelassen." },
    { "The markers are in beats; the tempo of {:g} beats a minute made times of them.", "Die Marken stehen in Taktschlägen; das Tempo von {:g} Schlägen pro Minute ergab ihre Zeiten." },
    { "The markers are in beats and the tempo changes; only its first value, {:g} beats a minute, was taken: check the times.", "Die Marken stehen in Taktschlägen, und das Tempo wechselt; nur sein erster Wert, {:g} Schläge pro Minute, gilt: bitte die Zeiten prüfen." },
    { "The project has no markers.", "Das Projekt hat keine Marken." },
    { "It holds no markers or locators.", "Darin sind weder Marken noch Locatoren." },
    { "The marker stands below no event; it was left out.", "Die Marke steht unter keinem Ereignis; sie ist ausgelassen." },
    { "The locator has no timecode; it was left out.", "Der Locator hat keinen Timecode; er ist ausgelassen." },
    { "Project {} of {} was taken; another project can be chosen.", "Projekt {} von {} ist genommen; ein anderes lässt sich wählen." },
    { "{} marker that is no chapter.", "{} Marke, die kein Kapitel ist." },
    { "{} markers that are no chapters.", "{} Marken, die keine Kapitel sind." },
    { "The chapter has no usable start; it was left out.", "Das Kapitel hat keinen brauchbaren Anfang; es ist ausgelassen." },
    { "The picture, which is inside of the project.", "Das Bild, das im Projekt steckt." },
    { "The session has no markers of the type 'Chapter'.", "Die Session hat keine Marken der Art „Chapter“." },
    { "The MIDI file holds no tracks.", "Die MIDI-Datei enthält keine Spuren." },
    { "The MIDI file is cut off; it was read up to its end.", "Die MIDI-Datei ist abgeschnitten; gelesen ist sie bis zu ihrem Ende." },
    { "The file holds several sequences, each with its own time; the first with markers was taken.", "Die Datei enthält mehrere Sequenzen, jede mit eigener Zeit; genommen ist die erste mit Marken." },
    { "{} other named event.", "{} anderes benanntes Ereignis." },
    { "{} other named events.", "{} andere benannte Ereignisse." },
    { "The MIDI file holds no markers, cue points or texts.", "Die MIDI-Datei enthält weder Marken noch Cue-Punkte noch Texte." },
    { "It holds no markers with a timecode.", "Darin sind keine Marken mit einem Timecode." },
    { "The timecode format '{}' is not known; 25 frames a second were taken.", "Das Timecode-Format „{}“ ist nicht bekannt; es gelten 25 Frames pro Sekunde." },
    { "The session text has no listing of markers; export it with 'Include Markers'.", "Der Session-Text enthält keine Liste der Marken; mit „Include Markers“ exportieren." },
    { "'{}' stands at {}, bars and beats, which nothing here places in time; it was left out. Show Min:Secs in Pro Tools, then export again.", "„{}“ steht bei {}, also in Takten und Schlägen, die hier keine Zeit ergeben; die Marke ist ausgelassen. In Pro Tools Min:Secs anzeigen und noch einmal exportieren." },
    { "The listing holds no markers that can be placed in time.", "Die Liste enthält keine Marken, die eine Zeit ergeben." },
    { "'{}' is no time that can be placed without the project's tempo; the row was left out. Set REAPER's ruler to seconds, then export again.", "„{}“ ist keine Zeit, die sich ohne das Tempo des Projekts einordnen lässt; die Zeile ist ausgelassen. In REAPER das Lineal auf Sekunden stellen und noch einmal exportieren." },
    { "It holds no markers or regions with a time.", "Darin sind weder Marken noch Regionen mit einer Zeit." },
    { "The marker's line cannot be read; it was left out.", "Die Zeile der Marke ist nicht lesbar; sie ist ausgelassen." },
    { "The project has no markers or regions.", "Das Projekt hat weder Marken noch Regionen." },
    { "The line is no marker; it was left out.", "Die Zeile ist keine Marke; sie ist ausgelassen." },
    { "No line is a marker such as: 1 46.5 \"Name\" 0.", "Keine Zeile ist eine Marke wie: 1 46.5 \"Name\" 0." },
    { "The pictures are too large for the host's project, which keeps the chapters without them: save them in a file of their own.", "Die Bilder sind zu groß für das Projekt des Hosts, das die Kapitel ohne sie behält: in einer eigenen Datei speichern." },
    { "What the host kept is too long to be Earmark's.", "Was der Host behalten hat, ist zu lang, um von Earmark zu sein." },
    { "What the host kept is none of Earmark's.", "Was der Host behalten hat, ist nicht von Earmark." },
    { "The host's project was saved with a newer Earmark.", "Das Projekt des Hosts wurde mit einem neueren Earmark gespeichert." },
    { "What the host kept is damaged; the chapters cannot be read.", "Was der Host behalten hat, ist beschädigt; die Kapitel sind nicht lesbar." },

    // FFmpeg's metadata, and XML
    { "The chapter has no usable START; it was left out.", "Das Kapitel hat kein brauchbares START; es ist ausgelassen." },
    { "The tag '{}'.", "Das Tag „{}“." },
    { "The chapter's tag '{}'.", "Das Tag „{}“ des Kapitels." },
    { "The chapters end a millisecond before the next; they were made to meet it.", "Die Kapitel enden eine Millisekunde vor dem nächsten; sie enden jetzt dort, wo es beginnt." },
    { "There is no section [CHAPTER] in it.", "Darin ist kein Abschnitt [CHAPTER]." },
    { "Edition {} of {} was taken; another edition can be chosen.", "Ausgabe {} von {} ist genommen; eine andere lässt sich wählen." },
    { "The edition is a play list of parts; its times are those of the file, not of the list.", "Die Ausgabe ist eine Abspielliste aus Teilen; ihre Zeiten sind die der Datei und nicht die der Liste." },
    { "The chapter has no usable ChapterTimeStart; it was left out.", "Das Kapitel hat kein brauchbares ChapterTimeStart; es ist ausgelassen." },
    { "The chapter is disabled; it was taken as hidden.", "Das Kapitel ist abgeschaltet; es gilt als verborgen." },
    { "The chapter is in another file.", "Das Kapitel ist in einer anderen Datei." },
    { "It holds no ChapterAtom with a time.", "Darin ist kein ChapterAtom mit einer Zeit." },
    { "'{}' is no time; the chapter was left out.", "„{}“ ist keine Zeit; das Kapitel ist ausgelassen." },
    { "The element 'chapters' holds no chapters.", "Das Element „chapters“ enthält keine Kapitel." },
    { "The feed has {} episodes with chapters; '{}' was taken. Another episode can be chosen.", "Der Feed hat {} Folgen mit Kapiteln; genommen ist „{}“. Eine andere lässt sich wählen." },
    { "Chapters elsewhere, which Earmark does not fetch: {}", "Kapitel an anderer Stelle, die Earmark nicht holt: {}" },
    { "No chapters stand in the feed itself; it may only link to them. Download that file and read it.", "Im Feed selbst stehen keine Kapitel; vielleicht verweist er nur auf sie. Dann jene Datei herunterladen und lesen." },
    { "No episode of the feed has chapters.", "Keine Folge des Feeds hat Kapitel." },
    { "The chapter has no usable 'starttime'; it was left out.", "Das Kapitel hat keine brauchbare „starttime“; es ist ausgelassen." },
    { "The picture '{}' is another file.", "Das Bild „{}“ ist eine andere Datei." },
    { "The XML holds more than {} tags.", "Das XML enthält mehr als {} Tags." },
    { "The XML is nested deeper than {} levels.", "Das XML ist tiefer als {} Ebenen verschachtelt." },
    { "The XML cannot be read here: {}.", "Das XML ist hier nicht lesbar: „{}“." },
    { "The XML is not well formed here ({}); it was read up to this place.", "Das XML ist hier nicht wohlgeformt („{}“); gelesen ist es bis zu dieser Stelle." },

    // JSON, Earmark's own among it
    { "The JSON is nested deeper than {} levels.", "Das JSON ist tiefer als {} Ebenen verschachtelt." },
    { "The JSON is not complete or not well formed here.", "Das JSON ist hier nicht vollständig oder nicht wohlgeformt." },
    { "The JSON holds a number that is too large.", "Das JSON enthält eine Zahl, die zu groß ist." },
    { "'{}' is not carried, here and wherever else it stands.", "„{}“ wird nicht übernommen, hier und wo es sonst steht." },
    { "An entry that Earmark does not know.", "Ein Eintrag, den Earmark nicht kennt." },
    { "'{}' must be {}.", "„{}“ muss {} sein." },
    { "true or false", "wahr oder falsch" },
    { "a number in range", "eine Zahl im erlaubten Bereich" },
    { "a list", "eine Liste" },
    { "an object", "ein Objekt" },
    { "a time that audio can have", "eine Zeit, die Audio haben kann" },
    { "The chapter has no usable 'startTime'; it was left out.", "Das Kapitel hat keine brauchbare „startTime“; es ist ausgelassen." },
    { "The chapter has no usable '{}'; it was left out.", "Das Kapitel hat kein brauchbares „{}“; es ist ausgelassen." },
    { "There are no chapters in the list 'chapters'.", "In der Liste „chapters“ sind keine Kapitel." },
    { "The times of the audio that came out were taken; the others can be chosen.", "Genommen sind die Zeiten des fertigen Audios (Ausgang); die anderen lassen sich wählen." },
    { "The times of the audio that went in were taken; the others can be chosen.", "Genommen sind die Zeiten des Audios, das hineinging (Eingang); die anderen lassen sich wählen." },
    { "The production has no chapters.", "Die Produktion hat keine Kapitel." },
    { "A chapter must be an object.", "Ein Kapitel muss ein Objekt sein." },
    { "The text of a link without an address.", "Der Text eines Links ohne Adresse." },
    { "The picture is no valid base64.", "Das Bild ist kein gültiges base64." },
    { "'{}' is no kind of chapter; chapter, ad and note are.", "„{}“ ist keine Art von Kapitel; es gibt chapter, ad und note." },
    { "The chapter has no 'start_ms'.", "Das Kapitel hat kein „start_ms“." },
    { "The audio must be an object.", "Das Audio muss ein Objekt sein." },
    { "The project's audio, '{}'.", "Das Audio des Projekts, „{}“." },
    { "The JSON must be an object with a list of chapters.", "Das JSON muss ein Objekt mit einer Liste von Kapiteln sein." },
    { "It was written by a newer Earmark (format {}, this one reads up to {}).", "Ein neueres Earmark hat es geschrieben (Format {}, dieses liest bis {})." },

    // Archives
    { "A file in the archive cannot be unpacked; it may be encrypted.", "Eine Datei im Archiv lässt sich nicht entpacken; vielleicht ist sie verschlüsselt." },
    { "The archive is damaged: a file in it cannot be unpacked.", "Das Archiv ist beschädigt: Eine Datei darin lässt sich nicht entpacken." },
    { "A file in the archive unpacks to more than {} MB.", "Eine Datei im Archiv ist entpackt größer als {} MB." },
    { "The archive is damaged or cut off.", "Das Archiv ist beschädigt oder abgeschnitten." },
    { "The archive holds more than {} files.", "Das Archiv enthält mehr als {} Dateien." },
    { "The archive holds no project that Earmark knows.", "Das Archiv enthält kein Projekt, das Earmark kennt." } };
// clang-format on

} // namespace

std::span<const Translation> readers()
{
    return rows;
}

} // namespace earmark::german
