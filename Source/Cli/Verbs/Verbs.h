// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Console.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace earmark::cli
{

/** What a verb does once the command line is understood; the result is the exit code. */
using Action = std::function<int (const Console&)>;

/** Each adds its subcommand, and sets the action when that is the one called. */
void addImport (CLI::App&, Action&);
void addConvert (CLI::App&, Action&);
void addTag (CLI::App&, Action&);
void addWatch (CLI::App&, Action&);
void addPublish (CLI::App&, Action&);
void addShow (CLI::App&, Action&);
void addCheck (CLI::App&, Action&);
void addStrip (CLI::App&, Action&);
void addRestore (CLI::App&, Action&);
void addFormats (CLI::App&, Action&);

} // namespace earmark::cli
