// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"

#include <filesystem>

namespace earmark
{

/** By the file's first bytes, whatever its name says. Null where it cannot be read or is no audio that Earmark knows, and for pipes, which
    are not opened: their writer would end after the first time. */
const Container* containerAt (const std::filesystem::path&);

} // namespace earmark
