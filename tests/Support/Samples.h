// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"
#include "Support/Places.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace earmark::tests
{

/** Documents of our own, in a folder for each format. */
inline std::filesystem::path samplesFolder()
{
    return projectFolder() / "tests/Formats/Samples";
}

/** The content of one of them; a test that misspells one fails with an exception. */
inline std::string sample (std::string_view name)
{
    return readFile (samplesFolder() / pathFromUtf8 (name), maxDocumentBytes).value();
}

} // namespace earmark::tests
