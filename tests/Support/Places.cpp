// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Places.h"

namespace earmark::tests
{

namespace fs = std::filesystem;

fs::path projectFolder()
{
    return EARMARK_PROJECT;
}

fs::path workFolder()
{
    const fs::path folder (EARMARK_TEST_WORK);
    fs::create_directories (folder);
    return folder;
}

fs::path commandLine()
{
    return EARMARK_CLI;
}

} // namespace earmark::tests
