// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Process.h"

#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Pipe
{
    int readEnd = -1;
    int writeEnd = -1;

    Pipe()
    {
        std::array<int, 2> ends {};
        REQUIRE (::pipe2 (ends.data(), O_CLOEXEC) == 0);
        readEnd = ends[0];
        writeEnd = ends[1];
    }

    ~Pipe()
    {
        close (readEnd);
        close (writeEnd);
    }

    Pipe (const Pipe&) = delete;
    Pipe& operator= (const Pipe&) = delete;

    static void close (int& end)
    {
        if (end >= 0)
            ::close (std::exchange (end, -1));
    }
};

[[noreturn]] void becomeChild (const std::vector<std::string>& command,
                               const ProcessOptions& options,
                               const Pipe& in,
                               const Pipe& out,
                               const Pipe& err)
{
    ::dup2 (in.readEnd, STDIN_FILENO);
    ::dup2 (out.writeEnd, STDOUT_FILENO);
    ::dup2 (err.writeEnd, STDERR_FILENO);

    std::vector<char*> arguments;

    for (const auto& argument : command)
        arguments.push_back (const_cast<char*> (argument.c_str()));

    arguments.push_back (nullptr);

    if (options.folder.empty() || ::chdir (options.folder.c_str()) == 0)
        ::execvp (arguments[0], arguments.data());

    ::_exit (127);
}

/** Takes what is there; closes the end when no more will come. */
void drain (int& end, std::string& into)
{
    std::array<char, 65536> block {};
    const auto n = ::read (end, block.data(), block.size());

    if (n > 0)
        into.append (block.data(), std::size_t (n));
    else if (n == 0 || errno != EINTR)
        Pipe::close (end);
}

void feed (int& end, std::string_view& input)
{
    const auto n = ::write (end, input.data(), input.size());

    if (n > 0)
        input.remove_prefix (std::size_t (n));

    if (input.empty() || (n < 0 && errno != EINTR && errno != EAGAIN))
        Pipe::close (end);
}

/** Moves bytes until the child has closed both of its outputs. */
bool converse (
    Pipe& in, Pipe& out, Pipe& err, std::string_view input, ProcessResult& result, Clock::time_point deadline)
{
    if (input.empty())
        Pipe::close (in.writeEnd);
    else
        ::fcntl (in.writeEnd, F_SETFL, O_NONBLOCK);

    while (out.readEnd >= 0 || err.readEnd >= 0)
    {
        // poll() skips what is closed: its number is negative.
        std::array<pollfd, 3> ends { pollfd { out.readEnd, POLLIN, 0 },
                                     pollfd { err.readEnd, POLLIN, 0 },
                                     pollfd { in.writeEnd, POLLOUT, 0 } };
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds> (deadline - Clock::now()).count();

        if (left <= 0)
            return false;

        ::poll (ends.data(), ends.size(), int (std::min<std::int64_t> (left, 1000)));

        if (ends[0].revents != 0)
            drain (out.readEnd, result.out);

        if (ends[1].revents != 0)
            drain (err.readEnd, result.err);

        if (ends[2].revents != 0)
            feed (in.writeEnd, input);
    }

    return true;
}

bool isInstalled (const std::string& program)
{
    if (program.find ('/') != std::string::npos)
        return ::access (program.c_str(), X_OK) == 0;

    const auto* path = std::getenv ("PATH");
    std::istringstream folders (path == nullptr ? "" : path);

    for (std::string folder; std::getline (folders, folder, ':');)
        if (::access ((folder + '/' + program).c_str(), X_OK) == 0)
            return true;

    return false;
}

} // namespace

ProcessResult run (const std::vector<std::string>& command, const ProcessOptions& options)
{
    // A child that does not read its input must not end the test.
    std::signal (SIGPIPE, SIG_IGN);

    Pipe in, out, err;
    const auto child = ::fork();
    REQUIRE (child >= 0);

    if (child == 0)
        becomeChild (command, options, in, out, err);

    Pipe::close (in.readEnd);
    Pipe::close (out.writeEnd);
    Pipe::close (err.writeEnd);

    ProcessResult result;
    result.timedOut = ! converse (in, out, err, options.input, result, Clock::now() + options.timeout);

    if (result.timedOut)
        ::kill (child, SIGKILL);

    int status = 0;

    while (::waitpid (child, &status, 0) < 0 && errno == EINTR)
    {
    }

    result.exitCode = WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);

    if (result.exitCode == 127)
        FAIL ("cannot start " << command.front());

    return result;
}

std::string mustRun (const std::vector<std::string>& command, const ProcessOptions& options)
{
    auto result = run (command, options);

    if (result.exitCode != 0)
    {
        std::string line;

        for (const auto& argument : command)
            line += argument + ' ';

        FAIL (line << "ended with " << result.exitCode << ":\n" << result.err);
    }

    return std::move (result.out);
}

void need (const std::string& program)
{
    if (! isInstalled (program))
        SKIP (program << " is not installed");
}

void needModule (const std::string& module)
{
    need ("python3");

    if (run ({ "python3", "-c", "import " + module }).exitCode != 0)
        SKIP (module << " is not installed");
}

} // namespace earmark::tests
