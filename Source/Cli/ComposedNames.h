// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>

namespace earmark::cli
{

/** The path with each letter and the marks behind it as one character (NFC). Macs give names to files with marks of their own, "u" and "¨"
    (NFD), everyone else with "ü". For comparing only: the file itself may be called otherwise. */
std::filesystem::path composedName (const std::filesystem::path&);

} // namespace earmark::cli
