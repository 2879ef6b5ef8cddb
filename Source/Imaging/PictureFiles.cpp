// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/PictureFiles.h"

#include "Foundation/File.h"
#include "Imaging/OutlinePictures.h"

#include <format>
#include <map>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t maxPictureBytes = 64 << 20;

/** "art/01.jpg", but not "https://example.com/01.jpg" and not "data:image/png;base64,…". */
bool namesFile (std::string_view address)
{
    return ! address.empty() && address.find (':') == std::string_view::npos && ! address.starts_with ("//");
}

bool leadsOut (const fs::path& relative)
{
    return relative.is_absolute() || relative.begin() == relative.end() || *relative.begin() == "..";
}

Result<EmbeddedImage> pictureAt (const fs::path& relative, const fs::path& folder)
{
    if (leadsOut (relative))
        return failure (Error::Kind::unsupported,
                        "It is not in the outline's folder: put it there, and name it from there.");

    return readFile (folder / relative, maxPictureBytes).and_then (embeddedImage);
}

} // namespace

void loadPictures (Outline& outline, const fs::path& folder, Notices& notices)
{
    std::map<std::string, Result<EmbeddedImage>> read;

    const auto load = [&] (std::optional<Image>& image)
    {
        const auto* linked = image ? std::get_if<LinkedImage> (&*image) : nullptr;

        if (linked == nullptr || ! namesFile (linked->url))
            return;

        const auto name = linked->url;
        const auto [found, isNew] = read.try_emplace (name, EmbeddedImage {});

        if (isNew)
        {
            found->second = pictureAt (pathFromUtf8 (name).lexically_normal(), folder);

            if (! found->second)
                notices.push_back ({ Notice::Grade::warning,
                                     std::format ("The picture '{}' stays a mere address. {}",
                                                  name,
                                                  found->second.error().message),
                                     {} });
        }

        if (found->second)
            image = *found->second;
    };

    load (outline.episode.cover);

    for (auto& chapter : outline.chapters)
        load (chapter.image);
}

} // namespace earmark
