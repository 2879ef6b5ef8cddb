// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace earmark
{

/** A document that goes beside the audio: a format's id, and the end of the document's name. */
struct Destination
{
    std::string_view format, suffix;
};

/** Feed documents, descriptions for platforms that make chapters of them, show notes, and lists of ad breaks for hosts. */
std::span<const Destination> destinations();

/** What an outline is to be written to: all of those, but the lists of ad breaks where it has none. */
std::vector<Destination> destinationsFor (const Outline&);

/** Lists of ad breaks that lie where those of the outline would, though it has none: they are of an earlier run, and say what is meant no more. */
std::vector<std::filesystem::path>
staleLists (const Outline&, const std::filesystem::path& folder, const std::string& stem);

/** What is said of each of them. */
inline constexpr std::string_view isStaleList =
    "It lists ad breaks of an earlier run, and the outline has none now: delete it.";

/** What listeners are to see of an outline: all but the producer's own notes, in order, called as in audio files, and with ends where those
    let chapters end: none after the next start, or after the audio where its length is known. */
Outline listToPublish (Outline, std::optional<Duration> lengthOfAudio);

/** What a document lists. */
enum class Listed
{
    chapters,
    adBreaks
};

struct WrittenDocument
{
    std::filesystem::path path;
    Notices notices; ///< what it leaves out, and what the target's own rules say against the rest
    Outline list;    ///< what it holds
    Listed listed = Listed::chapters;
};

/** Writes the document "STEM.SUFFIX" of one destination into a folder, with such pictures only as have an address on the web. With `dryRun` nothing is written. */
Result<WrittenDocument> writeDestination (const Destination&,
                                          const Outline&,
                                          const std::filesystem::path& folder,
                                          const std::string& stem,
                                          bool dryRun);

/** Where the document of a destination lies: "STEM.SUFFIX" in the folder. */
std::filesystem::path
pathOf (const Destination&, const std::filesystem::path& folder, const std::string& stem);

/** Reads what lies there, audio or document, and compares it with the list that was meant: titles, starts, and such ends as it states; a
    description holds whole seconds only, so that up to one may lie between; elsewhere it is 0.6 s. Its number of chapters, or of ad breaks; fails with Kind::mismatch where it says something else. */
Result<std::size_t> checkAgreement (const Outline& meant, const std::filesystem::path&);

} // namespace earmark
