// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Inputs.h"
#include "Cli/Pictures.h"
#include "Cli/Retiming.h"
#include "Cli/Snapping.h"
#include "Cli/Writing.h"
#include "Model/Document.h"

#include <map>
#include <optional>

namespace earmark::cli
{

/** Which chapters go into which file, and how: what `tag`, `watch` and `publish` have in common. */
struct TaggingOptions
{
    std::string outline, outlines, manifest; ///< one of them
    std::string heard; ///< the file whose end is that of the audio for one outline for all; may be empty
    RetimingOptions retiming;
    EpisodeTags episodeTags = EpisodeTags::fillEmpty;
    CueSheets cueSheets = CueSheets::keep;
    std::string profile;
    OutlineOptions reading;
    SnapOptions snap;
    PictureFit pictures = PictureFit::whole;

    enum class Sources
    {
        any,
        oneOutline ///< for all files
    };

    void addTo (CLI::App&, Sources = Sources::any);

    /** For --help. */
    static std::string profilesHelp();
};

/** The outline of a file, re-timed as asked, with what is to be said about it. */
struct OutlineForFile
{
    Document document;
    using Pictures = std::map<ChapterId, std::optional<Image>>; ///< where they are not the document's own
    Pictures found;                                             ///< as they lie beside the outline
    Pictures pictures;                                          ///< what was asked to be made of them
    std::optional<Image> cover;                                 ///< for audio files
    std::vector<std::string> moves;                             ///< what --cuts did
    std::vector<std::string> changes;      ///< a sentence for each picture of chapters that was made anew
    std::vector<std::string> coverChanges; ///< the same of the cover
    Notices notices;
};

using OutlineFinder = std::function<Result<OutlineForFile> (const std::filesystem::path&)>;

struct Tagging
{
    OutlineFinder outlineFor;
    Planner planner;
    std::vector<std::string> media;   ///< that a manifest names
    std::vector<std::string> sources; ///< what is read besides the audio: outlines, a manifest, a cut list
};

enum class ReadOutlines
{
    once,
    eachTime ///< they may change while a folder is watched; standard input cannot
};

/** Fails where the options contradict each other, or an outline, a folder or a manifest cannot be read. What it returns can be called
    from several threads. */
Result<Tagging> prepareTagging (const TaggingOptions&, ReadOutlines);

} // namespace earmark::cli
