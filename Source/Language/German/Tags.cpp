// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // MP3, AAC
    { "It holds no AAC frames.", "Sie enthält keine AAC-Frames." },
    { "It holds no MPEG audio frames.", "Sie enthält keine MPEG-Audio-Frames." },
    { "It is no MP3: it holds no MPEG audio frames.", "Sie ist keine MP3: Sie enthält keine MPEG-Audio-Frames." },
    { "The file's header says {}, but its audio lasts {}: it was cut or joined, and players may seek to the wrong place.", "Der Kopf der Datei sagt {}, doch ihr Audio dauert {}: Sie wurde geschnitten oder zusammengefügt, und Player springen womöglich an die falsche Stelle." },
    { "It has a variable bit rate without a seek table: players may jump to the wrong place. Export it again with a Xing header, or with a constant bit rate.", "Sie hat eine variable Bitrate ohne Sprungtabelle: Player springen womöglich an die falsche Stelle. Noch einmal mit Xing-Header oder mit konstanter Bitrate exportieren." },

    // ID3 tags
    { "Its ID3 tag is longer than the file: the file is cut off or damaged.", "Ihr ID3-Tag ist länger als die Datei: Die Datei ist abgeschnitten oder beschädigt." },
    { "Its tag is ID3v2.{}, which Earmark does not rewrite; save it once as ID3v2.3 with a tag editor.", "Ihr Tag ist ID3v2.{}, das Earmark nicht umschreibt; einmal mit einem Tag-Editor als ID3v2.3 speichern." },
    { "Its tag is a compressed ID3v2.{}, which Earmark does not rewrite; save it once as ID3v2.3 with a tag editor.", "Ihr Tag ist ein komprimierter ID3v2.{}, den Earmark nicht umschreibt; einmal mit einem Tag-Editor als ID3v2.3 speichern." },
    { "Its ID3 tag is damaged: the extended header is cut off.", "Ihr ID3-Tag ist beschädigt: Der erweiterte Kopf ist abgeschnitten." },
    { "Its ID3 tag is damaged: the frame {} is longer than the tag.", "Ihr ID3-Tag ist beschädigt: Der Frame {} ist länger als der Tag." },
    { "Its ID3 tag holds more than {} frames.", "Ihr ID3-Tag enthält mehr als {} Frames." },
    { "The file has another ID3v2 tag behind the first one or at its end, which is not read and stays as it is: some players show its chapters, too. A tag editor can join them.", "Die Datei hat hinter dem ersten oder am Ende noch einen ID3v2-Tag, der nicht gelesen wird und bleibt: Manche Player zeigen auch dessen Kapitel. Ein Tag-Editor kann die beiden zusammenführen." },
    { "The file has only an ID3v1 or APE tag; with a title in an ID3v2 tag, many players no longer show what else the other one says.", "Die Datei hat nur einen ID3v1- oder APE-Tag; steht ein Titel in einem ID3v2-Tag, zeigen viele Player nicht mehr, was der andere sonst sagt." },
    { "Title and album stay those of its ID3v1 or APE tag, which many players no longer show where an ID3v2 tag has a title.", "Titel und Album bleiben die des ID3v1- oder APE-Tags, den viele Player nicht mehr zeigen, wo ein ID3v2-Tag einen Titel hat." },
    { "{} link is left out: its chapter has another one already.", "{} Link ist ausgelassen: Sein Kapitel hat schon einen anderen." },
    { "{} links are left out: their chapters have other ones already.", "{} Links sind ausgelassen: Ihre Kapitel haben schon andere." },
    { "The table of contents has {} part with a name, '{}', which is no chapter and is left out.", "Das Inhaltsverzeichnis hat {} Teil mit Namen, „{}“, der kein Kapitel und ausgelassen ist." },
    { "The table of contents has {} parts with names, '{}' the first, which are no chapters and are left out.", "Das Inhaltsverzeichnis hat {} Teile mit Namen, als ersten „{}“, die keine Kapitel und ausgelassen sind." },
    { "The tag's extended header (a checksum of the old tag) is not kept.", "Der erweiterte Kopf des Tags (eine Prüfsumme des alten) bleibt nicht erhalten." },
    { "The tag would be larger than the 256 MB that ID3 allows; use smaller pictures.", "Der Tag wäre größer als die 256 MB, die ID3 erlaubt; kleinere Bilder nehmen." },
    { "The tag is {} MB long, and players load it before they play; smaller pictures (about 1400 pixels, 200 KB) start sooner.", "Der Tag ist {} MB lang, und Player laden ihn, bevor sie spielen; mit kleineren Bildern (etwa 1400 Pixel, 200 KB) geht es früher los." },
    { "{} of the chapters has only a picture's address; an ID3 tag holds the pictures themselves.", "{} Kapitel, deren Bild nur eine Adresse ist; ein ID3-Tag fasst die Bilder selbst." },
    { "{} of the chapters have only a picture's address; an ID3 tag holds the pictures themselves.", "{} Kapitel, deren Bild nur eine Adresse ist; ein ID3-Tag fasst die Bilder selbst." },
    { "{} chapters do not fit into one table of contents, which holds 255: they are divided among several, of which Pocket Casts on iOS shows only the first.", "{} Kapitel sind zu viele für ein Inhaltsverzeichnis, das 255 fasst: Sie verteilen sich auf mehrere, von denen Pocket Casts auf iOS nur das erste zeigt." },
    { "In an ID3v2.4 tag, FFmpeg, mpv and Pocket Casts on iOS lose chapters that have pictures; the profile 'safe' makes the tag ID3v2.3.", "In einem ID3v2.4-Tag verlieren FFmpeg, mpv und Pocket Casts auf iOS Kapitel, die Bilder haben; das Profil „sicher“ macht den Tag zu ID3v2.3." },
    { "The tag is ID3v2.3, which more players read, and stays so.", "Der Tag ist ID3v2.3, das mehr Player lesen, und bleibt es." },
    { "Its ID3v2.2 tag holds a frame {}, for which ID3v2.3 has no form; save it as ID3v2.3 with a tag editor first.", "Ihr ID3v2.2-Tag enthält einen Frame {}, für den ID3v2.3 keine Form hat; zuerst mit einem Tag-Editor als ID3v2.3 speichern." },
    { "The picture in its ID3v2.2 tag is damaged.", "Das Bild in ihrem ID3v2.2-Tag ist beschädigt." },
    { "The frame {} of its ID3 tag is damaged.", "Der Frame {} ihres ID3-Tags ist beschädigt." },
    { "The frame {} of its ID3v2.4 tag is compressed or encrypted; Earmark cannot carry it over to ID3v2.3.", "Der Frame {} ihres ID3v2.4-Tags ist komprimiert oder verschlüsselt; Earmark kann ihn nicht nach ID3v2.3 übernehmen." },
    { "Its ID3v2.4 tag holds a frame {}, which ID3v2.3 does not have; remove it or save the file as ID3v2.3 with a tag editor.", "Ihr ID3v2.4-Tag enthält einen Frame {}, den ID3v2.3 nicht kennt; ihn entfernen oder die Datei mit einem Tag-Editor als ID3v2.3 speichern." },
    { "Its ID3v2.4 tag holds synchronised lyrics in an encoding that ID3v2.3 does not have; save it as ID3v2.3 with a tag editor first.", "Ihr ID3v2.4-Tag enthält synchronisierten Text in einer Codierung, die ID3v2.3 nicht kennt; zuerst mit einem Tag-Editor als ID3v2.3 speichern." },

    // FLAC, Ogg
    { "The file also has a {} with {} tracks, which stays: players that read both (FFmpeg, mpv) will list its tracks among the chapters. Take it out if it is not wanted.", "Die Datei hat auch ein Cuesheet ({}) mit {} Tracks, das bleibt: Player, die beides lesen (FFmpeg, mpv), führen seine Tracks unter den Kapiteln auf. Bitte entfernen, wenn es nicht gewünscht ist." },
    { "{} chapter has a title but no time that can be read, '{}'; it is left out.", "{} Kapitel mit Titel, aber ohne lesbare Zeit, „{}“, ist ausgelassen." },
    { "{} chapters have titles but no times that can be read, '{}' the first; they are left out.", "{} Kapitel mit Titel, aber ohne lesbare Zeit, als erstes „{}“, sind ausgelassen." },
    { "The file does not say how long it is; save it again with `flac` or an editor first.", "Die Datei sagt nicht, wie lang sie ist; zuerst mit `flac` oder einem Editor neu speichern." },
    { "Its metadata is longer than the file: the file is cut off or damaged.", "Ihre Metadaten sind länger als die Datei: Die Datei ist abgeschnitten oder beschädigt." },
    { "Its metadata does not begin with STREAMINFO.", "Ihre Metadaten beginnen nicht mit STREAMINFO." },
    { "The comments would exceed the 16 MB that FLAC allows.", "Die Kommentare wären größer als die 16 MB, die FLAC erlaubt." },
    { "It is cut off or damaged: no page says where its audio ends.", "Sie ist abgeschnitten oder beschädigt: Keine Seite sagt, wo ihr Audio endet." },
    { "It is an Ogg file, but neither Vorbis nor Opus.", "Sie ist eine Ogg-Datei, aber weder Vorbis noch Opus." },
    { "It holds several streams side by side (video, or a program's own data), which Earmark does not rewrite; copy the sound alone into a file first (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg).", "Sie enthält mehrere Streams nebeneinander (Video oder eigene Daten eines Programms), die Earmark nicht umschreibt; zuerst nur den Ton in eine Datei kopieren (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg)." },
    { "It holds a Skeleton stream beside the sound, a directory of the file that Earmark does not rewrite; copy the sound alone into a file first (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg).", "Sie enthält neben dem Ton einen Skeleton-Stream, ein Verzeichnis der Datei, das Earmark nicht umschreibt; zuerst nur den Ton in eine Datei kopieren (ffmpeg -i IN -map 0:a:0 -c copy OUT.ogg)." },
    { "It holds several streams, one after the other, each with a time of its own, so that chapters cannot be written; save it as one with an audio editor first.", "Sie enthält mehrere Streams hintereinander, jeden mit eigener Zeit, so dass sich keine Kapitel schreiben lassen; zuerst mit einem Audio-Editor als einen speichern." },
    { "Its comments or the decoder's setup are larger than the 64 MB that are sensible.", "Ihre Kommentare oder die Einstellung des Decoders sind größer als die 64 MB, die sinnvoll sind." },
    { "The file begins with an ID3v2 tag, which has no place in an Ogg file: it is not read, and stays as it is.", "Die Datei beginnt mit einem ID3v2-Tag, der in eine Ogg-Datei nicht gehört: Er wird nicht gelesen und bleibt, wie er ist." },
    { "Its headers share a page with the audio, which no Ogg file should.", "Ihre Köpfe teilen sich eine Seite mit dem Audio, was keine Ogg-Datei soll." },
    { "Its comment header is damaged.", "Ihr Kommentarkopf ist beschädigt." },
    { "The comments would be larger than the 64 MB that are sensible.", "Die Kommentare wären größer als die 64 MB, die sinnvoll sind." },
    { "An Ogg page is damaged or missing.", "Eine Ogg-Seite ist beschädigt oder fehlt." },
    { "Its comments are damaged: one is longer than their block.", "Ihre Kommentare sind beschädigt: Einer ist länger als ihr Block." },
    { "The outline has {} chapters; comments hold no more than 1,000, whose numbers have three digits.", "Die Gliederung hat {} Kapitel; Kommentare fassen höchstens 1000, deren Nummern drei Ziffern haben." },
    { "The last chapter begins after 99 hours, more than the comments' two digits hold.", "Das letzte Kapitel beginnt nach mehr als 99 Stunden; die zwei Ziffern der Kommentare fassen das nicht." },
    { "AntennaPod shows none of the chapters of such a file when there are more than 100; the outline has {}.", "AntennaPod zeigt bei mehr als 100 Kapiteln keines aus einer solchen Datei; die Gliederung hat {}." },

    // Names of parts, as the proof lists them
    { "block of type {}", "Block vom Typ {}" },
    { "comment {}", "Kommentar {}" },
    { "frame {}", "Frame {}" },
    { "chunk '{}'", "Chunk „{}“" },
    { "name of the encoder", "Name des Encoders" },
    { "setup of the decoder", "Einstellung des Decoders" },
    { "page of the headers with a wrong number", "Seite der Köpfe mit falscher Nummer" },
    { "page with a wrong number", "Seite mit falscher Nummer" },
    { "page with a wrong checksum", "Seite mit falscher Prüfsumme" },
    { "bytes behind the frames", "Bytes hinter den Frames" },
    { "bytes behind the comments", "Bytes hinter den Kommentaren" },
    { "bytes behind the ID3 tag", "Bytes hinter dem ID3-Tag" },
    { "bytes behind the last atom", "Bytes hinter dem letzten Atom" },
    { "kind of file", "Art der Datei" },
    { "top level", "oberste Ebene" } };
// clang-format on

} // namespace

std::span<const Translation> tags()
{
    return rows;
}

} // namespace earmark::german
