// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Lists of chapters in a file, as sentences call them
    { "CHAPTERxxx comments", "CHAPTERxxx-Kommentare" },
    { "cue points", "Cue-Punkte" },
    { "{} edition {}", "{}-Edition {}" },
    { "CUESHEET block", "CUESHEET-Block" },
    { "CUESHEET comment", "CUESHEET-Kommentar" },

    // What a write does besides
    { "{} is set to '{}'", "{} wird „{}“" },
    { "the title", "der Titel" },
    { "the album", "das Album" },
    { "the {} is taken out", "{} wird entfernt" },
    { "the tag becomes ID3v2.3, which every player reads", "der Tag wird ID3v2.3, das jeder Player liest" },
    { "the pages of audio get other numbers, since the comments need more or fewer pages", "die Seiten mit Audio bekommen andere Nummern, weil die Kommentare mehr oder weniger Seiten brauchen" },

    // The cover
    { "the cover is added", "das Cover kommt hinzu" },
    { "One chapter has no picture; in an MP4, players may go on showing the one before it.", "Ein Kapitel hat kein Bild; in einer MP4 zeigen Player dabei vielleicht das davor weiter." },
    { "{} chapters have no picture; in an MP4, players may go on showing the one before them.", "{} Kapitel haben kein Bild; in einer MP4 zeigen Player dabei vielleicht das davor weiter." },
    { "The cover is only an address; only a picture itself goes into a file.", "Das Cover ist nur eine Adresse; in eine Datei kommt nur ein Bild selbst." },
    { "The cover is not written, since the file's own tags are to stay as they are.", "Das Cover wird nicht geschrieben, weil die Tags der Datei bleiben sollen, wie sie sind." },
    { "The cover is not written: players know covers as JPEG and PNG only.", "Das Cover wird nicht geschrieben: Player kennen Cover nur als JPEG und PNG." },
    { "The cover is not written: it is larger than the 16 MB that every file can hold.", "Das Cover wird nicht geschrieben: Es ist größer als die 16 MB, die jede Datei fasst." },
    { "The file has a cover already, which stays; the episode's is another one.", "Die Datei hat schon ein Cover, und das bleibt; das der Folge ist ein anderes." },
    { "The file has a cover already, which stays: only its title and album are replaced. Take the cover out of the file first, and the episode's goes in.", "Die Datei hat schon ein Cover, und das bleibt: Nur Titel und Album werden ersetzt. Zuerst das Cover aus der Datei nehmen, dann kommt das der Folge hinein." },
    { "The cover is not written: a Matroska file has it as an attachment, which mkvpropedit can add.", "Das Cover wird nicht geschrieben: Eine Matroska-Datei hat es als Anhang, den mkvpropedit hinzufügen kann." },

    // Chapters that were in the file
    { "One other chapter in the file is replaced; restore brings it back.", "Ein anderes Kapitel in der Datei wird ersetzt; Zurückholen bringt es wieder." },
    { "{} other chapters in the file are replaced; restore brings them back.", "{} andere Kapitel in der Datei werden ersetzt; Zurückholen bringt sie wieder." },
    { "One other chapter in the file is replaced, and restore cannot bring it back: it cannot be kept in '{}'.", "Ein anderes Kapitel in der Datei wird ersetzt, und Zurückholen bringt es nicht wieder: In „{}“ lässt es sich nicht aufheben." },
    { "{} other chapters in the file are replaced, and restore cannot bring them back: they cannot be kept in '{}'.", "{} andere Kapitel in der Datei werden ersetzt, und Zurückholen bringt sie nicht wieder: In „{}“ lassen sie sich nicht aufheben." },
    { "One other chapter of the file is not in the new one.", "Ein anderes Kapitel der Datei fehlt in der neuen." },
    { "{} other chapters of the file are not in the new one.", "{} andere Kapitel der Datei fehlen in der neuen." },

    // What chapters become in the file
    { "The chapter '{}' begins at {}, but the audio ends at {}, at least {} too early: the outline belongs to another cut. Remove the chapter, find the cut, or shift or stretch all of them.", "Das Kapitel „{}“ beginnt bei {}, doch das Audio endet bei {}, mindestens {} zu früh: Die Gliederung gehört zu einer anderen Fassung. Das Kapitel entfernen, den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "The chapter '{}' begins at {}, where the audio ends: the outline belongs to another cut. Remove the chapter, find the cut, or shift or stretch all of them.", "Das Kapitel „{}“ beginnt bei {}, wo das Audio endet: Die Gliederung gehört zu einer anderen Fassung. Das Kapitel entfernen, den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "From '{}' at {} on, chapters {} begin where the audio ends: the outline belongs to another cut. Remove them, find the cut, or shift or stretch all of them.", "Ab „{}“ bei {} beginnen die Kapitel {} dort, wo das Audio endet: Die Gliederung gehört zu einer anderen Fassung. Sie entfernen, den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "From '{}' at {} on, chapters {} begin after the audio, which ends at {}, at least {} too early: the outline belongs to another cut. Remove them, find the cut, or shift or stretch all of them.", "Ab „{}“ bei {} beginnen die Kapitel {} nach dem Audio, das bei {} endet, mindestens {} zu früh: Die Gliederung gehört zu einer anderen Fassung. Sie entfernen, den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "The chapter at {} has no title; it is written as '{}'.", "Das Kapitel bei {} hat keinen Titel; es wird als „{}“ geschrieben." },
    { "Chapters {} have no titles; each is written as 'Chapter' with its number.", "Die Kapitel {} haben keinen Titel; jedes wird als „Chapter“ mit seiner Nummer geschrieben." },
    { "The chapters go on to {}, but the audio ends at {}, {} earlier: chapter {} would end after the audio, and ends with it. If something was cut out, what lies behind the cut is too late: find the cut, or shift or stretch all of them.", "Die Kapitel reichen bis {}, doch das Audio endet bei {}, {} früher: Kapitel {} würde nach dem Audio enden und endet mit ihm. Wurde etwas herausgeschnitten, so liegt alles hinter dem Schnitt zu spät: den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "The chapters go on to {}, but the audio ends at {}, {} earlier: chapters {} would end after the audio, and end with it. If something was cut out, what lies behind the cut is too late: find the cut, or shift or stretch all of them.", "Die Kapitel reichen bis {}, doch das Audio endet bei {}, {} früher: Die Kapitel {} würden nach dem Audio enden und enden mit ihm. Wurde etwas herausgeschnitten, so liegt alles hinter dem Schnitt zu spät: den Schnitt suchen, oder alle verschieben oder dehnen." },
    { "The outline holds nothing but the producer's own remarks, which are not written.", "Die Gliederung enthält nur eigene Notizen, und die werden nicht geschrieben." },
    { "One chapter began before the audio and was moved to its beginning.", "Ein Kapitel begann vor dem Audio und ist an dessen Anfang gesetzt." },
    { "{} chapters began before the audio and were moved to its beginning.", "{} Kapitel begannen vor dem Audio und sind an dessen Anfang gesetzt." },
    { "One chapter began at the same time as the one before and was moved by a millisecond, since no container can hold both.", "Ein Kapitel begann zur selben Zeit wie das vorige und ist um eine Millisekunde versetzt, weil keine Datei beide fassen kann." },
    { "{} chapters began at the same time as the one before and were moved by a millisecond, since no container can hold both.", "{} Kapitel begannen zur selben Zeit wie das vorige und sind um eine Millisekunde versetzt, weil keine Datei beide fassen kann." },
    { "{} of the producer's own remarks is not written.", "Eigene Notizen werden nicht geschrieben: {}." },
    { "{} of the producer's own remarks are not written.", "Eigene Notizen werden nicht geschrieben: {}." },
    { "{} chapter has a summary or points; {} does not hold them.", "{} Kapitel mit Zusammenfassung oder Stichpunkten; {} fasst sie nicht." },
    { "{} chapters have summaries or points; {} does not hold them.", "{} Kapitel mit Zusammenfassung oder Stichpunkten; {} fasst sie nicht." },
    { "{} chapter has a link; {} does not hold it.", "{} Kapitel mit Link; {} fasst ihn nicht." },
    { "{} chapters have links; {} does not hold them.", "{} Kapitel mit Link; {} fasst ihn nicht." },
    { "{} chapter has a picture; {} does not hold pictures for chapters.", "{} Kapitel mit Bild; {} fasst keine Bilder für Kapitel." },
    { "{} chapters have pictures; {} does not hold them for chapters.", "{} Kapitel mit Bild; {} fasst keine Bilder für Kapitel." },
    { "{} chapter is hidden but will be listed all the same: {} cannot hide it.", "{} verborgenes Kapitel erscheint trotzdem in der Liste; {} kann es nicht verbergen." },
    { "{} chapters are hidden but will be listed all the same: {} cannot hide them.", "Verborgene Kapitel erscheinen trotzdem in der Liste ({}); {} kann sie nicht verbergen." },
    { "{} chapter ends before the next one begins; in {} it lasts until the next.", "{} Kapitel mit Ende vor dem nächsten; {} lässt es bis zum nächsten dauern." },
    { "{} chapters end before the next one begins; in {} each lasts until the next.", "{} Kapitel mit Ende vor dem nächsten; {} lässt jedes bis zum nächsten dauern." },
    { "{} chapter is a sub-chapter; {} lists it with the others.", "{} Unterkapitel; {} führt es auf derselben Ebene auf." },
    { "{} chapters are sub-chapters; {} lists all of them at one level.", "{} Unterkapitel; {} führt alle auf einer Ebene auf." },
    { "an MP4", "eine MP4" },
    { "an ID3 tag", "ein ID3-Tag" },
    { "a Matroska file", "eine Matroska-Datei" },
    { "a Vorbis comment", "ein Vorbis-Kommentar" },
    { "Its name has no suffix, but it is an {} file and is treated as one.", "Ihr Name hat keine Endung, doch sie ist eine {}-Datei und wird so behandelt." },
    { "Its name ends in '{}', but it is an {} file and is treated as one.", "Ihr Name endet auf „{}“, doch sie ist eine {}-Datei und wird so behandelt." },
    { "There are no chapters to write.", "Es gibt keine Kapitel zu schreiben." },
    { "The {} list has {} chapters, the {} list {}: players will show different ones.", "Die Liste {} hat {} Kapitel, die Liste {} {}: Player zeigen verschiedene." },
    { "Titles in the {} list are not UTF-8; they were read as {}. Check the accented letters.", "Titel in der Liste {} sind kein UTF-8; gelesen sind sie als {}. Bitte Umlaute und Akzente prüfen." },

    // MP4
    { "{} could not be set: the file's metadata has an unusual form.", "{} ließ sich nicht setzen: Die Metadaten der Datei haben eine ungewöhnliche Form." },
    { "The first chapter begins at {}; in an MP4 it must begin at 0:00, and does.", "Das erste Kapitel beginnt bei {}; in einer MP4 muss es bei 0:00 beginnen und tut es dort." },
    { "The first chapter begins at {}; an MP4 needs one at 0:00, so 'Intro' was put in front.", "Das erste Kapitel beginnt bei {}; eine MP4 braucht eines bei 0:00, deshalb steht „Intro“ davor." },
    { "{} chapter has a summary or points; an MP4 does not hold them.", "{} Kapitel mit Zusammenfassung oder Stichpunkten; eine MP4 fasst sie nicht." },
    { "{} chapters have summaries or points; an MP4 does not hold them.", "{} Kapitel mit Zusammenfassung oder Stichpunkten; eine MP4 fasst sie nicht." },
    { "{} link is longer than the 255 bytes that an MP4 can hold; it is not written.", "{} Link über 255 Byte, mehr fasst eine MP4 nicht, wird nicht geschrieben." },
    { "{} links are longer than the 255 bytes that an MP4 can hold; they are not written.", "Links über 255 Byte, mehr fasst eine MP4 nicht, werden nicht geschrieben: {}." },
    { "{} picture is only an address; an MP4 holds the pictures themselves.", "{} Bild ist nur eine Adresse; eine MP4 fasst die Bilder selbst." },
    { "{} pictures are only addresses; an MP4 holds the pictures themselves.", "Bilder, die nur Adressen sind: {}; eine MP4 fasst die Bilder selbst." },
    { "{} hidden chapter is listed all the same: an MP4 cannot hide it.", "{} verborgenes Kapitel erscheint trotzdem in der Liste: Eine MP4 kann es nicht verbergen." },
    { "{} hidden chapters are listed all the same: an MP4 cannot hide them.", "Verborgene Kapitel erscheinen trotzdem in der Liste ({}): Eine MP4 kann sie nicht verbergen." },
    { "{} chapter ends before the next one begins; in an MP4 it lasts until the next.", "{} Kapitel mit Ende vor dem nächsten; in einer MP4 dauert es bis zum nächsten." },
    { "{} chapters end before the next one begins; in an MP4 each lasts until the next.", "{} Kapitel mit Ende vor dem nächsten; in einer MP4 dauert jedes bis zum nächsten." },
    { "{} chapter exceeds the 255 of Nero's list; players that read only that one (AntennaPod) do not show it.", "{} Kapitel zu viel für Neros Liste, die 255 fasst; Player, die nur diese lesen (AntennaPod), zeigen es nicht." },
    { "{} chapters exceed the 255 of Nero's list; players that read only that one (AntennaPod) do not show them.", "{} Kapitel zu viel für Neros Liste, die 255 fasst; Player, die nur diese lesen (AntennaPod), zeigen sie nicht." },
    { "{} title is longer than the {} bytes of Nero's list and is cut there; the QuickTime list has it whole.", "{} Titel über {} Byte: in Neros Liste dort abgeschnitten, in der QuickTime-Liste ganz." },
    { "{} titles are longer than the {} bytes of Nero's list and are cut there; the QuickTime list has them whole.", "{} Titel über {} Byte: in Neros Liste dort abgeschnitten, in der QuickTime-Liste ganz." },
    { "The chapters' pictures are not written: in an MP4 all of them must be JPEGs of one size, as cutting them square makes them.", "Die Bilder der Kapitel werden nicht geschrieben: In einer MP4 müssen alle JPEGs von einer Größe sein, wie quadratisches Zuschneiden sie macht." },
    { "The first picture is shown from 0:00 on: this MP4 counts in steps too long for it to begin at {}.", "Das erste Bild ist ab 0:00 zu sehen: Diese MP4 zählt in zu langen Schritten, als dass es bei {} beginnen könnte." },
    { "Its atom '{}' is longer than what holds it: the file is cut off or damaged.", "Ihr Atom „{}“ ist länger als das, worin es steht: Die Datei ist abgeschnitten oder beschädigt." },
    { "It ends inside an atom: the file is cut off or damaged.", "Sie endet mitten in einem Atom: Die Datei ist abgeschnitten oder beschädigt." },
    { "It has no 'moov' atom, which says what the file holds: the recording or the download was not finished.", "Ihr fehlt das Atom „moov“, in dem steht, was sie enthält: Die Aufnahme oder das Herunterladen wurde nicht fertig." },
    { "Its 'moov' atom is larger than 512 MB.", "Ihr Atom „moov“ ist größer als 512 MB." },
    { "The file ends with an ID3v1 or APE tag, which has no place in an MP4: it is not read, and stays as it is.", "Die Datei endet mit einem ID3v1- oder APE-Tag, der in eine MP4 nicht gehört: Er wird nicht gelesen und bleibt, wie er ist." },
    { "It has more than one 'moov' atom: it is damaged.", "Sie hat mehr als ein Atom „moov“: Sie ist beschädigt." },
    { "It is a fragmented MP4, made for streaming, whose parts would no longer fit together; make an ordinary one of it first (ffmpeg -i IN -c copy OUT.m4a).", "Sie ist eine fragmentierte MP4, zum Streamen gemacht, deren Teile nicht mehr zusammenpassen würden; zuerst eine gewöhnliche daraus machen (ffmpeg -i IN -c copy OUT.m4a)." },
    { "It is encrypted (protected by DRM), and Earmark leaves such files alone.", "Sie ist verschlüsselt (durch DRM geschützt), und solche Dateien lässt Earmark in Ruhe." },
    { "It holds no audio track.", "Sie enthält keine Tonspur." },
    { "It has items at fixed positions of the file ({}), which writing would displace.", "Sie hat Teile an festen Stellen der Datei ({}), die das Schreiben verschieben würde." },
    { "'meta' at the top level", "„meta“ auf der obersten Ebene" },
    { "One of its sample tables points to bytes that no media atom holds: the file is damaged.", "Eine ihrer Sample-Tabellen zeigt auf Bytes, die in keinem Medien-Atom stehen: Die Datei ist beschädigt." },
    { "One of its sample tables points beyond the end of the file: the file is cut off or damaged.", "Eine ihrer Sample-Tabellen zeigt hinter das Ende der Datei: Die Datei ist abgeschnitten oder beschädigt." },
    { "Its layout cannot be settled.", "Ihr Aufbau lässt sich nicht festlegen." },
    { "Its {} is damaged or missing.", "Beschädigt oder nicht vorhanden: {}." },
    { "movie header", "der Kopf des Films (mvhd)" },
    { "track header", "der Kopf einer Spur (tkhd)" },
    { "sample table", "eine Sample-Tabelle" },
    { "table of times", "eine Tabelle der Zeiten (stts)" },

    // Matroska
    { "The file does not say how long it is; remux it once with mkvmerge or FFmpeg.", "Die Datei sagt nicht, wie lang sie ist; einmal mit mkvmerge oder FFmpeg neu verpacken." },
    { "Title and album of a Matroska file are left as they are.", "Titel und Album einer Matroska-Datei bleiben, wie sie sind." },
    { "The file's index of its parts (SeekHead) has no room for chapters. Remux it once with mkvmerge or FFmpeg, which leave some.", "Das Verzeichnis der Teile (SeekHead) hat keinen Platz für Kapitel. Die Datei einmal mit mkvmerge oder FFmpeg neu verpacken, die welchen lassen." },
    { "It was written as a live stream, whose parts do not say how long they are. Remux it once with mkvmerge or FFmpeg.", "Sie wurde als Livestream geschrieben, dessen Teile ihre Länge nicht nennen. Einmal mit mkvmerge oder FFmpeg neu verpacken." },
    { "The whole file has a checksum, which chapters would make wrong.", "Die ganze Datei hat eine Prüfsumme, die mit Kapiteln nicht mehr stimmte." },
    { "The file has no index of its parts (SeekHead), so that players would not find chapters. Remux it once with mkvmerge or FFmpeg.", "Die Datei hat kein Verzeichnis ihrer Teile (SeekHead), so dass Player Kapitel nicht fänden. Einmal mit mkvmerge oder FFmpeg neu verpacken." },
    { "The file's size no longer fits into its header.", "Die Größe der Datei passt nicht mehr in ihren Kopf." },
    { "A part of the file is longer than what holds it: the file is cut off or damaged.", "Ein Teil der Datei ist länger als das, worin er steht: Die Datei ist abgeschnitten oder beschädigt." },
    { "It has more than a million parts.", "Sie hat mehr als eine Million Teile." },
    { "A header of the file is too large.", "Ein Kopf der Datei ist zu groß." },
    { "It begins like a Matroska file, but holds no segment.", "Sie beginnt wie eine Matroska-Datei, enthält aber kein Segment." },

    // WAV, AIFF
    { "{} chapters exceed what markers can count; they are in the ID3 tag only.", "{} Kapitel zu viel für die Marken der Datei; sie stehen nur im ID3-Tag." },
    { "{} title is longer than the {} bytes of a marker's name and is cut there; the ID3 tag has it whole.", "{} Titel über {} Byte: im Namen der Marke dort abgeschnitten, im ID3-Tag ganz." },
    { "{} titles are longer than the {} bytes of a marker's name and are cut there; the ID3 tag has them whole.", "{} Titel über {} Byte: in den Namen der Marken dort abgeschnitten, im ID3-Tag ganz." },
    { "The file's markers belong to the loops of an instrument and stay as they are; the chapters are in the ID3 tag only.", "Die Marken der Datei gehören zu den Loops eines Instruments und bleiben, wie sie sind; die Kapitel stehen nur im ID3-Tag." },
    { "{} chapter begins too late for cue points, which count samples with 32 bits; it is in the ID3 tag only.", "{} Kapitel zu spät für Cue-Punkte, die Samples mit 32 Bit zählen; es steht nur im ID3-Tag." },
    { "{} chapters begin too late for cue points, which count samples with 32 bits; they are in the ID3 tag only.", "{} Kapitel zu spät für Cue-Punkte, die Samples mit 32 Bit zählen; sie stehen nur im ID3-Tag." },
    { "It does not say how its audio is stored.", "Sie sagt nicht, wie ihr Audio gespeichert ist." },
    { "It does not begin with the header of its kind.", "Sie beginnt nicht mit dem Kopf ihrer Art." },
    { "It holds more than 100,000 chunks.", "Sie enthält mehr als 100.000 Chunks." },
    { "Its chunk '{}' is too large.", "Ihr Chunk „{}“ ist zu groß." },
    { "The file ends before its audio does: it was cut off, or its writer never came back to put the sizes into its header. Save it again with an editor first.", "Die Datei endet vor ihrem Audio: Sie ist abgeschnitten, oder ihr Programm hat die Größen nie in den Kopf geschrieben. Zuerst mit einem Editor neu speichern." },
    { "The chapters do not fit into a chunk of 4 GB.", "Die Kapitel passen nicht in einen Chunk von 4 GB." },
    { "It is a 64-bit file without the chunk that has its sizes.", "Sie ist eine 64-Bit-Datei ohne den Chunk mit ihren Größen." },
    { "With its chapters the file would be larger than the 4 GB that its kind allows; save it as RF64 first.", "Mit den Kapiteln wäre die Datei größer als die 4 GB, die ihre Art erlaubt; zuerst als RF64 speichern." } };
// clang-format on

} // namespace

std::span<const Translation> containers()
{
    return rows;
}

} // namespace earmark::german
