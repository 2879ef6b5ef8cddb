// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/Journal.h"

#include "Support/Chapters.h"
#include "Support/Must.h"
#include "Support/TemporaryFolder.h"

#include <atomic>
#include <latch>
#include <thread>

namespace earmark
{

using namespace tests;

namespace
{

std::shared_ptr<const Document> documentCalled (const std::string& title)
{
    auto document = documentOf ({ chapter ("0:00", title) });
    return std::make_shared<const Document> (std::move (document));
}

/** The titles of the first chapters of what is there to recover. */
std::vector<std::string> recoverable (const std::filesystem::path& folder)
{
    std::vector<std::string> titles;
    RecoveryFolder next (folder);

    for (const auto& work : next.findAbandoned())
        titles.push_back (work.project.outline.chapters.at (0).title);

    return titles;
}

constexpr std::chrono::milliseconds never { 1'000'000'000 }, atOnce { 0 };

} // namespace

TEST_CASE ("What waits is written when a journal ends, the last of it", "[projects]")
{
    const TemporaryFolder folder;

    {
        Journal journal (RecoveryFolder (folder.path()), {}, never);
        journal.keep (documentCalled ("One"), "");
        journal.keep (documentCalled ("Two"), "");
    }

    CHECK (recoverable (folder.path()) == std::vector<std::string> { "Two" });
}

TEST_CASE ("What is forgotten is not written, and what was written goes", "[projects]")
{
    const TemporaryFolder folder;

    {
        Journal journal (RecoveryFolder (folder.path()), {}, never);
        journal.keep (documentCalled ("One"), "");
        journal.forget();
    }

    CHECK (folder.names().empty());

    {
        Journal journal (RecoveryFolder (folder.path()), {}, atOnce);
        journal.keep (documentCalled ("One"), "");

        while (folder.names().size() < 2)
            std::this_thread::yield();

        journal.forget();

        while (! folder.names().empty())
            std::this_thread::yield();
    }
}

TEST_CASE ("Adopting keeps what was recovered until it is forgotten", "[projects]")
{
    const TemporaryFolder folder;

    {
        Journal dying (RecoveryFolder (folder.path()), {}, never);
        dying.keep (documentCalled ("Recovered"), "");
    }

    {
        Journal journal (RecoveryFolder (folder.path()), {}, never);
        const auto found = journal.findAbandoned();
        REQUIRE (found.size() == 1);

        // As a session does it: the old document goes, the recovered one comes.
        journal.forget();
        journal.adopt (found[0].id);
        CHECK (folder.names().size() == 2); // nothing can be lost in between
    }

    CHECK (recoverable (folder.path()) == std::vector<std::string> { "Recovered" });

    {
        Journal journal (RecoveryFolder (folder.path()), {}, never);
        journal.discard (journal.findAbandoned().at (0).id);
    }

    CHECK (folder.names().empty());
}

TEST_CASE ("That nothing can be kept is told once", "[projects]")
{
    const TemporaryFolder folder;
    folder.file ("recovery", "in the way");
    std::atomic<int> told { 0 };
    std::atomic<Error::Kind> kind { Error::Kind::empty };
    std::latch first (1);

    {
        Journal journal (
            RecoveryFolder (folder / "recovery"),
            [&] (const Error& error)
            {
                kind = error.kind;

                if (++told == 1)
                    first.count_down();
            },
            atOnce);
        journal.keep (documentCalled ("One"), "");
        first.wait();
        journal.keep (documentCalled ("Two"), "");
    }

    CHECK (told == 1);
    CHECK (kind == Error::Kind::notWritable);
}

} // namespace earmark
