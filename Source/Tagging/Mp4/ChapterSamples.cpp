// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterSamples.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/PictureNumbers.h"
#include "Tagging/Mp4/SampleTable.h"
#include "Tagging/Mp4/TimedHeader.h"
#include "Tagging/TagLibText.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace earmark::mp4
{

namespace
{

using bytes::big16;
using bytes::big32;
using bytes::big8;

/** The track of titles has no gaps: a chapter lasts to the next one. */
std::vector<std::uint32_t> durationsOf (const ChapterPlan& plan)
{
    std::vector<std::uint32_t> durations;

    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
    {
        const auto& chapter = plan.chapters[i];
        const auto end = i + 1 < plan.chapters.size() ? plan.chapters[i + 1].startMs : chapter.endMs;
        durations.push_back (std::uint32_t (end - chapter.startMs));
    }

    return durations;
}

/** An address that belongs to all characters of a title. */
std::string linkAtom (const PlannedChapter& chapter, std::string_view title)
{
    const auto url = trackLink (chapter);

    if (url.empty())
        return {};

    const auto characters = std::ranges::count_if (title, [] (char c) { return (c & 0xC0) != 0x80; });
    const auto last = std::uint16_t (std::clamp<std::ptrdiff_t> (characters, 1, 0xFFFF));
    return leaf ("href", big16 (0) + big16 (last) + big8 (std::uint8_t (url.size())) + url + big8 (0))
        .render();
}

const EmbeddedImage* embeddedPicture (const PlannedChapter& chapter)
{
    const auto* source = chapter.source;
    const auto* image =
        source == nullptr || ! source->image ? nullptr : std::get_if<EmbeddedImage> (&*source->image);
    return image == nullptr || image->bytes == nullptr || image->bytes->empty() ? nullptr : image;
}

constexpr std::uint64_t largestText = 1u << 17;
constexpr std::size_t mostSamples = 100'000;

/** Of a title sample; none where it is cut off. */
std::optional<std::string_view> textOf (std::string_view sample)
{
    if (sample.size() < 2 || bytes::u16 (sample, 0) > sample.size() - 2)
        return {};

    return sample.substr (2, bytes::u16 (sample, 0));
}

bool isTitles (const TrackInfo& track)
{
    return track.handler == "text" || track.handler == "sbtl";
}

/** Whether an empty edit can last so long, which is counted in the movie's steps. */
bool canBeginAt (std::int64_t ms, std::uint32_t movieTimescale)
{
    return toDuration (toTicks (std::uint64_t (ms), movieTimescale), movieTimescale)
               .milliseconds (Rounding::nearest)
           == ms;
}

/** The first one; null where there is none. */
const Atom* titleTrack (const Movie& movie)
{
    const auto named = movie.chapterTracks();

    for (const auto& trak : movie.moov.children)
        if (const auto info = trak.type == "trak" ? infoOf (trak) : Result<TrackInfo> (TrackInfo {});
            info && named.contains (info->id) && isTitles (*info))
            return &trak;

    return nullptr;
}

std::optional<std::string> sampleBytes (const ByteSource& source, const Sample& sample, std::uint64_t limit)
{
    if (sample.place.length > limit || ! sample.place.isWithin (0, source.size()))
        return {};

    auto content = source.read (sample.place.offset, std::size_t (sample.place.length));
    return content ? std::optional (std::move (*content)) : std::nullopt;
}

/** What the title track says beside the title; of the first such track also the title, where TagLib makes nothing of it. */
ChapterExtra extraOf (const Sample& sample, const std::string& bytes, bool isFurtherTrack)
{
    return { .startMs = sample.startMs,
             .endMs = sample.endMs,
             .title = isFurtherTrack ? std::nullopt : uncleanTitleIn (bytes),
             .link = linkIn (bytes),
             .image = {} };
}

} // namespace

std::int64_t titlesLeadMs (const Movie& movie)
{
    const auto* trak = titleTrack (movie);
    return trak == nullptr ? 0 : leadMs (*trak, movie.timescale);
}

std::vector<Chapter> chaptersWithFarTitles (const Movie& movie, const ByteSource& source)
{
    constexpr std::uint64_t allTitles = 64u << 20;
    const auto* trak = titleTrack (movie);
    std::vector<Chapter> chapters;

    if (trak == nullptr || trak->at ("mdia", "minf", "stbl", "co64") == nullptr)
        return chapters;

    std::uint64_t bytesOfTitles = 0;

    for (const auto& sample : samplesOf (*trak, mostSamples).value_or (std::vector<Sample> {}))
    {
        auto& chapter = chapters.emplace_back();
        chapter.start = Position::fromMilliseconds (sample.startMs);
        const auto bytes = sampleBytes (source, sample, largestText);
        const auto title = bytes ? textOf (*bytes) : std::nullopt;

        bytesOfTitles += title ? title->size() : 0;

        if (title && isUtf8 (*title) && bytesOfTitles <= allTitles)
            chapter.title = *title;
    }

    return chapters;
}

ChapterSamples titleSamples (const ChapterPlan& plan)
{
    constexpr std::uint32_t utf8 = 0x100;

    ChapterSamples samples { .bytes = {},
                             .sizes = {},
                             .offsets = {},
                             .beginMs = 0,
                             .durationsMs = durationsOf (plan),
                             .picture = {} };
    const auto encoding = leaf ("encd", big32 (utf8)).render();

    for (const auto& chapter : plan.chapters)
    {
        const auto title = truncateUtf8 (chapter.title, maxTrackTitle);
        const auto sample =
            big16 (std::uint16_t (title.size())) + std::string (title) + encoding + linkAtom (chapter, title);
        samples.bytes += sample;
        samples.sizes.push_back (std::uint32_t (sample.size()));
    }

    return samples;
}

std::string trackLink (const PlannedChapter& chapter)
{
    const auto* source = chapter.source;
    auto url = source == nullptr || ! source->link ? std::string() : asciiUrl (source->link->url);
    return url.size() <= maxTrackLink ? url : std::string();
}

std::optional<ShownPictures>
shownPictures (const ChapterPlan& plan, std::uint32_t movieTimescale, Notices& notices)
{
    std::vector<const EmbeddedImage*> own;

    for (const auto& chapter : plan.chapters)
        own.push_back (embeddedPicture (chapter));

    const auto first = std::ranges::find_if (own, [] (const auto* image) { return image != nullptr; });

    if (first == own.end())
        return {};

    const auto info = pictureInfo (*(*first)->bytes);
    const auto isLikeFirst = [&] (const EmbeddedImage* image)
    { return image == nullptr || pictureInfo (*image->bytes) == info; };

    if (! info || info->kind != PictureKind::jpeg || ! std::ranges::all_of (own, isLikeFirst))
    {
        notices.push_back (
            { Notice::Grade::warning,
              "The chapters' pictures are not written: in an MP4 all of them must be JPEGs of one size, as "
              "cutting them square makes them.",
              {} });
        return {};
    }

    if (const auto startMs = plan.chapters[std::size_t (first - own.begin())].startMs;
        ! canBeginAt (startMs, movieTimescale))
    {
        own.front() = *first;
        notices.push_back (
            { Notice::Grade::warning,
              std::format (
                  "The first picture is shown from 0:00 on: this MP4 counts in steps too long for it "
                  "to begin at {}.",
                  formatTime (Position::fromMilliseconds (startMs))),
              {} });
    }

    ShownPictures shown { info->pixels, {} };

    for (const auto* image : own)
        shown.images.push_back (
            image == nullptr ? std::nullopt : std::optional (EmbeddedImage { "image/jpeg", image->bytes }));

    return shown;
}

ChapterSamples pictureSamples (const ChapterPlan& plan, const ShownPictures& shown)
{
    ChapterSamples samples {
        .bytes = {}, .sizes = {}, .offsets = {}, .beginMs = 0, .durationsMs = {}, .picture = shown.pixels
    };
    PictureNumbers pictures;
    std::vector<std::uint64_t> places; // of the pictures, by their numbers
    const auto durations = durationsOf (plan);

    for (std::size_t i = 0; i < durations.size(); ++i)
    {
        if (const auto& image = shown.images[i])
        {
            const auto number = pictures.numberOf (*image);

            if (number == places.size())
            {
                places.push_back (samples.bytes.size());
                samples.bytes += *image->bytes;
            }

            samples.offsets.push_back (places[number]);
            samples.sizes.push_back (std::uint32_t (image->bytes->size()));
            samples.durationsMs.push_back (0);
        }

        if (samples.durationsMs.empty())
            samples.beginMs += durations[i];
        else
            samples.durationsMs.back() += durations[i];
    }

    const bool areAllDifferent = places.size() == samples.offsets.size();

    if (areAllDifferent)
        samples.offsets.clear();

    return samples;
}

std::optional<std::string> linkIn (std::string_view sample)
{
    if (sample.size() < 2)
        return {};

    // Atoms follow the text.
    for (std::size_t at = 2 + std::size_t (bytes::u16 (sample, 0)); at + 8 <= sample.size();)
    {
        const auto size = bytes::u32 (sample, at);

        if (size < 8 || size > sample.size() - at)
            return {};

        const auto payload = sample.substr (at + 8, size - 8);

        if (sample.substr (at + 4, 4) == "href" && payload.size() > 5)
        {
            const auto url = payload.substr (5, bytes::u8 (payload, 4));
            return url.empty() ? std::nullopt : std::optional (toValidUtf8 (url));
        }

        at += size;
    }

    return {};
}

std::optional<StoredName> uncleanTitleIn (std::string_view sample)
{
    const auto text = textOf (sample);
    return ! text || isUtf8 (*text) ? std::nullopt : std::optional (storedName (*text));
}

std::vector<ChapterExtra> chapterExtras (const Movie& movie, const ByteSource& source)
{
    constexpr std::uint64_t largestPicture = 16u << 20, allPictures = 256u << 20;
    std::vector<ChapterExtra> extras;
    std::uint64_t pictureBytes = 0;
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::optional<EmbeddedImage>>
        pictures; // by their place
    const auto named = movie.chapterTracks();
    const auto titlesLead = titlesLeadMs (movie);
    bool hasTitles = false;

    const auto pictureAt = [&] (const Sample& sample)
    {
        const auto [known, isNew] = pictures.try_emplace ({ sample.place.offset, sample.place.length });

        if (! isNew)
            return known->second;

        if (auto bytes = sampleBytes (source, sample, largestPicture))
        {
            pictureBytes += bytes->size();

            if (pictureBytes <= allPictures && pictureInfo (*bytes))
                known->second =
                    EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (std::move (*bytes)) };
        }

        return known->second;
    };

    for (const auto& trak : movie.moov.children)
    {
        const auto info = trak.type == "trak" ? infoOf (trak) : Result<TrackInfo> (TrackInfo {});

        if (! info || ! named.contains (info->id))
            continue;

        const bool isText = isTitles (*info);
        const bool isPicture = info->handler == "vide" && info->sampleFormats.contains ("jpeg");

        if (! isText && ! isPicture)
            continue;

        const auto samples = samplesOf (trak, mostSamples);
        const auto lead = leadMs (trak, movie.timescale) - titlesLead;

        for (const auto& sample : samples.value_or (std::vector<Sample> {}))
        {
            if (isPicture)
                extras.push_back ({ .startMs = sample.startMs + lead,
                                    .endMs = 0,
                                    .title = {},
                                    .link = {},
                                    .image = pictureAt (sample) });
            else if (const auto bytes = sampleBytes (source, sample, largestText))
                extras.push_back (extraOf (sample, *bytes, hasTitles));
        }

        hasTitles = hasTitles || isText;
    }

    return extras;
}

} // namespace earmark::mp4
