// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace earmark::cli
{

/** How the user wants an outline to be read. */
struct OutlineOptions
{
    std::string format;               ///< --format
    std::vector<std::string> answers; ///< --set id=answer

    void addTo (CLI::App&);
};

/** An outline from anywhere: a document, standard input, or the chapters in an audio file. */
struct OutlineInput
{
    OutlineReading reading;
    std::string format;                    ///< "Pasted outline", "MP3"
    std::string encoding;                  ///< empty for audio and for documents that are no text
    std::vector<std::string> alternatives; ///< ids of formats that the document could nearly as well be
};

/** A document's bytes, which are no more than maxDocumentBytes. `path` may be "-" for standard input, which can be read once. */
Result<std::string> readBytes (const std::string& path);

/** `path` may be "-" for standard input. Fails with Kind::wrongUsage where an answer is none of its question's choices. */
Result<OutlineInput> readOutline (const std::string& path, const OutlineOptions&);

/** The answers of --set; those without "=" are left to readOutline() to refuse. */
Answers answersOf (const OutlineOptions&);

/** Any text where there are no choices. */
bool isAnswerTo (const Question&, const std::string& answer);

/** Refuses standard input as audio, which has to be read in many places at once. */
Result<void> checkAudioName (const std::string& path);

/** What to call it in messages. */
std::string displayName (const std::string& path);

} // namespace earmark::cli
