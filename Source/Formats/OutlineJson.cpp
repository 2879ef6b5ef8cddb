// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJson.h"

#include "Foundation/Text.h"

#include <nlohmann/json.hpp>
#include <simdutf.h>

#include <array>
#include <format>

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

Json imageJson (const std::optional<Image>& image)
{
    if (! image)
        return nullptr;

    if (const auto* linked = std::get_if<LinkedImage> (&*image))
        return toValidUtf8 (linked->url);

    const auto& embedded = std::get<EmbeddedImage> (*image);

    if (embedded.bytes == nullptr)
        return nullptr;

    const auto& bytes = *embedded.bytes;
    std::string base64 (simdutf::base64_length_from_binary (bytes.size()), '\0');
    simdutf::binary_to_base64 (bytes.data(), bytes.size(), base64.data());
    return "data:" + toValidUtf8 (embedded.mime) + ";base64," + base64;
}

Json chapterJson (const Chapter& chapter)
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
    json["image"] = imageJson (chapter.image);
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

} // namespace

nlohmann::ordered_json toJson (const Outline& outline)
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
        episode["cover"] = imageJson (e.cover);

    auto chapters = Json::array();

    for (const auto& chapter : outline.chapters)
        chapters.push_back (chapterJson (chapter));

    return { { "episode", std::move (episode) }, { "chapters", std::move (chapters) } };
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
