// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/FileFacts.h"

#include "Foundation/Bytes.h"
#include "Tagging/Flac/Blocks.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/Ogg/Headers.h"
#include "Tagging/Riff/Id3Chunk.h"

namespace earmark
{

namespace
{

using Source = std::shared_ptr<const ByteSource>;

void addLeadingTag (const Source& source, FileFacts& facts)
{
    if (auto stream = id3::TaggedStream::open (source))
    {
        if (facts.container->id == "mp3")
            if (const auto length = measureMp3 (*source, stream->begin, stream->end))
                facts.mp3 = *length;

        facts.tag = std::move (stream->tag);
    }
}

void addMovie (const Source& source, FileFacts& facts)
{
    if (auto movie = mp4::readMovie (*source))
    {
        facts.nero = raw::neroEntries (movie->moov);
        facts.movie = std::move (*movie);
    }
}

void addChunks (const Source& source, FileFacts& facts)
{
    const auto file = riff::readChunks (*source);

    if (! file)
        return;

    if (auto chunk = riff::readId3 (*source, *file))
        facts.tag = std::move (chunk->tag);

    const auto* cue = file->isBigEndian() ? nullptr : file->find ("cue ");
    const auto text = cue == nullptr ? std::string {} : riff::contentOf (*source, *cue).value_or ({});
    constexpr std::size_t count = 4, entry = 24;

    for (std::size_t at = count; at + entry <= text.size(); at += entry)
        facts.cueIds.push_back (bytes::little<std::uint32_t> (text, at));
}

void addFlac (const Source& source, FileFacts& facts)
{
    const auto file = flac::readBlocks (*source);

    if (! file)
        return;

    facts.hasCueBlock = file->find (flac::BlockType::cueSheet) != nullptr;

    if (auto comments = flac::readComments (*source, *file))
        facts.comments = std::move (*comments);
}

void addOgg (const Source& source, FileFacts& facts)
{
    if (const auto file = ogg::readHeaders (*source))
        if (auto comments = ogg::commentsOf (*file))
            facts.comments = std::move (*comments);
}

/** Where there is more to examine than what reading gives. */
struct Structure
{
    std::string_view container;
    void (*add) (const Source&, FileFacts&);
};

constexpr Structure structures[] {
    { "mp3", addLeadingTag }, { "aac", addLeadingTag }, { "mp4", addMovie }, { "wav", addChunks },
    { "aiff", addChunks },    { "flac", addFlac },      { "ogg", addOgg },
};

Result<FileFacts> factsOf (const Source& source, const Container& container)
{
    auto reading = container.read (source);

    if (! reading)
        return std::unexpected (reading.error());

    FileFacts facts { .container = &container, .reading = std::move (*reading), .stored = {} };
    facts.stored.episode = facts.reading.episode;

    if (! facts.reading.lists.empty())
        facts.stored.chapters = facts.reading.lists.front().chapters;

    for (const auto& [id, add] : structures)
        if (id == container.id)
            add (source, facts);

    if (facts.tag)
        facts.chapterFrames = raw::rawChapters (*facts.tag);

    return facts;
}

} // namespace

Result<ExaminedFile> examine (const std::shared_ptr<const ByteSource>& source)
{
    const auto* container = containerOf (*source);

    if (container == nullptr)
        return failure (Error::Kind::unsupported,
                        "It is no audio file that Earmark knows, whatever its name says.");

    return factsOf (source, *container)
        .transform ([&] (FileFacts&& facts) { return ExaminedFile { source, std::move (facts) }; });
}

Result<ExaminedFile> examine (const std::filesystem::path& path)
{
    return FileSource::open (path).and_then ([] (const std::shared_ptr<const ByteSource>& source)
                                             { return examine (source); });
}

} // namespace earmark
