// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/SafeReplace.h"

#include "Support/Must.h"
#include "Support/SampleAudio.h"

#include <filesystem>
#include <string>
#include <vector>

// A file and its edit.

namespace earmark::tests
{

using Names = std::vector<std::string>;

inline const std::string original = "the old bytes, " + std::string (10'000, 'o');

inline PieceTable tableOf (const std::filesystem::path& file)
{
    return PieceTable (must (FileSource::open (file)));
}

/** The file with something in front. */
inline PieceTable edited (const std::filesystem::path& file)
{
    auto table = tableOf (file);
    table.insert (0, "new: ");
    return table;
}

inline bool isEdited (const std::filesystem::path& file)
{
    return hasBytes (file, "new: " + original);
}

} // namespace earmark::tests
