// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace earmark::cli
{

/** The command line itself as JSON: its verbs, their options, what they take. The manual page and what shells complete are made of
    it (installer/linux/make_manual.py), so that they cannot fall behind. */
std::string describe (const CLI::App&);

} // namespace earmark::cli
