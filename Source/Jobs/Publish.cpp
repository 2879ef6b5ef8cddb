// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Publish.h"

#include "Formats/AdBreaks.h"
#include "Formats/ChapterFormat.h"
#include "Formats/NotesReading.h"
#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Differences.h"
#include "Model/Lint.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Sniffing.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

constexpr std::string_view markdownNotes = "notes-markdown", htmlNotes = "notes-html";

/** Those for hosts are the last, behind what every outline is written to. */
constexpr std::array<Destination, 9> table { { { "podcasting-json", ".chapters.json" },
                                               { "psc", ".psc" },
                                               { "youtube", ".youtube.txt" },
                                               { "spotify", ".spotify.txt" },
                                               { "apple-podcasts", ".apple.txt" },
                                               { markdownNotes, ".notes.md" },
                                               { htmlNotes, ".notes.html" },
                                               { "blubrry", ".blubrry.txt" },
                                               { "spreaker", ".spreaker.json" } } };

bool listsAdBreaks (const Destination& destination)
{
    return findFormat (destination.format)->capabilities.content == Capabilities::Content::adBreaks;
}

bool hasAdBreaks (const Outline& outline)
{
    return std::ranges::contains (outline.chapters, Chapter::Kind::adBreak, &Chapter::kind);
}

/** Null where the name is that of no document of these. */
const Destination* destinationAt (const std::filesystem::path& path)
{
    const auto name = toUtf8 (path.filename());
    const auto found =
        std::ranges::find_if (table, [&] (const Destination& d) { return name.ends_with (d.suffix); });
    return found == table.end() ? nullptr : &*found;
}

/** By how much times there may differ from those that were meant: descriptions hold the seconds begun, files at least their own steps. */
Duration toleranceFor (const Destination* destination)
{
    const auto holdsSeconds =
        destination != nullptr && findFormat (destination->format)->capabilities.stepsPerSecond == 1;
    return Duration::fromMilliseconds (holdsSeconds ? 1000 : 600);
}

struct Stored
{
    Outline list;
    std::optional<Position> endOfAudio; ///< in an audio file
};

Result<Stored> storedIn (const std::filesystem::path& path)
{
    if (containerAt (path) != nullptr)
        return readTaggedFile (path).transform (
            [] (TaggedFile&& file)
            {
                const auto end = file.length.transform ([] (Duration length) { return Position (length); });
                return Stored { std::move (file.outline), end };
            });

    const auto* destination = destinationAt (path);

    if (destination != nullptr && (destination->format == markdownNotes || destination->format == htmlNotes))
        return readFile (path, maxDocumentBytes)
            .transform ([] (const std::string& bytes) { return Stored { chaptersInNotes (bytes), {} }; });

    if (destination != nullptr && listsAdBreaks (*destination))
        return readFile (path, maxDocumentBytes)
            .transform ([] (const std::string& bytes) { return Stored { adBreaksIn (bytes), {} }; });

    return readFile (path, maxDocumentBytes)
        .and_then ([&] (const std::string& bytes) { return importOutline (bytes, toUtf8 (path)); })
        .transform ([] (ImportedOutline&& imported)
                    { return Stored { std::move (imported.reading.outline), {} }; });
}

bool isSame (Position a, Position b, Duration tolerance)
{
    return a - b <= tolerance && b - a <= tolerance;
}

/** Whether a chapter lasts until the next one or the end of the audio: many audio files hold no other ends, and documents state none then. */
bool isOpen (const Stored& stored, std::size_t index, Duration tolerance)
{
    const auto& chapters = stored.list.chapters;
    const auto& end = chapters[index].end;

    if (! end || ! stored.endOfAudio)
        return ! end;

    const auto next = index + 1 < chapters.size() ? chapters[index + 1].start : *stored.endOfAudio;
    return isSame (*end, next, tolerance);
}

/** One sentence about the first end that is not what was meant, of lists that agree otherwise; empty where there is none. */
std::string differenceOfEnds (const Outline& meant, const Stored& stored, Duration tolerance)
{
    for (const auto& [i, j] : pairByTitle (meant.chapters, stored.list.chapters))
    {
        const auto& chapter = meant.chapters[i];

        // Without a stated end, the last one lasts as long as the audio, whose length the list does not know.
        if (isOpen (stored, j, tolerance) || (i + 1 == meant.chapters.size() && ! chapter.end))
            continue;

        const auto end = *stored.list.chapters[j].end;

        if (const auto right = rangeOf (meant, i, {}).end; ! isSame (end, right, tolerance))
            return std::format ("In this file {} ends at {}, in the outline at {}.",
                                callOf (chapter, i),
                                formatTime (end),
                                formatTime (right));
    }

    return {};
}

