// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJson.h"

#include "Formats/ChapterFormat.h"
#include "Foundation/Text.h"
#include "Model/PictureNumbers.h"

#include <nlohmann/json.hpp>
#include <simdutf.h>

#include <array>
#include <format>
#include <map>
#include <utility>
#include <vector>

namespace earmark
{

namespace
{

using Json = nlohmann::ordered_json; // written in the order that people expect

Json textOrNull (const std::string& text)
{
    return text.empty() ? Json (nullptr) : Json (toValidUtf8 (text));
}

void putTime (Json& json, const char* name, const char* exactName, std::optional<Position> time)
{
    json[name] = time ? Json (time->milliseconds (Rounding::nearest)) : Json (nullptr);

    if (time && time->nanoseconds() % 1'000'000 != 0)
        json[exactName] = time->nanoseconds();
}

std::string dataUrl (const EmbeddedImage& image)
{
    const auto& bytes = *image.bytes;
    std::string base64 (simdutf::base64_length_from_binary (bytes.size()), '\0');
    simdutf::binary_to_base64 (bytes.data(), bytes.size(), base64.data());
    return "data:" + toValidUtf8 (image.mime) + ";base64," + base64;
}

/** The episode's first. */
std::vector<const Image*> imagesOf (const Outline& outline)
{
    std::vector<const Image*> images;
    const auto add = [&] (const std::optional<Image>& image)
    {
        if (image)
            images.push_back (&*image);
    };

    add (outline.episode.cover);

    for (const auto& chapter : outline.chapters)
        add (chapter.image);

    return images;
}

const EmbeddedImage* embeddedIn (const Image& image)
{
    const auto* embedded = std::get_if<EmbeddedImage> (&image);
    return embedded == nullptr || embedded->bytes == nullptr ? nullptr : embedded;
}

/** As many bytes as are there when each picture stands where it belongs. */
std::size_t bytesOfPictures (const Outline& outline)
{
    std::size_t bytes = 0;

    for (const auto* image : imagesOf (outline))
        if (const auto* embedded = embeddedIn (*image))
            bytes += embedded->bytes->size();

    return bytes;
}

/** The pictures that stand in a list of their own, and are referred to where they belong. Lives no longer than the outline. */
class ListedPictures
{
public:
    /** None: each picture stands where it belongs. */
    ListedPictures() = default;

    /** Those that an outline has more than once, by their content: what was read from a file is seldom one in memory. Where there are such,
        an address that reads like a reference is in the list, too. */
    static ListedPictures repeatedIn (const Outline& outline)
    {
        ListedPictures pictures;
        PictureNumbers numbers;
        std::vector<const Image*> first; // place of each picture

        for (const auto* image : imagesOf (outline))
            if (const auto* embedded = embeddedIn (*image))
            {
                if (const auto number = numbers.numberOf (*embedded); number == first.size())
                    first.push_back (image);
                else
                    pictures.refer (*image, *first[number]);
            }

        if (pictures.listed.empty())
            return pictures;

        for (const auto* image : imagesOf (outline))
            if (const auto* linked = std::get_if<LinkedImage> (image);
                linked != nullptr && linked->url.starts_with (pictureReference))
                pictures.refer (*image, *image);

        return pictures;
    }

    /** Of an image of the outline: its place in the list. */
    std::optional<std::size_t> placeOf (const Image& image) const
    {
        const auto place = placesInList.find (&image);
        return place == placesInList.end() ? std::nullopt : std::optional (place->second);
    }

    Json list() const
    {
        auto written = Json::array();

        for (const auto* image : listed)
            written.push_back (inPlace (*image));

        return written;
    }

    /** The picture itself, or its address. */
    static Json inPlace (const Image& image)
    {
        if (const auto* linked = std::get_if<LinkedImage> (&image))
            return toValidUtf8 (linked->url);

        const auto* embedded = embeddedIn (image);
        return embedded == nullptr ? Json (nullptr) : Json (dataUrl (*embedded));
    }

private:
    std::map<const Image*, std::size_t> placesInList;
    std::vector<const Image*> listed;

