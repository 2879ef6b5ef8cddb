// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// The English says how the command line gives an answer (--set …); the window asks, so that the German says it without.

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Formats. Names of programs stay.
    { "Ardour session marks", "Ardour-Session (Marken)" },
    { "Ardour Lua script", "Ardour-Lua-Skript" },
    { "Audacity labels", "Audacity-Textmarken" },
    { "Adobe Audition markers", "Adobe-Audition-Marken" },
    { "Cue sheet", "Cuesheet" },
    { "YouTube description", "YouTube-Beschreibung" },
    { "Spotify description", "Spotify-Beschreibung" },
    { "Apple Podcasts description", "Apple-Podcasts-Beschreibung" },
    { "DaVinci Resolve markers (EDL)", "DaVinci-Resolve-Marken (EDL)" },
    { "Avid locators (EDL)", "Avid-Locatoren (EDL)" },
    { "FFmpeg metadata", "FFmpeg-Metadaten" },
    { "Table (CSV)", "Tabelle (CSV)" },
    { "Table with tabs (TSV)", "Tabelle mit Tabulatoren (TSV)" },
    { "Hindenburg session", "Hindenburg-Session" },
    { "Matroska chapters XML", "Matroska-Kapitel (XML)" },
    { "MIDI markers", "MIDI-Marken" },
    { "mp4chaps text", "mp4chaps-Text" },
    { "OGM simple chapters", "Einfache OGM-Kapitel" },
    { "Pasted outline", "Eingefügte Gliederung" },
    { "JSON of other programs", "JSON anderer Programme" },
    { "XML of other programs", "XML anderer Programme" },
    { "Podcasting 2.0 chapters JSON", "Podcasting-2.0-Kapitel (JSON)" },
    { "Podlove player JSON", "Podlove-Player (JSON)" },
    { "Auphonic production JSON", "Auphonic-Produktion (JSON)" },
    { "Podlove chapters in a feed", "Podlove-Kapitel in einem Feed" },
    { "Adobe Premiere Pro markers", "Adobe-Premiere-Pro-Marken" },
    { "Pro Tools session text", "Pro-Tools-Session als Text" },
    { "REAPER region/marker list", "REAPER-Liste der Regionen und Marken" },
    { "REAPER project", "REAPER-Projekt" },
    { "SWS marker list", "SWS-Markenliste" },
    { "Show notes (Markdown)", "Shownotes (Markdown)" },
    { "Show notes (HTML)", "Shownotes (HTML)" },
    { "GPAC text stream", "GPAC-Textstrom" },
    { "Timestamp list", "Liste von Zeiten" },
    { "Titles without times", "Titel ohne Zeiten" },
    { "List of ad breaks (Blubrry)", "Werbeplätze (Blubrry)" },
    { "List of ad breaks (Spreaker)", "Werbeplätze (Spreaker)" },
    { "Web page", "Webseite" },
    { "WebVTT chapters", "WebVTT-Kapitel" },
    { "SubRip subtitles", "SubRip-Untertitel" },

    // What is asked, and the answers to choose from
    { "At which timecode does the timeline begin? It is taken off every time.", "Bei welchem Timecode beginnt die Zeitleiste? Er wird von jeder Zeit abgezogen." },
    { "Are these times of day? Then the first chapter begins at zero.", "Sind das Uhrzeiten? Dann beginnt das erste Kapitel bei null." },
    { "no", "nein" },
    { "yes", "ja" },
    { "Which column holds what? They count from 1.", "Welche Spalte enthält was? Gezählt wird ab 1." },
    { "The sheet is of several files, whose times each begin at zero. How long are they, as 21:30,19:05,…?", "Das Cuesheet besteht aus mehreren Dateien, deren Zeiten jeweils bei null beginnen. Wie lang sind sie, etwa 21:30,19:05,…?" },
    { "There are several projects. Which one?", "Es gibt mehrere Projekte. Welches?" },
    { "There are chapter markers and other markers. Which ones?", "Es gibt Kapitelmarken und andere Marken. Welche?" },
    { "all", "alle" },
    { "chapters", "Kapitel" },
    { "The feed has several episodes with chapters. Which one?", "Der Feed hat mehrere Folgen mit Kapiteln. Welche?" },
    { "The titles are in several languages. Which one?", "Die Titel gibt es in mehreren Sprachen. Welche?" },
    { "The file holds several kinds of named events. Which ones are the chapters?", "Die Datei enthält mehrere Arten benannter Ereignisse. Welche sind die Kapitel?" },
    { "markers", "Marken" },
    { "cues", "Cue-Punkte" },
    { "text", "Text" },
    { "Intro and outro were added, so the times differ: those of the audio that went in (input), or of the audio that came out (output)?", "Intro und Outro kamen hinzu, daher weichen die Zeiten ab: die des Audios, das hineinging (Eingang), oder die des fertigen (Ausgang)?" },
    { "input", "Eingang" },
    { "output", "Ausgang" },

    // What a format cannot hold
    { "{1} holds no chapters; {0} is left out.", "{1}: keine Kapitel; {0} fällt weg." },
    { "{1} holds no chapters; {0} are left out.", "{1}: keine Kapitel; {0} fallen weg." },
    { "None of the chapters is marked as an ad break.", "Keines der Kapitel ist als Werbung markiert." },
    { "{1} cannot hold {2}; {0} chapter loses them.", "{1}: kein Platz für {2}; {0} Kapitel verliert sie." },
    { "{1} cannot hold {2}; {0} chapters lose them.", "{1}: kein Platz für {2}; {0} Kapitel verlieren sie." },
    { "ends", "Enden" },
    { "summaries", "Zusammenfassungen" },
    { "points", "Stichpunkte" },
    { "links", "Links" },
    { "the texts of links", "Linktexte" },
    { "pictures", "Bilder" },
    { "embedded pictures", "eingebettete Bilder" },
    { "the mark of hidden chapters", "die Kennzeichnung verborgener Kapitel" },
    { "levels", "Ebenen" },
    { "{} picture without a web address is left out: put it on the web, and name it by that.", "{} Bild ohne Webadresse ist ausgelassen: ins Web stellen und mit der Adresse nennen." },
    { "{} pictures without web addresses are left out: put them on the web, and name them by those.", "{} Bilder ohne Webadresse sind ausgelassen: ins Web stellen und mit den Adressen nennen." },
    { "the mark of ad breaks", "die Kennzeichnung von Werbung" },
    { "{} ad break is left out: it is not for the listener.", "{} Werbung ist ausgelassen: Sie ist nicht für die Hörer." },
    { "{} ad breaks are left out: they are not for the listener.", "{} Werbeblöcke sind ausgelassen: Sie sind nicht für die Hörer." },
    { "{} hidden chapter is left out: it is not to be listed.", "{} verborgenes Kapitel ist ausgelassen: Es soll in keiner Liste stehen." },
    { "{} hidden chapters are left out: they are not to be listed.", "{} verborgene Kapitel sind ausgelassen: Sie sollen in keiner Liste stehen." },
    { "{} note is left out: they are not for the listener.", "{} Notiz ist ausgelassen: Sie ist nicht für die Hörer." },
    { "{} notes are left out: they are not for the listener.", "{} Notizen sind ausgelassen: Sie sind nicht für die Hörer." },
    { "{1} rounds times to {2}; {0} chapter is moved by less than that.", "{1}: Zeiten werden auf {2} gerundet; {0} Kapitel rückt um weniger als das." },
    { "{1} rounds times to {2}; {0} chapters are moved by less than that.", "{1}: Zeiten werden auf {2} gerundet; {0} Kapitel rücken um weniger als das." },
    { "whole seconds", "ganze Sekunden" },
    { "milliseconds", "Millisekunden" },
    { "1/{} of a second", "1/{} Sekunde" },
    { "{} holds {} chapters at most; the last one is left out.", "{}: höchstens {} Kapitel; das letzte ist ausgelassen." },
    { "{} holds {} chapters at most; the last {} are left out.", "{}: höchstens {} Kapitel; die letzten {} sind ausgelassen." },
    { "{1} cannot hold the character {2} in a title; {0} has another in its place.", "{1}: kein Platz für das Zeichen {2} in Titeln; {0} Titel hat dort ein anderes." },
    { "{1} cannot hold the character {2} in a title; {0} have another in its place.", "{1}: kein Platz für das Zeichen {2} in Titeln; {0} Titel haben dort ein anderes." },
    { "{} cannot hold {}.", "{}: kein Platz für {}." },
    { "the show's title", "den Titel der Sendung" },
    { "the episode's title", "den Titel der Folge" },
    { "the author", "den Autor" },
    { "the description", "die Beschreibung" },
    { "the number", "die Nummer" },
    { "the date", "das Datum" },
    { "the cover", "das Cover" },

    // What platforms make of a description
    { "{} makes no chapters of fewer than {}.", "{} macht keine Kapitel aus weniger als {}." },
    { "{} makes no chapters unless the first begins at 0:00; this one begins at {}.", "{} macht nur Kapitel, wenn das erste bei 0:00 beginnt; dieses beginnt bei Sekunde {}." },
    { "{} wants rising times: '{}' begins with the next one.", "{} verlangt steigende Zeiten: „{}“ beginnt mit dem nächsten." },
    { "{} wants rising times: {} chapters, the first of them '{}' at {}, begin with the next ones.", "{} verlangt steigende Zeiten: {} Kapitel, das erste davon „{}“ bei {}, beginnen mit den nächsten." },
    { "'{}' is only {} s long; {} wants {} s.", "„{}“ ist nur {} s lang; {} verlangt {} s." },
    { "{} chapters, the first of them '{}' at {}, are shorter than the {} s that {} wants.", "{} Kapitel, das erste davon „{}“ bei {}, sind kürzer als die {} s, die {} verlangt." },
    { "The chapter at {} has no title; {} wants one.", "Das Kapitel bei {} hat keinen Titel; {} verlangt einen." },
    { "{} chapters, the first of them at {}, have no titles; {} wants them.", "{} Kapitel, das erste davon bei {}, haben keinen Titel; {} verlangt einen." },
    { "'{}' has {} characters; {} shows {}.", "„{}“ hat {} Zeichen; {} zeigt {}." },
    { "The titles of {} chapters, the first of them '{}' at {}, are longer than the {} characters that {} shows.", "Die Titel von {} Kapiteln, das erste davon „{}“ bei {}, sind länger als die {} Zeichen, die {} zeigt." },

    // Documents of any format
    { "It was read as {}; it could as well be {}.", "Gelesen als {}; es könnte ebenso gut sein: {}." },
    { "{} further notices are not shown.", "{} weitere Hinweise werden nicht gezeigt." },
    { "The chapters were not in the order of time; they were sorted.", "Die Kapitel standen nicht in der Reihenfolge ihrer Zeiten; sie sind sortiert." },
    { "It is larger than {} MB, which no chapter document is.", "Mit mehr als {} MB ist es zu groß für ein Dokument mit Kapiteln." },
    { "It holds more than {} chapters.", "Es enthält mehr als {} Kapitel." },
    { "It holds more than {} lines.", "Es enthält mehr als {} Zeilen." },
    { "{} (format '{}')", "{} („{}“)" },
    { "'{}' is not a format that Earmark reads.", "„{}“ ist kein Format, das Earmark liest." },
    { "No chapters were found: none of its lines holds a time such as 1:23 where a chapter would have it.", "Keine Kapitel gefunden: In keiner Zeile steht eine Zeit wie 1:23 dort, wo ein Kapitel sie hätte." },
    { "There are no chapters in it.", "Darin sind keine Kapitel." },
    { "'{}' is no answer to '{}'; '{}' was taken.", "„{}“ ist keine Antwort auf „{}“; es gilt „{}“." },
    { "'{}' begins at a time that no audio has ({}); it was left out.", "„{}“ beginnt bei einer Zeit, die kein Audio hat ({}); es ist ausgelassen." },
    { "Two chapters begin at {}.", "Zwei Kapitel beginnen bei {}." },
    { "The chapter's end is before its start; it was left out.", "Das Ende des Kapitels liegt vor seinem Anfang; das Ende ist ausgelassen." },
    { "One chapter has no title.", "Ein Kapitel hat keinen Titel." },
    { "{} chapters have no title.", "{} Kapitel haben keinen Titel." },
    { "The chapter has no title.", "Das Kapitel hat keinen Titel." },

    // Texts and their encodings
    { "There is no encoding called '{}'; UTF-8 and Windows-1252 are two.", "Es gibt keine Zeichencodierung „{}“; zwei sind UTF-8 und Windows-1252." },
    { "{} bytes are no characters of {}; they were replaced by \uFFFD.", "{} Byte sind keine Zeichen von {}; sie sind durch \uFFFD ersetzt." },
    { "The text is not UTF-8; it was read as {}, which its letters suggest. Check them, or choose another encoding.", "Der Text ist kein UTF-8; gelesen ist er als {}, wofür seine Buchstaben sprechen. Bitte prüfen oder eine andere Codierung wählen." },
    { "The text has no byte order mark; it was read as UTF-16, as its zero bytes suggest.", "Der Text hat keine Byte-Reihenfolge-Marke; gelesen ist er als UTF-16, wofür seine Nullbytes sprechen." },
    { "The text ends inside a character, which was left out; it may be cut off.", "Der Text endet mitten in einem Zeichen, das ausgelassen ist; vielleicht ist er abgeschnitten." },
    { "This is not text: it holds characters that no text has.", "Das ist kein Text: Er enthält Zeichen, die kein Text hat." },
    { "This is not text: it holds bytes that no text has.", "Das ist kein Text: Er enthält Bytes, die kein Text hat." },
    { "Some characters are damaged, or the text is cut off; they were replaced by \uFFFD.", "Einige Zeichen sind beschädigt, oder der Text ist abgeschnitten; sie sind durch \uFFFD ersetzt." },
    { "The document says that it is {}, but it is UTF-8, and was read as that.", "Das Dokument gibt sich als {} aus, ist aber UTF-8 und so gelesen." },
    { "The text is not UTF-8; it was read as Windows-1252 (Western). Check the accented letters.", "Der Text ist kein UTF-8; gelesen ist er als Windows-1252 (westlich). Bitte Umlaute und Akzente prüfen." },
    { "There is no text in it.", "Darin ist kein Text." },

    // Lists of cuts
    { "Line {}: {}", "Zeile {}: {}" },
    { "'{}' is no cut: a line has to say where one begins and where it ends.", "„{}“ ist kein Schnitt: Eine Zeile muss sagen, wo einer beginnt und wo er endet." },
    { "'{}' is no time that can be read, such as 1:30, 1:02:03.5 or 90.", "„{}“ ist keine Zeit, die sich lesen lässt, wie 1:30, 1:02:03.5 oder 90." },
    { "'{}' counts frames, and a list does not say how long one is: write seconds and their fractions, as in 1:02:03.5.", "„{}“ zählt Frames, und eine Liste sagt nicht, wie lang eines ist: bitte Sekunden und ihre Bruchteile schreiben, wie in 1:02:03.5." },
    { "'{}' is no cut: it ends where it begins, or before.", "„{}“ ist kein Schnitt: Er endet, wo er beginnt, oder davor." },
    { "'{}' is no cut: it begins before the audio.", "„{}“ ist kein Schnitt: Er beginnt vor dem Audio." },
    { "The line holds more than one cut; each needs a line of its own.", "Die Zeile enthält mehr als einen Schnitt; jeder braucht eine eigene." },
    { "It is no cut.", "Das ist kein Schnitt." },
    { "Its header does not say which column holds the ends or the lengths.", "Ihr Kopf sagt nicht, in welcher Spalte die Enden oder die Längen stehen." },
    { "It holds more than {} cuts.", "Sie enthält mehr als {} Schnitte." },
    { "There are no cuts in it.", "Es sind keine Schnitte darin." },
    { "There are no cuts in it: a 1 or a 2 behind a range says that it is only muted, or a change of scene.", "Es sind keine Schnitte darin: Eine 1 oder 2 hinter einem Bereich heißt, dass er nur stumm oder ein Szenenwechsel ist." } };
// clang-format on

} // namespace

std::span<const Translation> formats()
{
    return rows;
}

} // namespace earmark::german
