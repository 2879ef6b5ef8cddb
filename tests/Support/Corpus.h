// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace earmark::tests
{

/** Real documents with hand-checked expectations, which lie beside the project and are not part of it. */
struct CorpusSample
{
    std::filesystem::path document;
    std::filesystem::path expected;
};

/** Those in the folders whose name begins so. Empty where the corpus is not there. */
std::vector<CorpusSample> corpusSamples (std::string_view folderPrefix);

} // namespace earmark::tests
