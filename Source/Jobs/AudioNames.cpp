// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/AudioNames.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Tagging/Container.h"

#include <algorithm>

namespace earmark
{

bool hasAudioSuffix (const std::filesystem::path& path)
{
    const auto suffix = toLowerAscii (toUtf8 (path.extension()));
    return std::ranges::any_of (containers(),
                                [&] (const Container* c)
                                { return std::ranges::contains (c->suffixes, std::string_view (suffix)); });
}

} // namespace earmark
