// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Model/Project.h"

#include <filesystem>
#include <string>

namespace earmark
{

/** Opens a project. Its audio's path is absolute afterwards; where the audio is not there any more, but a file of its name lies beside
    the project, that one is taken, with a notice. Fails as readFile() and readProjectJson() do; the file is only read. */
Result<OpenedProject> openProject (const std::filesystem::path&);

/** Saves one as a whole: the old file or the new one is there at any moment. Fails as writeProject() does. */
Result<void> saveProject (const std::filesystem::path&, const Document&);

/** Keeps what a project's file holds as "NAME.earmark.bak" beside it, in place of what was kept before. Where there is no such file,
    there is nothing to keep. Fails as readFile() and writeFile() do. */
Result<void> keepPrevious (const std::filesystem::path& project);

/** Writes one with its references as they are, whole. Fails as writeFile() does, and with Kind::tooLarge, before anything is written,
    where the text would have more bytes than are read again. */
Result<void>
writeProject (const std::filesystem::path&, const Project&, std::size_t maxBytes = maxDocumentBytes);

/** How a project refers to a file: relative to the project's folder, with slashes, if the two have a folder in common; else absolute. */
std::string referenceTo (const std::filesystem::path& file, const std::filesystem::path& project);

/** The file that a reference means. */
std::filesystem::path resolve (std::string_view reference, const std::filesystem::path& project);

} // namespace earmark
