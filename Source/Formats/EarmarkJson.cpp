// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/OutlineJson.h"
#include "Foundation/Timestamp.h"

#include <nlohmann/json.hpp>
#include <simdutf.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

// Earmark's own JSON: the only document format that keeps everything.

namespace earmark
{

namespace
{

using Json = nlohmann::ordered_json; // written in the order that people expect
using ReadJson = nlohmann::json;     // the ordered one looks for each new name among all before it

constexpr int version = 1;
constexpr int maxNesting = 64;
constexpr std::array<std::string_view, 1> suffixes { ".json" };
constexpr std::array<std::string_view, 3> kindNames { "chapter", "ad", "note" };

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

std::optional<Image> imageFrom (const std::string& url)
{
    const auto comma = url.find (";base64,");

    if (! url.starts_with ("data:") || comma == std::string::npos)
        return LinkedImage { url };

    const auto base64 = std::string_view (url).substr (comma + 8);
    std::string bytes (simdutf::maximal_binary_length_from_base64 (base64.data(), base64.size()), '\0');
    const auto decoded = simdutf::base64_to_binary (base64.data(), base64.size(), bytes.data());

    if (decoded.error != simdutf::error_code::SUCCESS)
        return {};

    bytes.resize (decoded.count);
    return EmbeddedImage { url.substr (5, comma - 5),
                           std::make_shared<const std::string> (std::move (bytes)) };
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
        json["kind"] = kindNames[std::size_t (chapter.kind)];

    if (chapter.locked)
        json["locked"] = true;

    return json;
}

//======================================================================================================

/** Reads one object's members, remembering the first that has a wrong type and which were not asked for. */
class Members
{
public:
    Members (const ReadJson& value, std::string where) : object (value), path (std::move (where)) {}

    std::string text (const char* name)
    {
        const auto* value = find (name);

        if (value != nullptr && ! value->is_string())
            complain (name, "text");

        return value != nullptr && value->is_string() ? value->get<std::string>() : std::string {};
    }

    bool flag (const char* name)
    {
        const auto* value = find (name);

        if (value != nullptr && ! value->is_boolean())
            complain (name, "true or false");

        return value != nullptr && value->is_boolean() && value->get<bool>();
    }

    std::optional<std::int64_t> integer (const char* name)
    {
        const auto* value = find (name);

        if (value == nullptr)
            return {};

        constexpr double limit = 9e17; // in nanoseconds far beyond any audio

        if (! value->is_number() || ! (std::abs (value->get<double>()) <= limit))
        {
            complain (name, "a number in range");
            return {};
        }

        return value->is_number_integer() ? value->get<std::int64_t>()
                                          : std::int64_t (std::llround (value->get<double>()));
    }

    std::optional<Position> time (const char* milliseconds, const char* nanoseconds)
    {
        const auto ms = inRange (milliseconds, integer (milliseconds), longestInMilliseconds);
        const auto ns = inRange (nanoseconds, integer (nanoseconds), longestInMilliseconds * 1'000'000);

        if (ns)
            return Position::fromNanoseconds (*ns);

        return ms ? std::optional (Position::fromMilliseconds (*ms)) : std::nullopt;
    }

    /** The strings of a list. */
    std::vector<std::string> texts (const char* name)
    {
        std::vector<std::string> strings;

        if (const auto* list = array (name))
        {
            for (const auto& value : *list)
            {
                if (! value.is_string())
                {
                    complain (std::format ("{}[{}]", name, strings.size()), "text");
                    break;
                }

                strings.push_back (value.get<std::string>());
            }
        }

        return strings;
    }

    const ReadJson* array (const char* name)
    {
        const auto* value = find (name);

        if (value != nullptr && ! value->is_array())
            complain (name, "a list");

        return value != nullptr && value->is_array() ? value : nullptr;
    }

    const ReadJson* member (const char* name)
    {
        const auto* value = find (name);

        if (value != nullptr && ! value->is_object())
            complain (name, "an object");

        return value != nullptr && value->is_object() ? value : nullptr;
    }

    std::optional<Error> problem() const { return error; }

    void noticeUnread (Notices& notices) const
    {
        for (const auto& [name, value] : object.items())
            if (! std::ranges::contains (read, name) && name != "notices")
                notices.push_back ({ Notice::Grade::ignored,
                                     "An entry that Earmark does not know.",
                                     { .path = path.empty() ? name : path + "." + name } });
    }

private:
    static constexpr std::int64_t longestInMilliseconds = (maxHours + 1) * 3'600'000;

    const ReadJson& object;
    std::string path;
    std::vector<std::string> read;
    std::optional<Error> error;

    std::optional<std::int64_t>
    inRange (const char* name, std::optional<std::int64_t> value, std::int64_t longest)
    {
        if (! value || (*value >= 0 && *value <= longest))
            return value;

        complain (name, "a time that audio can have");
        return {};
    }

    const ReadJson* find (const char* name)
    {
        read.emplace_back (name);
        const auto found = object.find (name);
        return found == object.end() || found->is_null() ? nullptr : &*found;
    }

