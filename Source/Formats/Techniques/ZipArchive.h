// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** No file in an archive is unpacked beyond this, whatever its header says; a project's XML has some hundred kilobytes. */
inline constexpr std::size_t maxUnpackedBytes = 64u << 20;
inline constexpr std::size_t maxZipEntries = 100'000;

/** True where an archive's signature is there. */
bool isZip (std::string_view bytes);

/** The first file whose name satisfies `wanted`, unpacked. Fails with Kind::malformed for a damaged archive, Kind::empty where
    there is no such file, and Kind::tooLarge beyond the limits. */
Result<std::string> unpackFirst (std::string_view bytes,
                                 const std::function<bool (std::string_view name)>& wanted);

/** The names of all files in it; empty for a damaged archive. */
std::vector<std::string> namesInZip (std::string_view bytes);

struct ZipEntry
{
    std::string name;
    std::string content;
};

/** An archive of these files, with a fixed date so that equal content makes equal bytes. */
std::string packZip (const std::vector<ZipEntry>&);

} // namespace earmark
