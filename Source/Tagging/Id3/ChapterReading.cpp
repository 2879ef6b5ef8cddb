// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/ChapterReading.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Id3/ChapterFrameParts.h"
#include "Tagging/Id3/FrameText.h"
#include "Tagging/Id3/Version2.h"
#include "Tagging/Lint/RawChapters.h"
#include "Tagging/Losses.h"
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

/** What an outline has no place for. */
struct LeftOut
{
    std::ptrdiff_t links = 0;
    std::vector<std::string> parts; ///< names of tables of contents within others
};

Image imageFrom (const ID3v2::AttachedPictureFrame& frame)
{
    auto mime = fromTagLib (frame.mimeType());
    std::string bytes (frame.picture().data(), frame.picture().size());

    if (mime == addressMark)
        return LinkedImage { toValidUtf8 (bytes.substr (0, bytes.find ('\0'))) };

    return EmbeddedImage { std::move (mime), std::make_shared<const std::string> (std::move (bytes)) };
}

/** The title of a chapter frame in UTF-16 without a byte order mark, of which TagLib makes nothing. */
std::string unmarkedTitle (const RawFrame& frame, int version)
{
    const auto raw = raw::rawChapters ({ .version = version, .frames = { frame } });
    const auto* title = raw ? raw->chapters.front().find ("TIT2") : nullptr;

    if (title == nullptr || title->body.empty() || title->body[0] != utf16)
        return {};

    const auto end = endOfText (title->body, 1, utf16);
    const auto text = decodeText (std::string_view (title->body).substr (1, end - 1));
    return text && text->encoding.starts_with ("UTF-16") ? text->utf8 : std::string {};
}

/** A link of its own comes before those that ID3 has for all kinds of pages. */
void takeLink (Chapter& chapter, const ID3v2::UrlLinkFrame& frame, bool& hasOwn, LeftOut& leftOut)
{
    const auto* own = dynamic_cast<const ID3v2::UserUrlLinkFrame*> (&frame);
    const Link link { fromTagLib (frame.url()),
                      own == nullptr ? std::string {} : fromTagLib (own->description()) };
    const bool replaces = own != nullptr && ! hasOwn;

    if (chapter.link)
        leftOut.links += chapter.link->url == link.url ? 0 : 1;

    if (! chapter.link || replaces)
        chapter.link = link;

    hasOwn = hasOwn || own != nullptr;
}

Chapter chapterFrom (const ID3v2::ChapterFrame& frame, LeftOut& leftOut)
{
    bool hasOwnLink = false;
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
        else if (const auto* link = dynamic_cast<const ID3v2::UrlLinkFrame*> (sub))
            takeLink (chapter, *link, hasOwnLink, leftOut);
        else if (const auto* picture = dynamic_cast<const ID3v2::AttachedPictureFrame*> (sub);
                 picture != nullptr && ! chapter.image)
            chapter.image = imageFrom (*picture);
    }

    return chapter;
}

/** What the tables of contents say. */
struct Contents
{
    std::set<std::string> listed;                           ///< ids of chapters and of other tables
    std::vector<std::pair<std::string, std::string>> named; ///< ids and titles of tables

    void add (const ID3v2::TableOfContentsFrame& table)
    {
        for (const auto& child : table.childElements())
            listed.insert (elementId (child));

        for (const auto* sub : table.embeddedFrameList())
            if (const auto title = sub->frameID() == "TIT2" ? fromTagLib (sub->toString()) : std::string {};
                ! title.empty())
                named.emplace_back (elementId (table.elementID()), title);
    }

    std::vector<std::string> namesOfParts() const
    {
        std::vector<std::string> names;

        for (const auto& [id, title] : named)
            if (listed.contains (id))
                names.push_back (title);

        return names;
    }
};

using Found = std::vector<std::pair<std::string, Chapter>>;

/** FFmpeg lists all chapters, but the count of the table has one byte: of 300 it says 44. */
bool isCountTooLarge (const Found& found, const std::set<std::string>& listed)
{
    constexpr std::size_t values = 256;
    return found.size() >= values && listed.size() == found.size() % values;
}

void say (const LeftOut& leftOut, Notices& notices)
{
    noticeLoss (notices,
                leftOut.links,
                { "{} link is left out: its chapter has another one already.",
                  "{} links are left out: their chapters have other ones already." });

    if (! leftOut.parts.empty())
        noticeLoss (
            notices,
            std::ptrdiff_t (leftOut.parts.size()),
            { "The table of contents has {} part with a name, '{}', which is no chapter and is left out.",
              "The table of contents has {} parts with names, '{}' the first, which are no chapters and "
              "are left out." },
            leftOut.parts.front());
}

} // namespace

Outline readChapters (const RawTag& tag, Notices& notices)
{
    const auto header = headerOf (tag.version);
    Contents contents;
    Found found;
    LeftOut leftOut;

    for (const auto& frame : tag.frames)
    {
        if (frame.id != "CTOC" && frame.id != "CHAP")
            continue;

        const auto parsed = parse (frame, tag.version, header);

        if (const auto* table = dynamic_cast<const ID3v2::TableOfContentsFrame*> (parsed.get()))
            contents.add (*table);

        if (const auto* frameOfOne = dynamic_cast<const ID3v2::ChapterFrame*> (parsed.get()))
        {
            auto chapter = chapterFrom (*frameOfOne, leftOut);

            if (chapter.title.empty())
                chapter.title = unmarkedTitle (frame, tag.version);

            found.emplace_back (elementId (frameOfOne->elementID()), std::move (chapter));
        }
    }

    const auto& listed = contents.listed;
    const bool hidesNone =
        isCountTooLarge (found, listed)
        || std::ranges::none_of (found, [&] (const auto& c) { return listed.contains (c.first); });
    Outline outline;

    for (auto& [id, chapter] : found)
    {
        chapter.inContents = hidesNone || listed.contains (id);
        outline.chapters.push_back (std::move (chapter));
    }

    leftOut.parts = contents.namesOfParts();
    say (leftOut, notices);
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
