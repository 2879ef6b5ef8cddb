// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    { "'{}…'", "„{}…“" },

    // Pictures
    { "The picture of {} has {} × {} pixels.", "Das Bild von {} hat {} × {} Pixel." },
    { "The picture of {} takes {} KB.", "Das Bild von {} braucht {} KB." },
    { "The picture of {} is neither JPEG nor PNG.", "Das Bild von {} ist weder JPEG noch PNG." },
    { "The picture of {} is a {}, but is called '{}'.", "Das Bild von {} ist ein {}, ist aber als „{}“ bezeichnet." },
    { "The picture of {} is a progressive JPEG.", "Das Bild von {} ist ein progressives JPEG." },

    // ID3 tags
    { "The tag has chapters, but no table of contents (CTOC) that lists them.", "Der Tag hat Kapitel, aber kein Inhaltsverzeichnis (CTOC), das sie aufführt." },
    { "No table of contents (CTOC) of the tag has the bit that makes it the top one.", "Kein Inhaltsverzeichnis (CTOC) des Tags hat das Bit, das es zum obersten macht." },
    { "The table of contents '{}' says that it has {} entries, but has {}.", "Das Inhaltsverzeichnis „{}“ gibt {} Einträge an, hat aber {}." },
    { "more", "mehr" },
    { "The table of contents names {} chapters that the tag does not have.", "Das Inhaltsverzeichnis nennt Kapitel, die der Tag nicht hat: {}." },
    { "The first of {} tables of contents lists {} of {} chapters.", "Das erste von {} Inhaltsverzeichnissen führt {} von {} Kapiteln auf." },
    { "The chapter at {} has a title, link or picture of 128 bytes or more, in ID3v2.4.", "Das Kapitel bei {} hat einen Titel, einen Link oder ein Bild von 128 Byte oder mehr, in ID3v2.4." },
    { "The chapter at {} has letters beyond ASCII in the encoding Latin-1.", "Das Kapitel bei {} hat Zeichen jenseits von ASCII in der Codierung Latin-1." },
    { "The chapter at {} is encoded as ID3v2.4 would allow, in a tag of v2.3.", "Das Kapitel bei {} ist codiert, wie es ID3v2.4 erlaubt, steht aber in einem v2.3-Tag." },
    { "The chapter at {} has no title (TIT2).", "Das Kapitel bei {} hat keinen Titel (TIT2)." },
    { "The chapter at {} has another part in front of its title.", "Das Kapitel bei {} hat vor seinem Titel noch etwas anderes." },
    { "The chapter at {} has a link whose description is UTF-16.", "Das Kapitel bei {} hat einen Link, dessen Beschreibung UTF-16 ist." },
    { "The chapter at {} has the internal name of another one.", "Das Kapitel bei {} hat den internen Namen eines anderen." },
    { "The chapters do not stand in the order of their times.", "Die Kapitel stehen nicht in der Reihenfolge ihrer Zeiten." },
    { "The chapter at {} ends before it begins, or says that its end is unknown.", "Das Kapitel bei {} endet, bevor es beginnt, oder gibt sein Ende als unbekannt an." },
    { "The tag with the chapters is unsynchronised.", "Der Tag mit den Kapiteln ist mit Unsynchronisation geschrieben." },
    { "The tag takes {:.1f} MB.", "Der Tag braucht {:.1f} MB." },

    // MP4
    { "The file has Nero's list of chapters, but no QuickTime chapter track.", "Die Datei hat Neros Kapitelliste, aber keine Kapitelspur für QuickTime." },
    { "The file has a QuickTime chapter track, but not Nero's list of chapters.", "Die Datei hat eine Kapitelspur für QuickTime, aber nicht Neros Kapitelliste." },
    { "Nero's list of chapters does not stand in the first 'udta', where AntennaPod looks for it.", "Neros Kapitelliste steht nicht im ersten „udta“, wo AntennaPod sie sucht." },
    { "Nero's list has {} chapters.", "Neros Liste hat {} Kapitel." },
    { "In Nero's list, the title at {} takes more than 127 bytes.", "In Neros Liste braucht der Titel bei {} mehr als 127 Byte." },
    { "In Nero's list, the title at {} is no valid UTF-8.", "In Neros Liste ist der Titel bei {} kein gültiges UTF-8." },
    { "The chapter track belongs to a track that is switched off.", "Die Kapitelspur gehört zu einer Spur, die ausgeschaltet ist." },

    // Other files, and audio
    { "The {} list has {} chapters, the {} list {}.", "Die Liste {} hat {} Kapitel, die Liste {} {}." },
    { "Chapter {} differs between the {} and the {} list.", "Kapitel {} unterscheidet sich zwischen den Listen {} und {}." },
    { "The comments hold {} chapters.", "Die Kommentare enthalten {} Kapitel." },
    { "Chapters have pictures, but the file has no cover.", "Kapitel haben Bilder, doch die Datei hat kein Cover." },
    { "{} stands in front of its time.", "{} steht vor seiner Zeit." },
    { "There is a cue sheet beside the chapters.", "Neben den Kapiteln gibt es ein Cuesheet." },
    { "Cue points stand beside an ID3 tag, and their ids do not count from 0.", "Neben einem ID3-Tag stehen Cue-Punkte, deren Nummern nicht bei 0 beginnen." },
    { "The MP3 has a variable bit rate, but no seek table (Xing header).", "Die MP3 hat eine variable Bitrate, aber keine Sprungtabelle (Xing-Header)." },
    { "The header says {}, but the audio lasts {}.", "Der Kopf der Datei sagt {}, doch das Audio dauert {}." },

    // What players make of a file
    { "What it makes of such a file is not known.", "Was er aus einer solchen Datei macht, ist nicht bekannt." },
    { "It reads the chapter track only, and there is none.", "Er liest nur die Kapitelspur, und es gibt keine." },
    { "It reads the ID3 tag only, and there is none with chapters.", "Er liest nur das ID3-Tag, und es gibt keines mit Kapiteln." },
    { "There is no such list.", "Eine solche Liste gibt es nicht." },
    { "It reads Nero's list only, and there is none.", "Er liest nur Neros Liste, und es gibt keine." },
    { "It reads the length of a title, {}, with a sign: this chapter and all later ones are lost.", "Er liest die Länge eines Titels, {}, mit Vorzeichen: Dieses Kapitel und alle späteren gehen verloren." },
    { "{} has the same last two digits as another: it gives up on all chapters.", "{} hat dieselben letzten zwei Ziffern wie ein anderes: Er gibt alle Kapitel auf." },
    { "It needs a table of contents (CTOC) with the top-level bit.", "Er braucht ein Inhaltsverzeichnis (CTOC), das als oberstes gekennzeichnet ist." },
    { "It has been seen to show no chapters of an ID3v2.4 tag with long titles.", "Beobachtet: Aus einem ID3v2.4-Tag mit langen Titeln zeigt er keine Kapitel." },
    { "{} reads no chapters from files: this is what it makes of them in the description.", "{} liest keine Kapitel aus Dateien: Das wird daraus in der Beschreibung." },
    { "{} reads no chapters from files, and none from the description: {}.", "{} liest keine Kapitel aus Dateien, und auch keine aus der Beschreibung: {}." },
    { "there are fewer than three", "es sind weniger als drei" },
    { "the first does not begin at 0:00", "das erste beginnt nicht bei 0:00" },
    { "chapter {} is shorter than {} s", "Kapitel {} ist kürzer als {} s" },
    { "It loses chapters whose parts it reads too long: their sizes are those of ID3v2.4, or damaged.", "Er verliert Kapitel, deren Teile er zu lang liest: Ihre Größen sind die von ID3v2.4 oder beschädigt." },
    { "It reads no chapters from MP4 (pocket-casts-android#393).", "Er liest keine Kapitel aus MP4 (pocket-casts-android#393)." },
    { "The table of contents says that it has more entries than it has: it gives up.", "Das Inhaltsverzeichnis gibt mehr Einträge an, als es hat: Er gibt auf." },
    { "It shows no chapters of MP3s.", "Er zeigt keine Kapitel aus MP3s." },
    { "FFmpeg and mpv", "FFmpeg und mpv" },
    { "Pocket Casts on Android (media3)", "Pocket Casts auf Android (media3)" } };
// clang-format on

} // namespace

std::span<const Translation> findings()
{
    return rows;
}

} // namespace earmark::german
