// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>

namespace earmark
{

/** Whether a file's name says that it is audio which can hold chapters. */
bool hasAudioSuffix (const std::filesystem::path&);

/** The same of audio of any kind, also of those that Earmark does not know. */
bool isCalledAudio (const std::filesystem::path&);

} // namespace earmark
