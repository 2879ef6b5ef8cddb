// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Publish.h"

#include "Formats/ChapterFormat.h"
#include "Formats/NotesReading.h"
#include "Foundation/File.h"
#include "Model/Differences.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Sniffing.h"
#include "Tagging/TaggedFile.h"

#include <array>
#include <format>

namespace earmark
{

namespace
{

constexpr std::string_view markdownNotes = ".notes.md", htmlNotes = ".notes.html";

constexpr std::array<Destination, 7> table { { { "podcasting-json", ".chapters.json" },
                                               { "psc", ".psc" },
                                               { "youtube", ".youtube.txt" },
                                               { "spotify", ".spotify.txt" },
                                               { "apple-podcasts", ".apple.txt" },
                                               { "notes-markdown", markdownNotes },
                                               { "notes-html", htmlNotes } } };

/** Where two lists may differ: descriptions hold whole seconds, files whole milliseconds. */
constexpr auto tolerance = Duration::fromMilliseconds (600);

bool isNotes (const std::filesystem::path& path)
{
    const auto name = toUtf8 (path.filename());
    return name.ends_with (markdownNotes) || name.ends_with (htmlNotes);
}

Result<Outline> listIn (const std::filesystem::path& path)
{
    if (containerAt (path) != nullptr)
        return readTaggedFile (path).transform ([] (TaggedFile&& file) { return std::move (file.outline); });

    if (isNotes (path))
        return readFile (path, maxDocumentBytes).transform (chaptersInNotes);

    return readFile (path, maxDocumentBytes)
        .and_then ([&] (const std::string& bytes) { return importOutline (bytes, toUtf8 (path)); })
        .transform ([] (ImportedOutline&& imported) { return std::move (imported.reading.outline); });
}

} // namespace

std::span<const Destination> destinations()
{
    return table;
}

Outline listToPublish (Outline outline)
{
    std::erase_if (outline.chapters, [] (const Chapter& c) { return c.kind == Chapter::Kind::note; });
    sortChapters (outline.chapters);

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        outline.chapters[i].title = shownTitle (outline.chapters[i], i + 1);

    return outline;
}

Result<WrittenDocument> writeDestination (const Destination& destination,
                                          const Outline& outline,
                                          const std::filesystem::path& folder,
                                          const std::string& stem,
                                          bool dryRun)
{
    const auto* format = findFormat (destination.format);
    WrittenDocument document { folder / pathFromUtf8 (stem + std::string (destination.suffix)),
                               leftOutOf (*format, outline),
                               listFor (*format, outline) };

    if (format->check != nullptr)
        document.notices.append_range (format->check (document.list));

    if (! dryRun)
        if (auto saved = writeFile (document.path, writeDocument (*format, outline)); ! saved)
            return std::unexpected (saved.error());

    return document;
}

Result<std::size_t> checkAgreement (const Outline& meant, const std::filesystem::path& path)
{
    const auto stored = listIn (path);

    if (! stored)
        return std::unexpected (stored.error());

    const auto differences =
        describe (compareLists (meant, *stored, tolerance), meant, *stored, "the outline", "this file");

    if (! differences.empty())
        return failure (Error::Kind::mismatch,
                        std::format ("It does not agree with the outline. {}", differences));

    return stored->chapters.size();
}

} // namespace earmark
