// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace earmark::cli
{

/** Exit codes, documented in --help. */
enum Exit
{
    done = 0,
    problem = 1, ///< the input or the file has one
    usage = 2
};

/** Of a verb that fails with it. */
Exit exitOf (const Error&);

/** Data goes to standard output, messages to standard error; colour and progress only where somebody looks. */
class Console
{
public:
    Console();

    void data (std::string_view) const;

    /** False, with a message, when not all data could be written: a full disk behind a redirection. */
    bool flush() const;

    /** "episode.mp3: line 3: sentence", whichever parts there are. */
    void error (std::string_view subject, const Error&) const;
    void notice (std::string_view subject, const Notice&) const;
    void notices (std::string_view subject, const Notices&) const;
    void message (std::string_view) const;

    /** Makes text from a file harmless for a terminal and keeps it on one line: control characters become '?'. */
    static std::string printable (std::string_view);

private:
    bool colour = false;

    std::string painted (std::string_view text, int code) const;
};

/** A line on the terminal that shows how far a long step is; invisible in the first half second, and where standard
    error is no terminal. */
class Progress
{
public:
    Progress (std::string_view label, std::uint64_t total);
    ~Progress();

    /** From any callback; cheap. */
    void update (std::uint64_t reached);

private:
    std::string label;
    std::uint64_t total;
    std::chrono::steady_clock::time_point begun;
    int shown = -1;
    bool visible = false;
};

} // namespace earmark::cli
