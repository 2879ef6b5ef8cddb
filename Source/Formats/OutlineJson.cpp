// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJson.h"

#include "Foundation/Text.h"

#include <nlohmann/json.hpp>
#include <simdutf.h>

#include <array>
#include <format>
#include <map>
#include <utility>

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

/** The pictures that stand in a list of their own, and are referred to where they belong. Lives no longer than the outline. */
class ListedPictures
{
public:
    /** None: each picture stands where it belongs. */
    ListedPictures() = default;

    /** Those that an outline has more than once, by their content: what was read from a file is seldom one in memory. */
    static ListedPictures repeatedIn (const Outline& outline)
    {
        ListedPictures pictures;
        pictures.count (outline.episode.cover);

        for (const auto& chapter : outline.chapters)
            pictures.count (chapter.image);

        return pictures;
    }

    std::optional<std::size_t> placeOf (const EmbeddedImage& image) const
    {
        const auto use = uses.find (keyOf (image));
        return use == uses.end() || use->second.times < 2 ? std::nullopt : std::optional (use->second.place);
    }

    Json list() const
    {
        auto urls = Json::array();

        for (const auto* image : listed)
            urls.push_back (dataUrl (*image));

        return urls;
    }

private:
    using Key = std::pair<std::string_view, std::string_view>;

    struct Use
    {
        std::size_t times = 0;
        std::size_t place = 0; // in the list, from the second time on
    };

    std::map<Key, Use> uses;
    std::vector<const EmbeddedImage*> listed;

    static Key keyOf (const EmbeddedImage& image) { return { image.mime, *image.bytes }; }

    void count (const std::optional<Image>& image)
    {
        const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;

        if (embedded == nullptr || embedded->bytes == nullptr)
            return;

        if (auto& use = uses[keyOf (*embedded)]; ++use.times == 2)
        {
            use.place = listed.size();
            listed.push_back (embedded);
        }
    }
};

Json imageJson (const std::optional<Image>& image, const ListedPictures& pictures)
{
    if (! image)
        return nullptr;

    if (const auto* linked = std::get_if<LinkedImage> (&*image))
        return toValidUtf8 (linked->url);

    const auto& embedded = std::get<EmbeddedImage> (*image);

    if (embedded.bytes == nullptr)
        return nullptr;

    const auto place = pictures.placeOf (embedded);
    return place ? std::format ("{}{}", pictureReference, *place) : dataUrl (embedded);
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
    return outlineJson (outline, {});
}

nlohmann::ordered_json toJsonWithPictureList (const Outline& outline)
{
    const auto pictures = ListedPictures::repeatedIn (outline);
    auto json = outlineJson (outline, pictures);

    if (auto list = pictures.list(); ! list.empty())
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
