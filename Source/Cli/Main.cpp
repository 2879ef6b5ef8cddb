// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Describe.h"
#include "Cli/Verbs/Verbs.h"

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <format>

#ifdef __GLIBC__
    #include <malloc.h>
    #include <sys/mman.h>
#endif

using namespace earmark::cli;

namespace
{

constexpr auto examples = R"(Examples:
  earmark import outline.txt                        what Earmark understands of an outline
  earmark tag episode.mp3 --outline outline.txt     write its chapters into the file
  pbpaste | earmark tag episode.m4a --outline -     the same, straight from the clipboard
  earmark show episode.mp3                          the chapters that a file holds
  earmark convert episode.mp3 -o chapters.json      chapters out of a file into a document

Every verb has its own --help with more. Exit codes: 0 done, 1 the input or a file has a problem, 2 wrong usage.)";

/** A process that lives for a tenth of a second should get its memory at once and keep it: a fault for each 4 KB of an MP4's
    tables, and again after each time they were given back, took longer than all the work with them. */
void takeMemoryInLargePages()
{
#ifdef __GLIBC__
    constexpr int most = 64 << 20; // where malloc() begins to ask the system for each block, and to give back
    ::mallopt (M_MMAP_THRESHOLD, most);
    ::mallopt (M_TRIM_THRESHOLD, most);

    constexpr std::size_t usual = 16u << 20, largePage = 2u << 20;
    auto* const heap = static_cast<char*> (std::malloc (usual));
    const auto before = (largePage - reinterpret_cast<std::uintptr_t> (heap) % largePage) % largePage;
    ::madvise (heap + before, usual - before, MADV_HUGEPAGE); // a wish; none of it is taken before it is used
    std::free (heap);
#endif
}

/** A write beyond the limit that a shell or a service sets for files is to fail like any other, with a sentence, and not to kill. */
void letTooLargeWritesFail()
{
#ifdef SIGXFSZ
    std::signal (SIGXFSZ, SIG_IGN);
#endif
}

/** What was meant as a verb and is none; empty where there is no such word. */
std::string unknownVerb (const CLI::App& app)
{
    const auto rest = app.remaining();
    return ! app.get_subcommands().empty() || rest.empty() || rest.front().starts_with ('-') ? std::string()
                                                                                             : rest.front();
}

int run (int argc, char** argv, const Console& console)
{
    CLI::App app { "Earmark puts chapters into podcasts and audiobooks.", "earmark" };
    Action action;
    app.footer (examples);
    app.get_formatter()->enable_footer_formatting (false); // examples keep their columns
    app.require_subcommand (1);
    app.failure_message ([] (const CLI::App* of, const CLI::Error& error)
                         { return "error: " + CLI::FailureMessage::simple (of, error); });
    app.set_version_flag ("--version", "earmark " EARMARK_VERSION);
    argv = app.ensure_utf8 (argv);

    addImport (app, action);
    addConvert (app, action);
    addTag (app, action);
    addWatch (app, action);
    addPublish (app, action);
    addShow (app, action);
    addCheck (app, action);
    addStrip (app, action);
    addRestore (app, action);
    addFormats (app, action);

    // For the makers of packages; comes before the demand for a verb.
    app.add_flag_callback (
           "--describe",
           [&]
           {
               console.data (describe (app));
               console.flush();
               throw CLI::Success();
           },
           "Print the command line as JSON")
        ->trigger_on_parse()
        ->group ("");

    try
    {
        app.parse (argc, argv);
        const auto code = action (console);
        return console.flush() ? code : problem;
    }
    catch (const CLI::RequiredError& e)
    {
        const auto verb = unknownVerb (app);
        app.exit (verb.empty()
                      ? e
                      : CLI::RequiredError (std::format ("There is no verb '{}'.", Console::printable (verb)),
                                            CLI::ExitCodes::RequiredError));
        return usage;
    }
    catch (const CLI::ParseError& e)
    {
        return app.exit (e) == 0 ? done : usage;
    }
}

} // namespace

int main (int argc, char** argv)
{
    takeMemoryInLargePages();
    letTooLargeWritesFail();
    const Console console;

    try
    {
        return run (argc, argv, console);
    }
    catch (const std::exception& e)
    {
        // Only the exhaustion of memory comes this far; all else is an Error.
        console.error ({},
                       { earmark::Error::Kind::tooLarge,
                         std::string ("This was too much for this machine: ") + e.what(),
                         {} });
        return problem;
    }
}
