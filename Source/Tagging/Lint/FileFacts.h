// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
#include "Tagging/Id3/RawTag.h"
#include "Tagging/Lint/RawChapters.h"
#include "Tagging/Mp3Length.h"
#include "Tagging/Mp4/Movie.h"
#include "Tagging/Xiph/Comments.h"

namespace earmark
{

/** An audio file as its own structures have it, for the rules of this folder. What a container does not have is empty. */
struct FileFacts
{
    const Container* container = nullptr;
    ContainerReading reading;
    Outline stored; ///< the first list

    std::optional<id3::RawTag> tag;
    std::optional<raw::RawChapters> chapterFrames; ///< where the tag holds chapters
    std::optional<Mp3Length> mp3;
    std::optional<mp4::Movie> movie;
    std::optional<std::vector<raw::NeroEntry>> nero;
    std::optional<xiph::Comments> comments;
    bool hasCueBlock = false;
    std::vector<std::uint32_t> cueIds; ///< of a WAV, in the order of the file
};

/** A file that is looked at, and what it says of itself. */
struct ExaminedFile
{
    std::shared_ptr<const ByteSource> source;
    FileFacts facts;
};

/** Fails when it is of no known kind, and as the container's reader does. */
Result<ExaminedFile> examine (const std::shared_ptr<const ByteSource>&);

/** The same for a file on the disk; fails when the file cannot be read, too. */
Result<ExaminedFile> examine (const std::filesystem::path&);

} // namespace earmark
