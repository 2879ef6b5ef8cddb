// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <filesystem>
#include <string>

namespace earmark
{

/** The content of a whole document. Fails with Kind::notFound, unreadable (also for a folder), or tooLarge beyond
    maxBytes, which is known before anything is read. */
Result<std::string> readFile (const std::filesystem::path&, std::size_t maxBytes);

/** Writes a new document, or replaces one, through a temporary file beside it: the old content or the new one is there at
    any moment. For documents; audio files go through Tagging. */
Result<void> writeFile (const std::filesystem::path&, std::string_view bytes);

/** A path as UTF-8, for messages and JSON. */
std::string toUtf8 (const std::filesystem::path&);

/** A UTF-8 path as the system's own. */
std::filesystem::path pathFromUtf8 (std::string_view);

/** When a file was written last, in the user's own time: "2026-01-02 15:30:00". Empty where that cannot be told. May be called on any thread. */
std::string timeOfLastWrite (const std::filesystem::path&);

/** Why a file cannot be opened: the sentence and kind for the system's error. */
Error openError (std::error_code);

} // namespace earmark
