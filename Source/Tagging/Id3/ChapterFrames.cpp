// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/ChapterFrames.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Id3/ChapterFrameParts.h"
#include "Tagging/TagLibText.h"

#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/commentsframe.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/urllinkframe.h>

#include <algorithm>
#include <format>
#include <memory>

namespace earmark::id3
{

namespace
{

using namespace TagLib;

/** Makes the frames inside a chapter for a tag of one version. */
class SubFrames
{
public:
    explicit SubFrames (int versionOfTag) : version (versionOfTag) {}

    ID3v2::Frame* text (std::string_view id, std::string_view text) const
    {
        auto* frame = make<ID3v2::TextIdentificationFrame> (idBytes (id), encodingFor (text));
        frame->setText (toTagLib (text));
        return frame;
    }

    ID3v2::Frame* link (const Link& link) const
    {
        // Empty description and Latin-1: a UTF-16 one makes Pocket Casts on iOS mangle the address.
        auto* frame = make<ID3v2::UserUrlLinkFrame> (String::Latin1);
        frame->setUrl (toTagLib (asciiUrl (link.url)));
        return frame;
    }

    using Picture = ID3v2::AttachedPictureFrame;

    ID3v2::Frame*
    picture (std::string_view mime, std::string_view bytes, Picture::Type type = Picture::Other) const
    {
        auto* frame = make<Picture>();
        frame->setTextEncoding (String::Latin1);
        frame->setMimeType (toTagLib (mime));
        frame->setType (type);
        frame->setPicture (idBytes (bytes));
        return frame;
    }

    ID3v2::Frame* points (const std::vector<std::string>& points) const
    {
        std::string text;

        for (const auto& point : points)
            text +=
                (text.empty() ? "" : "\n") + std::string (bulletMark) + collapseSpaces (toValidUtf8 (point));

        auto* frame = make<ID3v2::CommentsFrame> (encodingFor (text));
        frame->setLanguage ("XXX"); // how ID3 spells "not known" (id3v2.4.0-structure, section 4)
        frame->setText (toTagLib (text));
        return frame;
    }

private:
    int version;

    /** Pocket Casts on iOS reads encoding 0 as ASCII, and v2.3 has no UTF-8: everything else is UTF-16 with a mark there. */
    String::Type encodingFor (std::string_view text) const
    {
        const bool ascii =
            std::ranges::all_of (text, [] (char c) { return static_cast<unsigned char> (c) < 0x80; });
        return ascii ? String::Latin1 : version == 4 ? String::UTF8 : String::UTF16;
    }

    template <class FrameType, class... Arguments>
    FrameType* make (Arguments&&... arguments) const
    {
        auto* frame = new FrameType (std::forward<Arguments> (arguments)...);
        frame->header()->setVersion (static_cast<unsigned int> (version));
        return frame;
    }
};

RawFrame rawFrame (const ID3v2::Frame& frame)
{
    constexpr std::size_t headerSize = 10;
    const auto rendered = frame.render();
    const std::string_view text (rendered.data(), rendered.size());
    return { std::string (text.substr (0, 4)), bytes::u16 (text, 8), std::string (text.substr (headerSize)) };
}

RawFrame contents (std::string_view id, const std::vector<std::string>& children, bool topLevel, int version)
{
    ByteVectorList list;

    for (const auto& child : children)
        list.append (idBytes (child));

    ID3v2::TableOfContentsFrame frame (idBytes (id), list);
    frame.header()->setVersion (static_cast<unsigned int> (version));
    frame.setIsTopLevel (topLevel);
    frame.setIsOrdered (true);
    return rawFrame (frame);
}

/** One table for as many chapters as it can list. More are divided among leaf tables under a top one; the leaves
    stand first, since some players read only the first table. */
std::vector<RawFrame> contentsFor (const std::vector<std::string>& ids, int version)
{
    if (ids.size() <= maxInContents)
        return { contents ("toc", ids, true, version) };

    std::vector<RawFrame> frames;
    std::vector<std::string> level = ids;

    for (int depth = 0; level.size() > maxInContents; ++depth)
    {
        std::vector<std::string> parents;

        for (std::size_t from = 0; from < level.size(); from += maxInContents)
        {
            parents.push_back (std::format ("toc{}.{}", depth, parents.size()));
            const auto to = std::min (level.size(), from + maxInContents);
            frames.push_back (
                contents (parents.back(),
                          { level.begin() + std::ptrdiff_t (from), level.begin() + std::ptrdiff_t (to) },
                          false,
                          version));
        }

        level = std::move (parents);
    }

    frames.push_back (contents ("toc", level, true, version));
    return frames;
}

} // namespace

bool getsPicture (const Chapter& chapter, Profile::Limits limits)
{
    return chapter.image
           && (limits == Profile::Limits::ofContainer
               || std::holds_alternative<EmbeddedImage> (*chapter.image));
}

std::vector<RawFrame> renderChapters (const ChapterPlan& plan, int version, Profile::Limits limits)
{
    const SubFrames make (version);
    std::vector<RawFrame> chapters;
    std::vector<std::string> listed;

    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
    {
        const auto& planned = plan.chapters[i];
        const auto& source = *planned.source;
        const auto id = std::format ("ch{}", i);

        if (source.inContents)
            listed.push_back (id);

        // TIT2 comes first: VLC 4 looks no further.
        ID3v2::FrameList sub;
        sub.append (make.text ("TIT2", planned.title));

        if (const auto summary = collapseSpaces (toValidUtf8 (source.summary)); ! summary.empty())
            sub.append (make.text ("TIT3", summary));

        if (source.link && ! source.link->url.empty())
            sub.append (make.link (*source.link));

        if (getsPicture (source, limits))
        {
            if (const auto* embedded = std::get_if<EmbeddedImage> (&*source.image))
                sub.append (make.picture (embedded->mime, *embedded->bytes));
            else
                sub.append (make.picture (addressMark, asciiUrl (std::get<LinkedImage> (*source.image).url)));
        }

        if (! source.points.empty())
            sub.append (make.points (source.points));

        ID3v2::ChapterFrame frame (idBytes (id),
                                   static_cast<unsigned int> (planned.startMs),
                                   static_cast<unsigned int> (planned.endMs),
                                   unusedOffset,
                                   unusedOffset,
                                   sub);
        frame.header()->setVersion (static_cast<unsigned int> (version));
        chapters.push_back (rawFrame (frame));
    }

    if (chapters.empty())
        return {};

    auto frames = listed.empty() ? std::vector<RawFrame> {} : contentsFor (listed, version);
    std::ranges::move (chapters, std::back_inserter (frames));
    return frames;
}

RawFrame renderCover (const EmbeddedImage& image, int version)
{
    const std::unique_ptr<ID3v2::Frame> frame (
        SubFrames (version).picture (image.mime, *image.bytes, ID3v2::AttachedPictureFrame::FrontCover));
    return rawFrame (*frame);
}

RawFrame renderText (std::string_view id, std::string_view text, int version)
{
    const std::unique_ptr<ID3v2::Frame> frame (SubFrames (version).text (id, text));
    return rawFrame (*frame);
}

} // namespace earmark::id3