    /** To a place of the same picture, which is listed from then on. */
    void refer (const Image& image, const Image& same)
    {
        const auto [known, isNew] = placesInList.try_emplace (&same, listed.size());

        if (isNew)
            listed.push_back (&same);

        placesInList.try_emplace (&image, known->second);
    }
};

Json imageJson (const std::optional<Image>& image, const ListedPictures& pictures)
{
    if (! image)
        return nullptr;

    const auto place = pictures.placeOf (*image);
    return place ? Json (std::format ("{}{}", pictureReference, *place)) : ListedPictures::inPlace (*image);
}

Json chapterJson (const Chapter& chapter, const ListedPictures& pictures)
{
    Json json;
    putTime (json, "start_ms", "start_ns", chapter.start);
    putTime (json, "end_ms", "end_ns", chapter.end);
    json["title"] = toValidUtf8 (chapter.title);
    json["summary"] = textOrNull (chapter.summary);
    json["points"] = Json::array();

    for (const auto& point : chapter.points)
        json["points"].push_back (toValidUtf8 (point));

    json["url"] = chapter.link ? Json (toValidUtf8 (chapter.link->url)) : Json (nullptr);
    json["image"] = imageJson (chapter.image, pictures);
    json["hidden"] = ! chapter.inContents;

    // What few outlines have appears only where it is.
    if (chapter.link && ! chapter.link->text.empty())
        json["url_text"] = toValidUtf8 (chapter.link->text);

    if (chapter.level != 0)
        json["level"] = chapter.level;

    if (chapter.kind != Chapter::Kind::chapter)
        json["kind"] = chapterKindNames[std::size_t (chapter.kind)];

    if (chapter.locked)
        json["locked"] = true;

    return json;
}

Json outlineJson (const Outline& outline, const ListedPictures& pictures)
{
    const auto& e = outline.episode;
    Json episode { { "show", textOrNull (e.show) }, { "title", textOrNull (e.title) } };

    for (const auto& [name, value] : { std::pair { "number", &e.number },
                                       { "date", &e.date },
                                       { "author", &e.author },
                                       { "description", &e.description } })
        if (! value->empty())
            episode[name] = toValidUtf8 (*value);

    if (e.cover)
        episode["cover"] = imageJson (e.cover, pictures);

    auto chapters = Json::array();

    for (const auto& chapter : outline.chapters)
        chapters.push_back (chapterJson (chapter, pictures));

    return { { "episode", std::move (episode) }, { "chapters", std::move (chapters) } };
}

} // namespace

nlohmann::ordered_json toJson (const Outline& outline)
{
    return bytesOfPictures (outline) > maxDocumentBytes ? toJsonWithPictureList (outline)
                                                        : outlineJson (outline, {});
}

nlohmann::ordered_json toJsonWithPictureList (const Outline& outline)
{
    const auto pictures = ListedPictures::repeatedIn (outline);
    auto list = pictures.list();
    Json json { { "earmark", list.empty() ? plainVersion : versionWithPictureList } };

    auto members = outlineJson (outline, pictures);

    // Moved: pictures can be large.
    for (auto& [name, value] : members.items())
        json[name] = std::move (value);

    if (! list.empty())
        json["pictures"] = std::move (list);

    return json;
}

nlohmann::ordered_json toJson (const MediaReference& audio)
{
    Json json { { "path", toValidUtf8 (audio.path) } };
    putTime (json, "length_ms", "length_ns", Position (audio.length));
    return json;
}

nlohmann::ordered_json toJson (const TimedFor& timedFor)
{
    Json json;
    putTime (json, "length_ms", "length_ns", Position (timedFor.length));
    std::string pauses;

    for (const auto& pause : timedFor.pauses)
        pauses += std::format ("{}{}-{}",
                               pauses.empty() ? "" : " ",
                               pause.start.milliseconds (Rounding::nearest),
                               pause.end.milliseconds (Rounding::nearest));

    if (! pauses.empty())
        json["pauses"] = pauses;

    return json;
}

} // namespace earmark
