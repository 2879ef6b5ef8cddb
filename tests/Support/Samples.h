// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"

#include <string>

namespace earmark::tests
{

/** The content of a document in tests/Formats/Samples; a test that misspells one fails with an exception. */
inline std::string sample (std::string_view name)
{
    return readFile (pathFromUtf8 (EARMARK_SAMPLES) / pathFromUtf8 (name), maxDocumentBytes).value();
}

} // namespace earmark::tests
