// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"

#include <cstdio>

// Reads a chapter document as the command line does and prints how many chapters it has: what `bench_formats.py` measures.

int main (int count, char** arguments)
{
    using namespace earmark;

    if (count != 2)
        return 2;

    const auto bytes = readFile (arguments[1], maxDocumentBytes);
    const auto imported = bytes ? importOutline (*bytes, arguments[1]) : std::unexpected (bytes.error());

    if (! imported)
    {
        std::fprintf (stderr, "%s\n", imported.error().message.c_str());
        return 1;
    }

    std::printf (
        "%zu %s\n", imported->reading.outline.chapters.size(), std::string (imported->format->id).c_str());
    return 0;
}
