// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Console.h"

#include "Cli/SentenceOptions.h"
#include "Foundation/Text.h"

#include <cstdio>
#include <cstdlib>
#include <format>

#ifdef _WIN32
    #include <io.h>
#else
    #include <unistd.h>
#endif

namespace earmark::cli
{

namespace
{

bool errorIsTerminal()
{
#ifdef _WIN32
    return _isatty (_fileno (stderr)) != 0;
#else
    return ::isatty (STDERR_FILENO) != 0;
#endif
}

void print (std::FILE* stream, std::string_view text)
{
    std::fwrite (text.data(), 1, text.size(), stream);
}

std::string prefixed (std::string_view subject, const Place& where)
{
    std::string text;

    if (! subject.empty())
        text += Console::printable (subject) + ": ";

    if (const auto place = describe (where); ! place.empty())
        text += Console::printable (place) + ": ";

    return text;
}

} // namespace

Exit exitOf (const Error& error)
{
    return error.kind == Error::Kind::wrongUsage ? usage : problem;
}

Console::Console() : colour (errorIsTerminal() && std::getenv ("NO_COLOR") == nullptr) {}

void Console::data (std::string_view text) const
{
    print (stdout, text);
}

bool Console::flush() const
{
    if (std::fflush (stdout) == 0 && std::ferror (stdout) == 0)
        return true;

    error ({}, { Error::Kind::notWritable, "Standard output does not take what is written to it.", {} });
    return false;
}

void Console::message (std::string_view text) const
{
    print (stderr, std::string (text) + '\n');
}

void Console::error (std::string_view subject, const Error& error) const
{
    message (painted ("error: ", 31) + prefixed (subject, error.where)
             + printable (withOption (error.message)));
}

void Console::notice (std::string_view subject, const Notice& notice) const
{
    const auto warning = notice.grade == Notice::Grade::warning;
    message (painted (warning ? "warning: " : "note: ", warning ? 33 : 2)
             + prefixed (subject, notice.where) + printable (withOption (notice.message)));
}

void Console::notices (std::string_view subject, const Notices& all) const
{
    for (const auto& n : all)
        notice (subject, n);
}

std::string Console::printable (std::string_view text)
{
    std::string safe;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        // Terminals obey the second range of control characters as well.
        const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
        safe += isControl ? "?" : text.substr (i, size);
        i += size;
    }

    return safe;
}

std::string Console::painted (std::string_view text, int code) const
{
    return colour ? std::format ("\033[{}m{}\033[0m", code, text) : std::string (text);
}

Progress::Progress (std::string_view shownLabel, std::uint64_t totalBytes)
    : label (Console::printable (shownLabel)), total (totalBytes), begun (std::chrono::steady_clock::now()),
      visible (errorIsTerminal())
{}

Progress::~Progress()
{
    if (shown >= 0)
        print (stderr, "\r\033[K");
}

void Progress::update (std::uint64_t reached)
{
    using namespace std::chrono_literals;

    const auto percent = total == 0 ? 100 : int (reached * 100 / total);

    if (! visible || percent == shown || std::chrono::steady_clock::now() - begun < 500ms)
        return;

    shown = percent;
    print (stderr, std::format ("\r\033[K{}: {} %", label, percent));
    std::fflush (stderr);
}

} // namespace earmark::cli
