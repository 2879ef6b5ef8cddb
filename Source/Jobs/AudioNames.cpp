// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/AudioNames.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Tagging/Container.h"

#include <algorithm>
#include <array>

namespace earmark
{

namespace
{

/** Of kinds without chapters, or whose chapters nobody reads. */
constexpr std::array<std::string_view, 10> others { ".ac3", ".amr", ".ape", ".au",  ".caf",
                                                    ".dsf", ".mpc", ".w64", ".wma", ".wv" };

std::string suffixOf (const std::filesystem::path& path)
{
    return toLowerAscii (toUtf8 (path.extension()));
}

} // namespace

bool hasAudioSuffix (const std::filesystem::path& path)
{
    const auto suffix = suffixOf (path);
    return std::ranges::any_of (containers(),
                                [&] (const Container* c)
                                { return std::ranges::contains (c->suffixes, std::string_view (suffix)); });
}

bool isCalledAudio (const std::filesystem::path& path)
{
    return hasAudioSuffix (path) || std::ranges::contains (others, std::string_view (suffixOf (path)));
}

} // namespace earmark