/** Of a picture that whoever reads the document elsewhere could not load: a file, or the picture itself. */
bool isOffTheWeb (const Chapter& chapter)
{
    const auto* linked = chapter.image ? std::get_if<LinkedImage> (&*chapter.image) : nullptr;
    const auto address = linked != nullptr ? toLowerAscii (linked->url) : std::string();
    return chapter.image && ! address.starts_with ("http://") && ! address.starts_with ("https://");
}

Outline withWebPicturesOnly (Outline outline)
{
    for (auto& chapter : outline.chapters)
        if (isOffTheWeb (chapter))
            chapter.image.reset();

    return outline;
}

/** What withWebPicturesOnly() takes out of a document. */
Notices leftOffTheWeb (const Outline& list)
{
    const auto count = std::ranges::count_if (list.chapters, isOffTheWeb);

    if (count == 0)
        return {};

    const std::string_view sentence =
        count == 1
            ? "{} picture without a web address is left out: put it on the web, and name it by that."
            : "{} pictures without web addresses are left out: put them on the web, and name them by those.";
    return { { Notice::Grade::ignored, std::vformat (sentence, std::make_format_args (count)), {} } };
}

} // namespace

std::span<const Destination> destinations()
{
    return table;
}

std::vector<Destination> destinationsFor (const Outline& outline)
{
    std::vector<Destination> all (table.begin(), table.end());

    if (! hasAdBreaks (outline))
        std::erase_if (all, listsAdBreaks);

    return all;
}

std::vector<std::filesystem::path>
staleLists (const Outline& outline, const std::filesystem::path& folder, const std::string& stem)
{
    std::vector<std::filesystem::path> stale;
    std::error_code code;

    if (hasAdBreaks (outline))
        return stale;

    for (const auto& destination : table)
        if (auto path = pathOf (destination, folder, stem);
            listsAdBreaks (destination) && std::filesystem::exists (path, code))
            stale.push_back (std::move (path));

    return stale;
}

Outline listToPublish (Outline outline, std::optional<Duration> lengthOfAudio)
{
    auto& chapters = outline.chapters;
    const auto endOfAudio = lengthOfAudio.transform (
        [] (Duration length) // to the millisecond below, which is where chapters in files end
        { return Position::fromMilliseconds (length.milliseconds (Rounding::down)); });
    std::erase_if (chapters, [] (const Chapter& c) { return c.kind == Chapter::Kind::note; });
    sortChapters (chapters);

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto& chapter = chapters[i];
        chapter.title = shownTitle (chapter, i + 1);

        if (chapter.end)
            if (chapter.end = rangeOf (outline, i, endOfAudio).end; *chapter.end <= chapter.start)
                chapter.end.reset();
    }

    return outline;
}

std::filesystem::path
pathOf (const Destination& destination, const std::filesystem::path& folder, const std::string& stem)
{
    return folder / pathFromUtf8 (stem + std::string (destination.suffix));
}

Result<WrittenDocument> writeDestination (const Destination& destination,
                                          const Outline& given,
                                          const std::filesystem::path& folder,
                                          const std::string& stem,
                                          bool dryRun)
{
    const auto* format = findFormat (destination.format);
    const auto outline = withWebPicturesOnly (given);
    WrittenDocument document { pathOf (destination, folder, stem),
                               leftOutOf (*format, outline),
                               listFor (*format, outline) };

    if (format->capabilities.content == Capabilities::Content::adBreaks)
    {
        document.list = adBreaksOf (outline);
        document.listed = Listed::adBreaks;
    }

    if (format->capabilities.images)
        document.notices.append_range (leftOffTheWeb (listFor (*format, given)));

    if (format->check != nullptr)
        document.notices.append_range (format->check (document.list));

    if (! dryRun)
        if (auto saved = writeFile (document.path, writeDocument (*format, outline)); ! saved)
            return std::unexpected (saved.error());

    return document;
}

Result<std::size_t> checkAgreement (const Outline& meant, const std::filesystem::path& path)
{
    const auto stored = storedIn (path);

    if (! stored)
        return std::unexpected (stored.error());

    const auto tolerance = toleranceFor (destinationAt (path));
    auto differences = describe (
        compareLists (meant, stored->list, tolerance), meant, stored->list, "the outline", "this file");

    if (differences.empty())
        differences = differenceOfEnds (meant, *stored, tolerance);

    if (! differences.empty())
        return failure (Error::Kind::mismatch,
                        std::format ("It does not agree with the outline. {}", differences));

    return stored->list.chapters.size();
}

} // namespace earmark
