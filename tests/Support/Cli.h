// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Places.h"
#include "Support/Process.h"

#include <string>
#include <vector>

// The command line as a user runs it: a process, its exit code, and what it says.

namespace earmark::tests
{

enum Exit
{
    done = 0,
    problem = 1,
    usage = 2
};

inline ProcessResult earmark (std::vector<std::string> arguments, const ProcessOptions& options = {})
{
    arguments.insert (arguments.begin(), commandLine().string());
    return run (arguments, options);
}

/** Whether this is one line that is a sentence about a failure. */
inline bool isOneSentence (const std::string& text)
{
    return text.starts_with ("error: ") && text.ends_with (".\n") && text.find ('\n') == text.size() - 1;
}

} // namespace earmark::tests
