// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace earmark::tests
{

/** How a program ended and what it said. */
struct ProcessResult
{
    int exitCode = -1; ///< as a shell would have it: 128 and the signal's number where one killed it
    bool timedOut = false;
    std::string out;
    std::string err;
};

struct ProcessOptions
{
    std::string input;            ///< for its standard input
    std::filesystem::path folder; ///< to start in; empty for the test's own
    std::chrono::seconds timeout { 120 };
};

/** Runs a program, found by PATH, to its end. Fails the test when it cannot be started. */
ProcessResult run (const std::vector<std::string>& command, const ProcessOptions& = {});

/** As above; fails the test unless it ended with 0. Returns its standard output. */
std::string mustRun (const std::vector<std::string>& command, const ProcessOptions& = {});

/** Skips the test, visibly, where a program is not installed. */
void need (const std::string& program);

/** The same for a module of Python. */
void needModule (const std::string& module);

} // namespace earmark::tests