    void complain (const std::string& name, std::string_view wanted)
    {
        if (! error)
            error = Error { Error::Kind::malformed,
                            std::format ("'{}' must be {}.", name, wanted),
                            { .path = path.empty() ? name : path + "." + name } };
    }
};

Result<Chapter> readChapter (const ReadJson& json, const std::string& path, Notices& notices)
{
    if (! json.is_object())
        return failure (Error::Kind::malformed, "A chapter must be an object.", { .path = path });

    Members members (json, path);
    Chapter chapter;
    const auto start = members.time ("start_ms", "start_ns");
    chapter.end = members.time ("end_ms", "end_ns");
    chapter.title = members.text ("title");
    chapter.summary = members.text ("summary");
    chapter.inContents = ! members.flag ("hidden");
    chapter.locked = members.flag ("locked");
    chapter.level = int (std::clamp<std::int64_t> (members.integer ("level").value_or (0), 0, maxNesting));

    if (const auto url = members.text ("url"), text = members.text ("url_text"); ! url.empty())
        chapter.link = Link { url, text };
    else if (! text.empty())
        notices.push_back ({ Notice::Grade::ignored,
                             "The text of a link without an address.",
                             { .path = path + ".url_text" } });

    if (const auto image = members.text ("image"); ! image.empty())
    {
        chapter.image = imageFrom (image);

        if (! chapter.image)
            return failure (
                Error::Kind::malformed, "The picture is no valid base64.", { .path = path + ".image" });
    }

    const auto kind = members.text ("kind");

    if (const auto found = std::ranges::find (kindNames, kind); found != kindNames.end())
        chapter.kind = Chapter::Kind (found - kindNames.begin());
    else if (! kind.empty())
        return failure (Error::Kind::malformed,
                        std::format ("'{}' is no kind of chapter; chapter, ad and note are.", kind),
                        { .path = path + ".kind" });

    chapter.points = members.texts ("points");

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    if (! start)
        return failure (Error::Kind::malformed, "The chapter has no 'start_ms'.", { .path = path });

    chapter.start = *start;

    if (chapter.end && *chapter.end < chapter.start)
    {
        chapter.end.reset();
        notices.push_back ({ Notice::Grade::warning,
                             "The chapter's end is before its start; it was left out.",
                             { .path = path + ".end_ms" } });
    }

    members.noticeUnread (notices);
    return chapter;
}

Confidence sniff (std::string_view text)
{
    const auto begin = trim (text.substr (0, 4096));

    if (! begin.starts_with ('{'))
        return 0;

    return begin.contains ("\"earmark\"") ? 100 : text.contains ("\"start_ms\"") ? 80 : 0;
}

/** How deep brackets are nested. Looked for beforehand: the parser's own hook for this compares each value of a list with all
    before it. */
int nestingOf (std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const auto c = text[i];

        if (inString)
        {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        }
        else if (c == '"')
        {
            inString = true;
        }
        else if (c == '[' || c == '{')
        {
            deepest = std::max (deepest, ++depth);
        }
        else if (c == ']' || c == '}')
        {
            --depth;
        }
    }

    return deepest;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions&)
{
    if (nestingOf (text) > maxNesting)
        return failure (Error::Kind::tooLarge,
                        std::format ("The JSON is nested deeper than {} levels.", maxNesting));

    ReadJson document;

    try
    {
        document = ReadJson::parse (text);
    }
    catch (const ReadJson::parse_error& e)
    {
        return failure (Error::Kind::malformed,
                        "The JSON is not complete or not well formed here.",
                        Place::atByte (e.byte > 0 ? e.byte - 1 : 0));
    }
    catch (const ReadJson::exception&)
    {
        return failure (Error::Kind::malformed, "The JSON holds a number that is too large.");
    }

    if (! document.is_object())
        return failure (Error::Kind::malformed, "The JSON must be an object with a list of chapters.");

    Members members (document, {});
    OutlineReading reading;

    if (const auto written = members.integer ("earmark").value_or (version); written > version)
        return failure (
            Error::Kind::unsupported,
            std::format (
                "It was written by a newer Earmark (format {}, this one reads up to {}).", written, version));

    if (const auto* episode = members.member ("episode"))
    {
        Members fields (*episode, "episode");
        auto& e = reading.outline.episode;
        e.show = fields.text ("show");
        e.title = fields.text ("title");
        e.number = fields.text ("number");
        e.date = fields.text ("date");
        e.author = fields.text ("author");
        e.description = fields.text ("description");

        if (const auto cover = fields.text ("cover"); ! cover.empty())
        {
            e.cover = imageFrom (cover);

            if (! e.cover)
                return failure (
                    Error::Kind::malformed, "The picture is no valid base64.", { .path = "episode.cover" });
        }

        if (const auto problem = fields.problem())
            return std::unexpected (*problem);

        fields.noticeUnread (reading.notices);
    }

    const auto* chapters = members.array ("chapters");

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    if (chapters == nullptr || chapters->empty())
        return failure (Error::Kind::empty, "There are no chapters in it.", { .path = "chapters" });

    if (chapters->size() > maxChapters)
        return failure (Error::Kind::tooLarge, std::format ("It holds more than {} chapters.", maxChapters));

    for (std::size_t i = 0; i < chapters->size(); ++i)
    {
        auto chapter = readChapter ((*chapters)[i], std::format ("chapters[{}]", i), reading.notices);

        if (! chapter)
            return std::unexpected (chapter.error());

        reading.outline.chapters.push_back (std::move (*chapter));
    }

    members.noticeUnread (reading.notices);
    return reading;
}

std::string write (const Outline& outline)
{
    Json json;
    json["earmark"] = version;
    json.update (toJson (outline));
    return json.dump (2) + '\n';
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

extern const ChapterFormat earmarkJsonFormat;

constexpr ChapterFormat earmarkJsonFormat {
    .id = "earmark-json",
    .name = "Earmark JSON",
    .suffixes = suffixes,
    .capabilities = { .ends = true,
                      .summaries = true,
                      .points = true,
                      .links = true,
                      .images = true,
                      .hidden = true,
                      .episode = true },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
