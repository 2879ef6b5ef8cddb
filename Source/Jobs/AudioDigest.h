// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/ByteSource.h"
#include "Tagging/Inventory.h"

#include <functional>
#include <string>
#include <vector>

namespace earmark
{

/** The SHA-256 of the audio in a file, wherever its pieces lie, in hexadecimal as sha256sum prints it. Reads all of them; fails where
    one cannot be read, and with Kind::conflict once `goesOn`, which may be empty, says no. */
Result<std::string>
digestOf (const ByteSource&, const std::vector<Extent>& media, const std::function<bool()>& goesOn = {});

} // namespace earmark
