// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Whom rules concern; names of players and programs stay
    { "all that use the table", "alle, die das Inhaltsverzeichnis lesen" },
    { "all that stream", "alle, die streamen" },
    { "all, in audio files", "alle, in Audiodateien" },
    { "older devices", "ältere Geräte" },
    { "players that believe the name", "Player, die der Bezeichnung glauben" },
    { "players that do not sort", "Player, die nicht sortieren" },
    { "players that follow ID3v2.3", "Player, die sich an ID3v2.3 halten" },
    { "players that guess positions from the bit rate", "Player, die Positionen aus der Bitrate schätzen" },
    { "players that trust the header", "Player, die dem Kopf der Datei trauen" },
    { "programs made with mutagen", "Programme, die mutagen benutzen" },
    { "Apple's players", "Apples Player" },
    { "Apple's players (M4A)", "Apples Player (M4A)" },
    { "Apple Podcasts (description)", "Apple Podcasts (Beschreibung)" },
    { "Apple Podcasts, Books, Music, QuickTime, Pocket Casts on iOS", "Apple Podcasts, Books, Music, QuickTime, Pocket Casts auf iOS" },
    { "Apple Podcasts, Overcast, Pocket Casts on iOS, BookPlayer", "Apple Podcasts, Overcast, Pocket Casts auf iOS, BookPlayer" },
    { "AntennaPod (M4A), BookPlayer, Pocket Casts on iOS (MP3)", "AntennaPod (M4A), BookPlayer, Pocket Casts auf iOS (MP3)" },
    { "AntennaPod, Pocket Casts on iOS", "AntennaPod, Pocket Casts auf iOS" },
    { "FFmpeg, TagLib and others", "FFmpeg, TagLib und andere" },
    { "FFmpeg, mpv and players based on it, Pocket Casts on iOS, Apple Podcasts", "FFmpeg, mpv und Player, die darauf aufbauen, Pocket Casts auf iOS, Apple Podcasts" },
    { "FFmpeg, mpv, VLC and others", "FFmpeg, mpv, VLC und andere" },
    { "MP4 players, Pocket Casts on Android, YouTube, Spotify, Apple Podcasts", "MP4-Player, Pocket Casts auf Android, YouTube, Spotify, Apple Podcasts" },
    { "Pocket Casts on Android", "Pocket Casts auf Android" },
    { "Pocket Casts on Android, AntennaPod, FFmpeg, mpv; all in M4A", "Pocket Casts auf Android, AntennaPod, FFmpeg, mpv; in M4A alle" },
    { "Pocket Casts on Android, media3", "Pocket Casts auf Android, media3" },
    { "Pocket Casts on iOS", "Pocket Casts auf iOS" },
    { "Pocket Casts on iOS and others with narrow lists", "Pocket Casts auf iOS und andere mit schmalen Listen" },
    { "Pocket Casts on iOS (M4A)", "Pocket Casts auf iOS (M4A)" },
    { "Pocket Casts on iOS, Apple's players", "Pocket Casts auf iOS, Apples Player" },
    { "Pocket Casts on iOS, BookPlayer", "Pocket Casts auf iOS, BookPlayer" },

    // What a listener sees: lists
    { "chapters point to the wrong places: the outline belongs to a longer cut", "die Kapitel zeigen auf falsche Stellen: die Gliederung gehört zu einer längeren Fassung" },
    { "chapters may point to the wrong places: something came in that the outline does not know, such as an ad", "Kapitel zeigen womöglich auf falsche Stellen: etwas kam hinzu, das die Gliederung nicht kennt, etwa Werbung" },
    { "the chapter cannot be played, and is listed all the same", "das Kapitel lässt sich nicht abspielen und wird doch aufgelistet" },
    { "the last chapter is drawn beyond the end of the bar", "das letzte Kapitel wird über das Ende der Leiste hinaus gezeichnet" },
    { "what lies before the first chapter is untitled or counted to it; lists in descriptions are ignored as a whole", "was vor dem ersten Kapitel liegt, hat keinen Titel oder wird ihm zugerechnet; Listen in Beschreibungen gelten als Ganzes nicht" },
    { "nobody hears the chapter: the next one begins at once", "niemand hört das Kapitel: Das nächste beginnt sofort" },
    { "give it its time, or remove it", "gib ihm seine Zeit oder entferne es" },
    { "only one of the two is shown", "nur eines der beiden wird gezeigt" },
    { "a number or an internal name is shown instead of a title", "statt eines Titels wird eine Nummer oder ein interner Name gezeigt" },
    { "the chapter is left out", "das Kapitel fehlt" },
    { "the chapter may be left out", "das Kapitel fehlt womöglich" },
    { "players disagree on which of the two is playing", "Player sind sich nicht einig, welches der beiden läuft" },
    { "the title is cut at 127 bytes in Nero's list", "der Titel ist in Neros Liste nach 127 Byte abgeschnitten" },
    { "the link is left out", "der Link fehlt" },
    { "the link is missing in an M4A", "in einer M4A fehlt der Link" },
    { "no picture is shown", "es wird kein Bild gezeigt" },
    { "the chapter is listed all the same", "das Kapitel wird trotzdem aufgelistet" },
    { "chapters after the 255th are missing, or all of them", "Kapitel nach dem 255. fehlen, oder alle" },
    { "what is shown depends on whether the player takes the feed's list or the file's", "was gezeigt wird, hängt davon ab, ob der Player die Liste des Feeds oder die der Datei nimmt" },
    { "no chapters are made of the description", "aus der Beschreibung werden keine Kapitel" },
    { "the title is cut", "der Titel wird gekürzt" },

    // Pictures
    { "the picture is distorted", "das Bild wird verzerrt" },
    { "the picture comes late, or not at all", "das Bild kommt spät oder gar nicht" },
    { "playback starts late: pictures are loaded before the audio", "die Wiedergabe beginnt spät: Bilder werden vor dem Audio geladen" },
    { "no picture", "kein Bild" },
    { "the picture may be missing", "das Bild fehlt womöglich" },

    // ID3 tags
    { "no list of chapters", "keine Liste der Kapitel" },
    { "no chapters, or only the first ones", "keine Kapitel oder nur die ersten" },
    { "empty entries, or chapters that are not listed", "leere Einträge oder Kapitel, die nicht aufgelistet sind" },
    { "only the chapters of the first table are listed", "nur die Kapitel des ersten Inhaltsverzeichnisses werden aufgelistet" },
    { "the chapter is missing, or has no title or picture", "das Kapitel fehlt oder hat keinen Titel oder kein Bild" },
    { "the title is missing", "der Titel fehlt" },
    { "the title may be unreadable", "der Titel ist womöglich unlesbar" },
    { "an internal name such as \"ch3\" is shown", "ein interner Name wie „ch3“ wird gezeigt" },
    { "the link leads nowhere", "der Link führt ins Leere" },
    { "one chapter stands for another", "ein Kapitel steht für ein anderes" },
    { "the list is out of order", "die Liste ist durcheinander" },
    { "titles and pictures may be damaged", "Titel und Bilder sind womöglich beschädigt" },
    { "playback starts late: the tag is loaded before the audio", "die Wiedergabe beginnt spät: der Tag wird vor dem Audio geladen" },

    // MP4 and others
    { "a part of the list, or none of it: readers differ in where they read a count beyond 255", "nur ein Teil der Liste oder nichts davon: eine Anzahl über 255 wird an verschiedenen Stellen gelesen" },
    { "this chapter and all behind it are missing", "dieses Kapitel und alle dahinter fehlen" },
    { "the file cannot be opened", "die Datei lässt sich nicht öffnen" },
    { "the small player and the lock screen show no picture", "der kleine Player und der Sperrbildschirm zeigen kein Bild" },
    { "each player shows another list", "jeder Player zeigt eine andere Liste" },
    { "no chapters: it takes the last two digits for the number", "keine Kapitel: er hält die letzten zwei Ziffern für die Nummer" },
    { "chapters after the 1,000th are missing", "Kapitel nach dem 1000. fehlen" },
    { "the tracks of the cue sheet are listed among the chapters", "die Tracks des Cuesheets stehen mit in der Kapitelliste" },
    { "each chapter is listed twice", "jedes Kapitel wird zweimal aufgelistet" },
    { "jumping to a chapter lands up to a minute beside it", "ein Sprung zu einem Kapitel landet bis zu einer Minute daneben" },
    { "jumping to a chapter lands beside it", "ein Sprung zu einem Kapitel landet daneben" },

    // What to do about it
    { "use the outline of this cut, or shift or stretch this one", "die Gliederung dieser Fassung nehmen oder diese verschieben oder dehnen" },
    { "remove it, or use the outline of this cut", "es entfernen oder die Gliederung dieser Fassung nehmen" },
    { "end it with the audio", "es mit dem Audio enden lassen" },
    { "let the first chapter begin at 0:00, or put one in front", "das erste Kapitel bei 0:00 beginnen lassen oder eines davorsetzen" },
    { "give each a time of its own; writing moves the second by a millisecond", "jedem eine eigene Zeit geben; beim Schreiben rückt das zweite um eine Millisekunde weiter" },
    { "write a title; writing calls it by its number", "einen Titel angeben; beim Schreiben heißt es sonst nach seiner Nummer" },
    { "end it with the next one", "es mit dem nächsten enden lassen" },
    { "end it where the next one begins", "es da enden lassen, wo das nächste beginnt" },
    { "shorten it, if the cut would be ugly", "den Titel kürzen, wenn der Schnitt unschön wäre" },
    { "begin it with https://", "den Link mit https:// beginnen" },
    { "use a shorter address", "eine kürzere Adresse nehmen" },
    { "give the picture itself", "das Bild selbst angeben" },
    { "leave it out, where it must not be seen", "es weglassen, wo es niemand sehen darf" },
    { "use an M4B, whose chapter track holds more; for AntennaPod fewer chapters, or several files", "eine M4B nehmen, deren Kapitelspur mehr fasst; für AntennaPod weniger Kapitel oder mehrere Dateien" },
    { "write the outline into the file, or make the feed's document from the file", "die Gliederung in die Datei schreiben oder das Dokument des Feeds aus der Datei machen" },
    { "list at least three", "mindestens drei auflisten" },
    { "begin at 0:00", "bei 0:00 beginnen" },
    { "let each last 10 s or more", "jedes mindestens 10 s dauern lassen" },
    { "let each last 30 s or more", "jedes mindestens 30 s dauern lassen" },
    { "keep it to 40 characters", "mit 40 Zeichen auskommen" },
    { "keep it to 62 characters", "mit 62 Zeichen auskommen" },
    { "cut it square", "quadratisch zuschneiden" },
    { "use up to 1400 × 1400", "höchstens 1400 × 1400 nehmen" },
    { "keep each below 200 KB", "jedes unter 200 KB halten" },
    { "use JPEG or PNG", "JPEG oder PNG nehmen" },
    { "name it right", "es richtig bezeichnen" },
    { "use a baseline JPEG", "ein Baseline-JPEG nehmen" },
    { "write the table", "das Inhaltsverzeichnis schreiben" },
    { "set the bit", "das Bit setzen" },
    { "count them right, in tables of no more than 255", "richtig zählen, in Inhaltsverzeichnissen mit höchstens 255 Einträgen" },
    { "name the chapters that there are", "die Kapitel nennen, die es gibt" },
    { "use one table, which holds up to 255 chapters", "ein einziges Inhaltsverzeichnis nehmen, das bis zu 255 Kapitel fasst" },
    { "write ID3v2.3", "ID3v2.3 schreiben" },
    { "write UTF-16", "UTF-16 schreiben" },
    { "write a title", "einen Titel schreiben" },
    { "let the title come first", "den Titel an den Anfang setzen" },
    { "write it in ASCII", "sie in ASCII schreiben" },
    { "give each a name of its own", "jedem einen eigenen Namen geben" },
    { "sort it", "sie sortieren" },
    { "write the tag plain", "den Tag ohne Unsynchronisation schreiben" },
    { "use smaller pictures", "kleinere Bilder nehmen" },
    { "write both lists", "beide Listen schreiben" },
    { "end the list at 255", "die Liste bei 255 enden lassen" },
    { "cut it at 127 bytes", "ihn nach 127 Byte abschneiden" },
    { "cut titles between characters", "Titel zwischen zwei Zeichen abschneiden" },
    { "let the audio track name the chapters", "die Tonspur auf die Kapitel verweisen lassen" },
    { "write all lists from one", "alle Listen aus einer schreiben" },
    { "give the episode a cover, too", "auch der Folge ein Cover geben" },
    { "use no more than 100", "höchstens 100 nehmen" },
    { "use no more than 1,000", "höchstens 1000 nehmen" },
    { "let the time come first", "die Zeit an den Anfang setzen" },
    { "take the cue sheet out", "das Cuesheet entfernen" },
    { "let the ids count from 0", "die Nummern bei 0 beginnen lassen" },
    { "export again with a seek table (Xing header), or at a constant bit rate", "noch einmal exportieren, mit Sprungtabelle (Xing-Header) oder mit konstanter Bitrate" },
    { "export again: the file was cut or joined", "noch einmal exportieren: die Datei wurde geschnitten oder zusammengefügt" } };
// clang-format on

} // namespace

std::span<const Translation> rules()
{
    return rows;
}

} // namespace earmark::german
