// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // Decoding audio
    { "The audio is damaged near {}; there is silence where nothing could be decoded.", "Das Audio ist bei {} beschädigt; wo sich nichts decodieren ließ, ist Stille." },
    { "The audio is damaged in {} places, the first near {} and the last near {}; there is silence where nothing could be decoded.", "Das Audio ist an {} Stellen beschädigt, zuerst bei {} und zuletzt bei {}; wo sich nichts decodieren ließ, ist Stille." },
    { "The audio ends at {}, although the file says {}: it seems to be cut off.", "Das Audio endet bei {}, obwohl die Datei {} angibt: Sie ist anscheinend abgeschnitten." },
    { "The file could not be read any further than {}.", "Weiter als {} ließ sich die Datei nicht lesen." },
    { "A part of the audio could not be read; there is silence in its place.", "Ein Teil des Audios ließ sich nicht lesen; an seiner Stelle ist Stille." },
    { "There is no decoder for the audio in this file.", "Für das Audio in dieser Datei gibt es keinen Decoder." },
    { "The description of the audio in this file makes no sense.", "Die Angaben zum Audio in dieser Datei ergeben keinen Sinn." },
    { "The audio in this file cannot be decoded.", "Das Audio in dieser Datei lässt sich nicht decodieren." },
    { "Nothing of the audio in this file can be decoded.", "Vom Audio in dieser Datei lässt sich nichts decodieren." },
    { "The file claims more samples a second than any audio has.", "Die Datei behauptet mehr Samples pro Sekunde, als irgendein Audio hat." },
    { "The file cannot be positioned.", "In der Datei lässt sich nicht springen." },
    { "This is no audio file, or not one that Earmark can read.", "Das ist keine Audiodatei, oder keine, die Earmark lesen kann." },
    { "This is no audio file, or not one that this system can read.", "Das ist keine Audiodatei, oder keine, die dieses System lesen kann." },
    { "There is no audio in this file.", "In dieser Datei ist kein Audio." },
    { "This is a folder.", "Das ist ein Ordner." },
    { "The file does not say how fast its audio is to be played.", "Die Datei sagt nicht, wie schnell ihr Audio zu spielen ist." },
    { "Sound and pictures cannot be decoded: FFmpeg's {} is not installed. Install FFmpeg with libavcodec {}.", "Ton und Bilder lassen sich nicht decodieren: {} von FFmpeg ist nicht installiert. FFmpeg mit libavcodec {} installieren." },

    // Pictures
    { "The picture is cut off: its end is missing.", "Das Bild ist abgeschnitten: Sein Ende fehlt." },
    { "The picture is too narrow to be cut square.", "Das Bild ist zu schmal, um es quadratisch zuzuschneiden." },
    { "The picture could not be made into a JPEG.", "Aus dem Bild ließ sich kein JPEG machen." },
    { "The picture is damaged and cannot be read.", "Das Bild ist beschädigt und lässt sich nicht lesen." },
    { "There is not enough memory for the picture.", "Für das Bild reicht der Speicher nicht." },
    { "The picture has more than 100 million pixels: make it smaller first.", "Das Bild hat mehr als 100 Millionen Pixel: zuerst verkleinern." },
    { "It is no picture that Earmark can read: take a JPEG or PNG.", "Das ist kein Bild, das Earmark lesen kann: ein JPEG oder PNG nehmen." },
    { "The cover is left out. {}", "Das Cover ist ausgelassen. {}" },
    { "the cover becomes a JPEG of {} × {} ({} KB instead of {} KB)", "das Cover wird ein JPEG von {} × {} ({} KB statt {} KB)" },
    { "The picture of {} is left out. {}", "Das Bild von {} ist ausgelassen. {}" },
    { "The picture '{}' stays a mere address. {}", "Das Bild „{}“ bleibt eine bloße Adresse. {}" },
    { "It is not in the outline's folder: put it there, and name it from there.", "Es liegt nicht im Ordner der Gliederung: dorthin legen und von dort aus nennen." },
    { "chapter {}, “{}”", "Kapitel {}, „{}“" },
    { "{} and {} more", "{} und {} weiteren" },
    { "the picture of {} becomes a JPEG of {} × {} ({} KB instead of {} KB)", "das Bild von {} wird ein JPEG von {} × {} ({} KB statt {} KB)" },
    { "The contact sheet has no such page.", "Der Kontaktbogen hat keine solche Seite." },
    { "The contact sheet could not be made into a PNG.", "Aus dem Kontaktbogen ließ sich kein PNG machen." },

    // Work on many files
    { "Stopped.", "Abgebrochen." },
    { "There is no such folder.", "Diesen Ordner gibt es nicht." },
    { "It is no folder.", "Das ist kein Ordner." },
    { "The manifest is no valid JSON.", "Das Manifest ist kein gültiges JSON." },
    { "The manifest needs the name of an outline.", "Das Manifest braucht den Namen einer Gliederung." },
    { "Each entry of the manifest needs \"media\" and \"outline\".", "Jeder Eintrag des Manifests braucht „media“ und „outline“." },
    { "A line of the manifest needs an audio file and an outline.", "Eine Zeile des Manifests braucht eine Audiodatei und eine Gliederung." },
    { "The manifest names no files.", "Das Manifest nennt keine Dateien." },
    { "There is no outline called '{}'.", "Es gibt keine Gliederung namens „{}“." },
    { "There are several outlines for it: '{}' and '{}'.", "Dafür gibt es mehrere Gliederungen: „{}“ und „{}“." },
    { "It does not agree with the outline. {}", "Es stimmt nicht mit der Gliederung überein. {}" },
    { "In this file {} ends at {}, in the outline at {}.", "In dieser Datei endet {} bei {}, in der Gliederung bei {}." },

    // Projects
    { "The audio was found beside the project, not at {}.", "Das Audio lag neben dem Projekt, nicht unter {}." },
    { "As a project it would have {} MB, and one of more than {} MB could not be opened again: take pictures out, or use smaller ones. What was saved before is unchanged.", "Als Projekt hätte es {} MB, und eines mit mehr als {} MB ließe sich nicht wieder öffnen: Bilder herausnehmen, oder kleinere nehmen. Was vorher gespeichert war, ist unverändert." },
    { "Files cannot be made in {}.", "In {} lassen sich keine Dateien anlegen." } };
// clang-format on

} // namespace

std::span<const Translation> sound()
{
    return rows;
}

} // namespace earmark::german
