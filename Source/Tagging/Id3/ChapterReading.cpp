// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/ChapterReading.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Id3/ChapterFrameParts.h"
#include "Tagging/Id3/Version2.h"
#include "Tagging/TagLibText.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/commentsframe.h>
#include <taglib/id3v2framefactory.h>
#include <taglib/id3v2header.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/tstringlist.h>
#include <taglib/urllinkframe.h>

#include <algorithm>
#include <memory>
#include <set>

namespace earmark::id3
{

namespace
{

using namespace TagLib;

ID3v2::Header headerOf (int version)
{
    ByteVector data ("ID3\0\0\0\0\0\0\0", 10);
    data[3] = char (version);
    return ID3v2::Header (data);
}

/** The frame as TagLib reads it in a tag of that version; null where TagLib makes nothing of it. */
std::unique_ptr<ID3v2::Frame> parse (const RawFrame& frame, int version, const ID3v2::Header& header)
{
    const auto size = std::uint32_t (frame.body.size());
    const auto text = frame.id + (version == 4 ? bytes::toSynchsafe (size) : bytes::big32 (size))
                      + bytes::big16 (frame.flags) + frame.body;
    return std::unique_ptr<ID3v2::Frame> (
        ID3v2::FrameFactory::instance()->createFrame (idBytes (text), &header));
}

/** Several texts of one frame, such as the names of all authors, with commas between them. */
std::string textOf (const RawFrame& frame, int version)
{
    const auto text = frame.body.empty() ? nullptr : parse (frame, version, headerOf (version));
    return text ? fromTagLib (text->toStringList().toString (", ")) : std::string {};
}

std::string elementId (const ByteVector& id)
{
    std::string text (id.data(), id.size());
    return text.substr (0, text.find ('\0'));
}

void takeText (Chapter& chapter, const String& comment)
{
    const auto text = fromTagLib (comment);

    for (const auto line : splitLines (text))
    {
        if (const auto point = trim (line); point.starts_with (trim (bulletMark)))
            chapter.points.emplace_back (trim (point.substr (trim (bulletMark).size())));
        else if (! point.empty())
            chapter.summary += (chapter.summary.empty() ? "" : "\n") + std::string (point);
    }
}

Image imageFrom (const ID3v2::AttachedPictureFrame& frame)
{
    auto mime = fromTagLib (frame.mimeType());
    std::string bytes (frame.picture().data(), frame.picture().size());

    if (mime == addressMark)
        return LinkedImage { toValidUtf8 (bytes.substr (0, bytes.find ('\0'))) };

    return EmbeddedImage { std::move (mime), std::make_shared<const std::string> (std::move (bytes)) };
}

Chapter chapterFrom (const ID3v2::ChapterFrame& frame)
{
    Chapter chapter { .start = Position::fromMilliseconds (frame.startTime()) };

    if (frame.endTime() != unusedOffset && frame.endTime() >= frame.startTime())
        chapter.end = Position::fromMilliseconds (frame.endTime());

    for (const auto* sub : frame.embeddedFrameList())
    {
        const auto id = sub->frameID();

        if (id == "TIT2" && chapter.title.empty())
            chapter.title = fromTagLib (sub->toString());
        else if (id == "TIT3")
            chapter.summary = fromTagLib (sub->toString());
        else if (const auto* comment = dynamic_cast<const ID3v2::CommentsFrame*> (sub))
            takeText (chapter, comment->text());
        else if (const auto* link = dynamic_cast<const ID3v2::UserUrlLinkFrame*> (sub);
                 link != nullptr && ! chapter.link)
            chapter.link = Link { fromTagLib (link->url()), fromTagLib (link->description()) };
        else if (const auto* picture = dynamic_cast<const ID3v2::AttachedPictureFrame*> (sub);
                 picture != nullptr && ! chapter.image)
            chapter.image = imageFrom (*picture);
    }

    return chapter;
}

} // namespace

Outline readChapters (const RawTag& tag)
{
    const auto header = headerOf (tag.version);
    std::set<std::string> listed;
    std::vector<std::pair<std::string, Chapter>> found;

    for (const auto& frame : tag.frames)
    {
        if (frame.id != "CTOC" && frame.id != "CHAP")
            continue;

        const auto parsed = parse (frame, tag.version, header);

        if (const auto* table = dynamic_cast<const ID3v2::TableOfContentsFrame*> (parsed.get()))
            for (const auto& child : table->childElements())
                listed.insert (elementId (child));

        if (const auto* chapter = dynamic_cast<const ID3v2::ChapterFrame*> (parsed.get()))
            found.emplace_back (elementId (chapter->elementID()), chapterFrom (*chapter));
    }

    const bool anyListed =
        std::ranges::any_of (found, [&] (const auto& c) { return listed.contains (c.first); });
    Outline outline;

    for (auto& [id, chapter] : found)
    {
        chapter.inContents = ! anyListed || listed.contains (id);
        outline.chapters.push_back (std::move (chapter));
    }

    sortChapters (outline.chapters);
    outline.episode.title = readText (tag, "TIT2");
    outline.episode.show = readText (tag, "TALB");
    outline.episode.author = readText (tag, "TPE1");
    return outline;
}

std::string readText (const RawTag& tag, std::string_view id)
{
    if (tag.version == 2)
    {
        const auto frames = fromVersion2 (tag);
        return frames ? readText ({ .version = 3, .frames = *frames }, id) : std::string {};
    }

    const auto frame = std::ranges::find (tag.frames, id, &RawFrame::id);
    return frame == tag.frames.end() ? std::string {} : textOf (*frame, tag.version);
}

std::string readText (const RawFrame& frame, int version)
{
    return textOf (frame, version);
}

} // namespace earmark::id3
