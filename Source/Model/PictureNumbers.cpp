// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/PictureNumbers.h"

namespace earmark
{

std::size_t PictureNumbers::numberOf (const EmbeddedImage& image)
{
    const std::string_view mime (image.mime), bytes (*image.bytes);
    const auto [known, isNewAddress] = byAddress.try_emplace ({ image.bytes.get(), mime });

    if (isNewAddress)
        known->second = byContent.try_emplace ({ mime, bytes }, byContent.size()).first->second;

    return known->second;
}

} // namespace earmark
