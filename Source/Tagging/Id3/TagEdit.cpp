// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/TagEdit.h"

#include "Foundation/Text.h"
#include "Tagging/Cover.h"
#include "Tagging/Id3/ChapterFrames.h"
#include "Tagging/Id3/ChapterReading.h"
#include "Tagging/Id3/Version3.h"
#include "Tagging/Losses.h"

#include <algorithm>
#include <format>

namespace earmark::id3
{

namespace
{

std::string itemName (std::string_view frame)
{
    return std::format ("frame {}", frame);
}

void putText (std::vector<RawFrame>& frames,
              std::string_view id,
              std::string_view name,
              const std::string& text,
              EpisodeTags policy,
              int version,
              ContainerEdit& edit)
{
    if (text.empty() || policy == EpisodeTags::keep)
        return;

    const auto frame = renderText (id, collapseSpaces (toValidUtf8 (text)), version);
    const auto old = std::ranges::find (frames, id, &RawFrame::id);

    if (old == frames.end())
        frames.insert (frames.begin(), frame);
    else if (old->body == frame.body
             || (policy == EpisodeTags::fillEmpty && ! trim (readText (*old, version)).empty()))
        return;
    else
        *old = frame;

    edit.changes.push_back (std::format ("{} is set to '{}'", name, text));
    edit.changedItems.push_back (itemName (id));
}

/** Behind all others, so that players that read a tag as it arrives have the chapters first. */
void putCover (std::vector<RawFrame>& frames,
               const Episode& episode,
               EpisodeTags policy,
               int version,
               ContainerEdit& edit)
{
    const auto cover = coverToWrite (episode, policy, edit.notices);
    const auto isPicture = [] (const RawFrame& frame) { return frame.id == "APIC"; };

    if (! cover)
        return;

    if (std::ranges::none_of (frames, isPicture))
    {
        frames.push_back (renderCover (*cover, version));
        noteCover (itemName ("APIC"), edit);
    }
    else if (std::ranges::none_of (frames,
                                   [&] (const RawFrame& f)
                                   { return isPicture (f) && f.body.ends_with (*cover->bytes); }))
        edit.notices.push_back (coverStays (policy));
}

std::unexpected<Error> tooLarge()
{
    return failure (Error::Kind::tooLarge,
                    "The tag would be larger than the 256 MB that ID3 allows; use smaller pictures.");
}

/** A tag has a picture as often as chapters do. */
std::uint64_t bytesOfPictures (const ChapterPlan& plan)
{
    std::uint64_t bytes = 0;

    for (const auto& chapter : plan.chapters)
        if (const auto& image = chapter.source->image)
            if (const auto* embedded = std::get_if<EmbeddedImage> (&*image);
                embedded != nullptr && embedded->bytes != nullptr)
                bytes += embedded->bytes->size();

    return bytes;
}

/** The frames as a tag in place of the old one. */
Result<std::string> laidOut (const std::optional<RawTag>& old,
                             int version,
                             const std::vector<RawFrame>& frames,
                             ContainerEdit& edit)
{
    const auto rest = old ? old->rest : std::string {};

    if (old && old->hasExtendedHeader)
        edit.notices.push_back ({ Notice::Grade::ignored,
                                  "The tag's extended header (a checksum of the old tag) is not kept.",
                                  {} });

    // An empty tag is no tag: a file that had none gets its old bytes back when the chapters go.
    if (frames.empty() && rest.empty())
        return std::string {};

    const auto oldSize = old ? old->size : 0;
    const auto needed = renderedSize (frames, rest);
    const auto size = needed + (oldSize % moveUnit + moveUnit - needed % moveUnit) % moveUnit;

    if (size > maxTagSize)
        return tooLarge();

    // Players fetch the tag before any sound.
    constexpr std::uint64_t large = 5'000'000;

    if (size > large)
        edit.notices.push_back (
            { Notice::Grade::warning,
              std::format ("The tag is {} MB long, and players load it before they play; smaller pictures "
                           "(about 1400 pixels, 200 KB) start sooner.",
                           size / 1'000'000),
              {} });

    return renderTag (version, frames, rest, size);
}

} // namespace

bool isChapterFrame (const RawFrame& frame)
{
    return frame.id == "CHAP" || frame.id == "CTOC";
}

void addTag (const RawTag& tag, ContainerReading& reading)
{
    auto outline = readChapters (tag, reading.notices);
    reading.episode = outline.episode;

    if (! outline.chapters.empty())
        reading.lists.push_back ({ std::string (chapterForm), std::move (outline.chapters) });
}

StoredList expectedList (const ChapterPlan& plan)
{
    StoredList expected { std::string (chapterForm), {} };

    for (const auto& chapter : plan.chapters)
        expected.chapters.push_back ({ .start = Position::fromMilliseconds (chapter.startMs),
                                       .end = Position::fromMilliseconds (chapter.endMs),
                                       .title = chapter.title });

    return expected;
}

Notices lossesOf (const Outline& outline, const Profile& profile)
{
    Notices notices;
    const auto listed = std::ranges::count_if (
        outline.chapters, [] (const Chapter& c) { return c.kind != Chapter::Kind::note && c.inContents; });

    if (std::size_t (listed) > maxInContents)
        notices.push_back (
            { Notice::Grade::warning,
              std::format (
                  "{} chapters do not fit into one table of contents, which holds 255: they are divided "
                  "among several, of which Pocket Casts on iOS shows only the first.",
                  listed),
              {} });

    const auto linked = std::ranges::count_if (
        outline.chapters,
        [] (const Chapter& c) { return c.image && std::holds_alternative<LinkedImage> (*c.image); });

    if (profile.limits != Profile::Limits::ofContainer)
        noticeLoss (notices,
                    linked,
                    { "{} of the chapters has only a picture's address; an ID3 tag holds the pictures "
                      "themselves.",
                      "{} of the chapters have only a picture's address; an ID3 tag holds the pictures "
                      "themselves." });

    notices.append_range (lossOfLevels (
        std::ranges::count_if (
            outline.chapters, [] (const Chapter& c) { return c.kind != Chapter::Kind::note && c.level > 0; }),
        "an ID3 tag"));
    return notices;
}

Result<std::string> replaceChapters (const std::optional<RawTag>& old,
                                     const ChapterPlan& plan,
                                     const Episode& episode,
                                     const WriteOptions& options,
                                     ContainerEdit& edit)
{
    const bool wantsVersion4 = options.profile.id3Version == Profile::Id3Version::v24;
    const int version = wantsVersion4 && (! old || old->version == 4) ? 4 : 3;
    std::vector<RawFrame> frames;

    if (old)
    {
        auto kept = version == 4 ? Result<std::vector<RawFrame>> (old->frames) : toVersion3 (*old);

        if (! kept)
            return std::unexpected (kept.error());

        frames = std::move (*kept);

        if (old->version != version)
            edit.changes.push_back ("the tag becomes ID3v2.3, which every player reads");

        if (wantsVersion4 && old->version == 3)
            edit.notices.push_back (
                { Notice::Grade::ignored, "The tag is ID3v2.3, which more players read, and stays so.", {} });
    }

    // Known before any of it is in memory: one picture may be that of very many chapters.
    if (bytesOfPictures (plan) > maxTagSize)
        return tooLarge();

    auto chapters = renderChapters (plan, version, options.profile.limits);

    if (version == 4
        && std::ranges::any_of (plan.chapters,
                                [&] (const PlannedChapter& c)
                                { return getsPicture (*c.source, options.profile.limits); }))
        edit.notices.push_back (
            { Notice::Grade::warning,
              "In an ID3v2.4 tag, FFmpeg, mpv and Pocket Casts on iOS lose chapters that have pictures; the "
              "profile 'safe' makes the tag ID3v2.3.",
              {} });

    const auto place = std::ranges::find_if (frames, isChapterFrame) - frames.begin();
    std::erase_if (frames, isChapterFrame);
    frames.insert (frames.begin() + place,
                   std::make_move_iterator (chapters.begin()),
                   std::make_move_iterator (chapters.end()));
    putText (frames, "TALB", "the album", episode.show, options.episodeTags, version, edit);
    putText (frames, "TIT2", "the title", episode.title, options.episodeTags, version, edit);
    putCover (frames, episode, options.episodeTags, version, edit);
    return laidOut (old, version, frames, edit);
}

Result<std::string> removeChapters (const RawTag& old, ContainerEdit& edit)
{
    auto frames = old.frames;
    std::erase_if (frames, isChapterFrame);
    return laidOut (old, old.version, frames, edit);
}

void addItems (const RawTag& tag, Inventory& inventory)
{
    // A frame of a v2.4 tag is compared in the form that v2.3 gives it; that its values are the same, writing has checked. Where
    // there is no such form the tag cannot change its version.
    const auto converted = toVersion3 (tag);

    for (const auto& frame : converted ? *converted : tag.frames)
        if (! isChapterFrame (frame))
            inventory.items.push_back (
                { itemName (frame.id), std::to_string (frame.flags) + ':' + frame.body });

    if (! tag.rest.empty())
        inventory.items.push_back ({ "bytes behind the frames", tag.rest });
}

} // namespace earmark::id3
