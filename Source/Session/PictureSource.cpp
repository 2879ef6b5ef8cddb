// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PictureSource.h"

#include "Language/Translation.h"
#include "Session/Paths.h"

namespace earmark
{

void PictureSource::follow (const std::optional<Image>& image)
{
    current = image;

    if (image != made)
        source.clear();
}

std::optional<Image> PictureSource::take (const std::string& path)
{
    if (! workspace.services.readDocument || ! workspace.services.preparePicture)
        return {};

    const auto bytes = workspace.services.readDocument (path);

    if (bytes)
        return make (*bytes, PictureCut());

    workspace.say (Message::Grade::error, trMade (bytes.error().message));
    return {};
}

std::optional<Image> PictureSource::takeCopied()
{
    const auto path =
        workspace.services.clipboardText ? pathIn (workspace.services.clipboardText()) : std::string();

    if (! path.empty())
        return take (path);

    workspace.say (Message::Grade::warning,
                   tr ("No picture has been copied: copy its file, then paste it here."));
    return {};
}

std::optional<PictureToCrop> PictureSource::toCrop()
{
    const auto* embedded = current ? std::get_if<EmbeddedImage> (&*current) : nullptr;

    if (embedded == nullptr || embedded->bytes == nullptr || ! workspace.services.preparePicture)
        return {};

    if (source.empty())
    {
        source = *embedded->bytes;
        lastCut = {};
        made = current;
    }

    const auto whole = workspace.services.preparePicture (source, std::nullopt);

    if (whole)
        return PictureToCrop { *whole, lastCut };

    workspace.say (Message::Grade::error, trMade (whole.error().message));
    return {};
}

std::optional<Image> PictureSource::cut (const PictureCut& wanted)
{
    if (source.empty() || wanted == lastCut)
        return {};

    return make (std::string (source), wanted);
}

std::optional<Image> PictureSource::make (const std::string& bytes, const PictureCut& cut)
{
    const auto prepared = workspace.services.preparePicture (bytes, cut);

    if (! prepared)
    {
        workspace.say (Message::Grade::error, trMade (prepared.error().message));
        return {};
    }

    source = bytes;
    lastCut = cut;
    made = Image (*prepared);
    return made;
}

} // namespace earmark
