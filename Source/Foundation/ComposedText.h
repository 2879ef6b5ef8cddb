// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark
{

/** The text, which is UTF-8, with each letter and the marks behind it as one character (NFC, for the scripts whose letters have marks). Macs
    give names to files with marks of their own, "u" and "¨" (NFD), everyone else with "ü". For comparing only: the file itself may be called
    otherwise. */
std::string composed (std::string_view text);

} // namespace earmark
