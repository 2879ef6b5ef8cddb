// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/HostState.h"

#include "Formats/ChapterFormat.h"
#include "Formats/EarmarkJson.h"
#include "Foundation/PackedBytes.h"

#include <algorithm>
#include <map>

// A signature, a version and the length of all, then parts: a name of four letters, a length, as many bytes. Parts that a later version
// may add are passed over. The length is there because wrappers put data of their own behind the plug-in's, and JUCE's believes whatever
// a damaged project says of how much that is. The chapters with their audio, in the JSON of project files, come first, so that what is cut short loses them last.

namespace earmark
{

namespace
{

constexpr std::string_view signature = "EarmarkState";
constexpr std::uint32_t version = 1;
constexpr std::size_t headerSize = signature.size() + 2 * sizeof (std::uint32_t);

void addPart (std::string& bytes, std::string_view name, std::string_view content)
{
    bytes += name;
    pack (bytes, std::uint32_t (content.size()));
    bytes += content;
}

std::string placeOf (Position p)
{
    std::string bytes;
    pack (bytes, p.nanoseconds());
    return bytes;
}

std::string sizeOf (int width, int height)
{
    std::string bytes;
    pack (bytes, std::uint16_t (std::clamp (width, 0, 0xFFFF)));
    pack (bytes, std::uint16_t (std::clamp (height, 0, 0xFFFF)));
    return bytes;
}

constexpr std::int64_t noChapter = -1;

/** A marker of the chapter at that place in the list. */
std::string bytesOf (const HostMarker& marker, std::int64_t chapter)
{
    std::string bytes;
    pack (bytes, chapter);
    pack (bytes, std::int32_t (marker.number));
    pack (bytes, std::uint8_t (marker.isRegion()));
    pack (bytes, marker.start.nanoseconds());
    pack (bytes, marker.end.value_or (marker.start).nanoseconds());
    pack (bytes, std::uint32_t (marker.id.size()));
    return bytes + marker.id + marker.name;
}

Outline withoutEmbeddedPictures (Outline outline)
{
    const auto drop = [] (std::optional<Image>& image)
    {
        if (image && std::holds_alternative<EmbeddedImage> (*image))
            image.reset();
    };

    drop (outline.episode.cover);

    for (auto& chapter : outline.chapters)
        drop (chapter.image);

    return outline;
}

/** Whatever a damaged number says: within some years, so that sums of times stay sound. */
std::int64_t takeTime (Unpacker& bytes)
{
    constexpr std::int64_t limit = std::int64_t (1) << 57; // four years, in nanoseconds
    return std::clamp (bytes.take<std::int64_t>(), -limit, limit);
}

/** The chapters have been read before. */
void takeMarker (HostState& state, Unpacker rest, std::size_t length)
{
    const auto& chapters = state.document.outline.chapters;
    const auto place = rest.take<std::int64_t>();
    MarkerLink link;
    link.marker.number = rest.take<std::int32_t>();
    const auto isRegion = rest.take<std::uint8_t>() != 0;
    link.marker.start = Position::fromNanoseconds (takeTime (rest));
    const auto end = Position::fromNanoseconds (takeTime (rest));
    link.marker.id = rest.take (rest.take<std::uint32_t>());

    if (! rest.isSound() || place < noChapter || place >= std::int64_t (chapters.size())
        || state.markers.size() >= maxChapters)
        return;

    if (isRegion)
        link.marker.end = end;

    constexpr std::size_t fixed = 3 * sizeof (std::int64_t) + 2 * sizeof (std::int32_t) + 1;
    link.marker.name = rest.take (length - fixed - link.marker.id.size());
    link.chapter = place == noChapter ? ChapterId::none : chapters[std::size_t (place)].id;
    state.markers.push_back (std::move (link));
}

void take (HostState& state, std::string_view name, std::string_view content)
{
    Unpacker rest (content);
    auto& document = state.document;

    if (name == "from")
        document.episodeStart = Position::fromNanoseconds (takeTime (rest));
    else if (name == "edit")
    {
        state.editorWidth = rest.take<std::uint16_t>();
        state.editorHeight = rest.take<std::uint16_t>();
    }
    else if (name == "wave")
        state.waveform = content;
    else if (name == "mark")
        takeMarker (state, rest, content.size());
}

} // namespace

std::string writeHostState (const HostState& state, Notices& notices)
{
    const auto& document = state.document;
    auto project = Project {
        .outline = document.outline, .audio = document.media, .savedAs = {}, .timedFor = document.timedFor
    };
    auto chapters = writeProjectJson (project);

    if (chapters.size() > maxStateWithPictures)
        if (project.outline = withoutEmbeddedPictures (document.outline); project.outline != document.outline)
        {
            chapters = writeProjectJson (project);
            notices.push_back ({ Notice::Grade::warning,
                                 "The pictures are too large for the host's project, which keeps the "
                                 "chapters without them: save "
                                 "them in a file of their own.",
                                 {} });
        }

    std::string parts;
    addPart (parts, "chap", chapters);
    addPart (parts, "from", placeOf (document.episodeStart));
    addPart (parts, "edit", sizeOf (state.editorWidth, state.editorHeight));

    std::map<ChapterId, std::int64_t> places;

    for (std::size_t i = 0; i < document.outline.chapters.size(); ++i)
        places.emplace (document.outline.chapters[i].id, std::int64_t (i));

    for (const auto& [chapter, marker] : state.markers)
    {
        const auto place = places.find (chapter);
        addPart (parts, "mark", bytesOf (marker, place != places.end() ? place->second : noChapter));
    }

    if (! state.waveform.empty())
        addPart (parts, "wave", state.waveform);

    std::string bytes (signature);
    pack (bytes, version);
    pack (bytes, std::uint32_t (headerSize + parts.size()));
    return bytes + parts;
}

Result<HostState> readHostState (std::string_view bytes)
{
    if (bytes.size() > maxHostStateBytes)
        return failure (Error::Kind::tooLarge, "What the host kept is too long to be Earmark's.");

    Unpacker rest (bytes);

    if (rest.take (signature.size()) != signature)
        return failure (Error::Kind::malformed, "What the host kept is none of Earmark's.");

    if (const auto written = rest.take<std::uint32_t>(); rest.isSound() && written > version)
        return failure (Error::Kind::unsupported, "The host's project was saved with a newer Earmark.");

    const auto length = std::size_t (rest.take<std::uint32_t>());
    rest = Unpacker (
        bytes.substr (std::min (headerSize, bytes.size()), std::max (length, headerSize) - headerSize));
    HostState state;
    bool hasChapters = false;

    while (! rest.isAtEnd())
    {
        const auto name = rest.take (4);
        const auto content = rest.take (rest.take<std::uint32_t>());

        if (! rest.isSound())
            break;

        if (name != "chap")
        {
            take (state, name, content);
            continue;
        }

        auto reading = readProjectJson (content);

        if (! reading)
            return std::unexpected (reading.error());

        auto document = makeDocument (std::move (reading->project.outline));
        document.media = std::move (reading->project.audio);
        document.timedFor = std::move (reading->project.timedFor);
        document.episodeStart = state.document.episodeStart;
        state.document = std::move (document);
        hasChapters = true;
    }

    if (! hasChapters)
        return failure (Error::Kind::malformed,
                        "What the host kept is damaged; the chapters cannot be read.");

    return state;
}

} // namespace earmark
