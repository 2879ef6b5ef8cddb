// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>

// Where things lie. Only Places.cpp is compiled with these paths, so that what one clone has compiled serves all others.

namespace earmark::tests
{

/** The project's own folder: its sources, documents and samples. */
std::filesystem::path projectFolder();

/** Where the tests keep what they make: a folder of the build. */
std::filesystem::path workFolder();

/** The command line as it was built; a test that runs it depends on its target. */
std::filesystem::path commandLine();

} // namespace earmark::tests
