// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Corpus.h"

#include "Support/Places.h"

#include <algorithm>

namespace earmark::tests
{

namespace fs = std::filesystem;

std::vector<CorpusSample> corpusSamples (std::string_view folderPrefix)
{
    constexpr std::string_view suffix = ".expected.json";
    const auto root =
        projectFolder() / "../shared/corpus/open"; // real documents, where they are beside the project
    std::vector<CorpusSample> samples;

    if (! fs::is_directory (root))
        return samples;

    for (const auto& folder : fs::directory_iterator (root))
    {
        if (! folder.is_directory() || ! folder.path().filename().string().starts_with (folderPrefix))
            continue;

        for (const auto& file : fs::directory_iterator (folder))
        {
            const auto name = file.path().filename().string();

            if (name.ends_with (suffix))
                samples.push_back (
                    { folder.path() / name.substr (0, name.size() - suffix.size()), file.path() });
        }
    }

    std::ranges::sort (samples, {}, &CorpusSample::document);
    return samples;
}

} // namespace earmark::tests
