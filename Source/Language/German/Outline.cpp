// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

namespace
{

// clang-format off: a row is a line
constexpr Translation rows[] {
    // What is wrong with chapters, and what was mended. A chapter is called by its title or its number.
    { "'{}'", "„{}“" },
    { "chapter {}", "Kapitel {}" },
    { "{} begins at {}, but the audio ends at {}.", "{} beginnt bei {}, doch das Audio endet bei {}." },
    { "{} ends at {}, {} after the audio.", "{} endet bei {}, {} nach dem Audio." },
    { "The first chapter, {}, begins at {}.", "Das erste Kapitel, {}, beginnt bei {}." },
    { "{} lasts {} ms.", "{} dauert {} ms." },
    { "{} and {} both begin at {}.", "{} und {} beginnen beide bei {}." },
    { "Chapter {} at {} has no title.", "Kapitel {} bei {} hat keinen Titel." },
    { "{} ends at {}, no later than it begins.", "{} endet bei {}, nicht später, als es beginnt." },
    { "{} ends at {}, after the next one begins.", "{} endet bei {}, nachdem das nächste begonnen hat." },
    { "The title of {} takes {} bytes.", "Der Titel von {} braucht {} Byte." },
    { "The link of {} is no web address.", "Der Link von {} ist keine Webadresse." },
    { "The link of {} takes {} bytes.", "Der Link von {} braucht {} Byte." },
    { "The picture of {} is only an address.", "Das Bild von {} ist nur eine Adresse." },
    { "{} is hidden.", "{} ist verborgen." },
    { "There are {} chapters.", "Es sind {} Kapitel." },
    { "There are only {} chapters.", "Es sind nur {} Kapitel." },
    { "The first chapter begins at {}.", "Das erste Kapitel beginnt bei {}." },
    { "{} lasts {} s.", "{} dauert {} s." },
    { "{} has {} characters.", "{} hat {} Zeichen." },
    { "The titles of chapters {} have more than {} characters.", "Die Titel der Kapitel {} haben mehr als {} Zeichen." },
    { "The titles of chapters {} and {} more have more than {} characters.", "Die Titel der Kapitel {} und {} weiterer haben mehr als {} Zeichen." },
    { "And {} more like this.", "Und {} weitere dieser Art." },
    { "{} begins a millisecond later, at {}.", "{} beginnt eine Millisekunde später, bei {}." },
    { "{} ends where the next one begins.", "{} endet dort, wo das nächste beginnt." },
    { "{} got its number as a title.", "{} hat seine Nummer als Titel bekommen." },
    { "The chapter is not in the document any more.", "Das Kapitel ist nicht mehr im Dokument." },

    // Where two lists, or a list and its audio, differ. The lists are named as they stand behind "in".
    { "Only {} has {}.", "Nur in {} steht {}." },
    { "Only {} has {} and {} more.", "Nur in {} stehen {} und {} weitere." },
    { "the outline", "der Gliederung" },
    { "the file", "der Datei" },
    { "this file", "dieser Datei" },
    { "From {} on, everything begins {} earlier in {} than in {}.", "Ab {0} beginnt alles in {2} {1} früher als in {3}." },
    { "From {} on, everything begins {} later in {} than in {}.", "Ab {0} beginnt alles in {2} {1} später als in {3}." },
    { "{} begins {} earlier in {} than in {}.", "{0} beginnt in {2} {1} früher als in {3}." },
    { "{} begins {} later in {} than in {}.", "{0} beginnt in {2} {1} später als in {3}." },
    { "{} begins {} earlier in {} than in {}, and {} more times differ otherwise.", "{0} beginnt in {2} {1} früher als in {3}, und {4} weitere Zeiten weichen anders ab." },
    { "{} begins {} later in {} than in {}, and {} more times differ otherwise.", "{0} beginnt in {2} {1} später als in {3}, und {4} weitere Zeiten weichen anders ab." },
    { "The outline ends at {}, the audio at {}: {} are missing.", "Die Gliederung endet bei {}, das Audio bei {}: {} fehlen." },
    { "The outline ends at {}, the audio at {}: {} have come in.", "Die Gliederung endet bei {}, das Audio bei {}: {} sind hinzugekommen." },
    { "The last chapter begins at {}, but the audio ends at {}: at least {} are missing.", "Das letzte Kapitel beginnt bei {}, doch das Audio endet bei {}: Mindestens {} fehlen." },
    { "By the sound, all chapters are {} earlier.", "Dem Ton nach sind alle Kapitel {} früher." },
    { "By the sound, all chapters are {} later.", "Dem Ton nach sind alle Kapitel {} später." },
    { "By the sound, the cut lies between {} at {} and {} at {}: from there on everything is {} earlier.", "Dem Ton nach liegt der Schnitt zwischen {} bei {} und {} bei {}: Ab dort ist alles {} früher." },
    { "By the sound, the cut lies between {} at {} and {} at {}: from there on everything is {} later.", "Dem Ton nach liegt der Schnitt zwischen {} bei {} und {} bei {}: Ab dort ist alles {} später." },

    // Files
    { "There is no such file.", "Diese Datei gibt es nicht." },
    { "You may not read it: its permissions do not allow it.", "Lesen ist nicht erlaubt: Die Zugriffsrechte lassen es nicht zu." },
    { "It is a folder, not a file.", "Das ist ein Ordner und keine Datei." },
    { "It cannot be read: {}.", "Sie ist nicht lesbar: {}." },
    { "Reading it failed half-way; the disk or the connection may be faulty.", "Das Lesen brach mittendrin ab; vielleicht ist die Platte oder die Verbindung gestört." },
    { "It is a folder; give a file name.", "Das ist ein Ordner; ein Dateiname ist nötig." },
    { "Writing to it failed.", "Das Schreiben ist misslungen." },
    { "It cannot be reached: {}.", "Sie ist nicht erreichbar: {}." },
    { "It cannot be written there: {}.", "Dorthin lässt sich nicht schreiben: {}." },
    { "Writing failed; the disk may be full. What was there before is unchanged.", "Das Schreiben ist misslungen; vielleicht ist die Platte voll. Was vorher da war, ist unverändert." },
    { "It could not be put in place of the old file, which is unchanged.", "Sie ließ sich nicht an die Stelle der alten Datei setzen, die unverändert ist." },
    { "It is no picture that Earmark can read: take a JPEG, PNG, WebP or GIF.", "Das ist kein Bild, das Earmark lesen kann: JPEG, PNG, WebP oder GIF nehmen." } };
// clang-format on

} // namespace

std::span<const Translation> outline()
{
    return rows;
}

} // namespace earmark::german
