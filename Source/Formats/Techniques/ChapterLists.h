// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/JsonReading.h"

namespace earmark
{

/** Finds the list of chapters in a document of any program, by what its objects are called (ChapterObject.h), and reads it: of several, the
    first that is called after chapters, else the least deep. Says what else the document holds. Fails with Kind::empty, with this sentence. */
Result<OutlineReading>
readChapterList (const ReadJson& document, const ReadOptions&, std::string_view whenNone);

} // namespace earmark
