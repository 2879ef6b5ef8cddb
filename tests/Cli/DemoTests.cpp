// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Places.h"
#include "Support/Process.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

namespace earmark::tests
{

TEST_CASE ("The demo runs from beginning to end")
{
    for (const auto* program : { "bash", "ffmpeg", "ffprobe" })
        need (program);

    const auto folder = commandLine().parent_path();
    const auto result = run ({ (projectFolder() / "Resources/demo/run-demo").string(), folder.string() });
    INFO (result.out << result.err);
    CHECK (result.exitCode == 0);
    CHECK (result.err.find ("error") == std::string::npos);
    CHECK (result.out.find ("audio before and after") != std::string::npos);
    CHECK (result.out.find ("Done.") != std::string::npos);
}

} // namespace earmark::tests
