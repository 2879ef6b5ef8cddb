// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJsonReading.h"

#include "Formats/ChapterFormat.h"
#include "Formats/OutlineJson.h"
#include "Formats/Techniques/TimeText.h"

#include <simdutf.h>

#include <algorithm>
#include <format>
#include <utility>

namespace earmark
{

namespace
{

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

std::unexpected<Error> invalidPicture (std::string path)
{
    return failure (Error::Kind::malformed, "The picture is no valid base64.", { .path = std::move (path) });
}

/** What a copy of it takes in memory: the bytes of pictures are shared. */
std::size_t bytesOfCopy (const Image& image)
{
    const auto* embedded = std::get_if<EmbeddedImage> (&image);
    return embedded != nullptr ? embedded->mime.size() : std::get<LinkedImage> (image).url.size();
}

} // namespace

Result<PictureList> PictureList::readFrom (Members& members)
{
    std::vector<Image> listed;

    for (const auto& url : members.texts ("pictures"))
    {
        auto image = imageFrom (url);

        if (! image)
            return invalidPicture (pathOf ("pictures", listed.size()));

        listed.push_back (std::move (*image));
    }

    PictureList list;
    list.pictures = std::move (listed);
    return list;
}

Result<std::optional<Image>> PictureList::read (const std::string& text, const std::string& path)
{
    if (text.empty())
        return std::optional<Image>();

    if (pictures && text.starts_with (pictureReference))
        return referredTo (text, path);

    auto image = imageFrom (text);
    return image ? Result<std::optional<Image>> (std::move (image)) : invalidPicture (path);
}

Result<std::optional<Image>> PictureList::referredTo (const std::string& text, const std::string& path)
{
    const auto place = parseInteger (std::string_view (text).substr (pictureReference.size()));

    if (! place || ! std::in_range<std::size_t> (*place) || std::size_t (*place) >= pictures->size())
        return failure (Error::Kind::malformed,
                        std::format ("'{}' is none of the document's pictures.", text),
                        { .path = path });

    const auto& image = (*pictures)[std::size_t (*place)];
    addressBytes += bytesOfCopy (image);

    if (addressBytes > maxDocumentBytes)
        return failure (Error::Kind::tooLarge,
                        "It refers to the long addresses among its pictures too often.",
                        { .path = path });

    return image;
}

Result<Chapter>
readChapter (const ReadJson& json, const std::string& path, PictureList& pictures, Notices& notices)
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
    chapter.level =
        int (std::clamp<std::int64_t> (members.integer ("level").value_or (0), 0, maxJsonNesting));

    if (const auto url = members.text ("url"), text = members.text ("url_text"); ! url.empty())
        chapter.link = Link { url, text };
    else if (! text.empty())
        notices.push_back ({ Notice::Grade::ignored,
                             "The text of a link without an address.",
                             { .path = path + ".url_text" } });

    auto image = pictures.read (members.text ("image"), path + ".image");

    if (! image)
        return std::unexpected (image.error());

    chapter.image = std::move (*image);
    const auto kind = members.text ("kind");

    if (const auto found = std::ranges::find (chapterKindNames, kind); found != chapterKindNames.end())
        chapter.kind = Chapter::Kind (found - chapterKindNames.begin());
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

Result<Episode> readEpisode (const ReadJson& json, PictureList& pictures, Notices& notices)
{
    Members members (json, "episode");
    Episode episode { .show = members.text ("show"),
                      .title = members.text ("title"),
                      .number = members.text ("number"),
                      .date = members.text ("date"),
                      .author = members.text ("author"),
                      .description = members.text ("description") };

    auto cover = pictures.read (members.text ("cover"), "episode.cover");

    if (! cover)
        return std::unexpected (cover.error());

    episode.cover = std::move (*cover);

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    members.noticeUnread (notices);
    return episode;
}

} // namespace earmark
