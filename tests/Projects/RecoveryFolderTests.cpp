// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/RecoveryFolder.h"

#include "Support/Chapters.h"
#include "Support/Must.h"
#include "Support/TemporaryFolder.h"

namespace earmark
{

using namespace tests;

namespace fs = std::filesystem;

namespace
{

Project projectCalled (const std::string& title)
{
    return { .outline = { .episode = { .title = title }, .chapters = { chapter ("0:00", "One") } },
             .audio = MediaReference { "/audio/episode.m4a", lasting ("1:00") },
             .savedAs = "/projects/" + title + ".earmark" };
}

/** An instance that died: what it held is held no more, and its files are there. */
void crash (const fs::path& folder, const std::string& title)
{
    RecoveryFolder dying (folder);
    must (dying.keep (projectCalled ("before")));
    must (dying.keep (projectCalled (title)));
}

} // namespace

TEST_CASE ("What a crashed instance kept is found, whole, and adopted", "[projects]")
{
    const TemporaryFolder folder;
    crash (folder / "recovery", "Tides");

    RecoveryFolder next (folder / "recovery");
    const auto found = next.findAbandoned();
    REQUIRE (found.size() == 1);
    CHECK (found[0].project == projectCalled ("Tides"));
    CHECK (found[0].when.size() == 19);

    // It is this one's own now: what it keeps replaces it, and what it clears is gone.
    next.adopt (found[0].id);
    must (next.keep (projectCalled ("More")));
    CHECK (fs::exists (folder / "recovery" / (found[0].id + ".earmark")));
    next.clear();
    CHECK (fs::is_empty (folder / "recovery"));
}

TEST_CASE ("Instances that run do not see one another", "[projects]")
{
    const TemporaryFolder folder;
    RecoveryFolder one (folder.path()), two (folder.path());
    must (one.keep (projectCalled ("One")));
    must (two.keep (projectCalled ("Two")));
    CHECK (one.findAbandoned().empty());
    CHECK (two.findAbandoned().empty());
    one.clear();
    must (two.keep (projectCalled ("Two again")));
    CHECK (folder.names().size() == 2); // its file and its lock
    two.clear();
    CHECK (folder.names().empty());
}

TEST_CASE ("What one instance has found is not offered by another", "[projects]")
{
    const TemporaryFolder folder;
    crash (folder.path(), "Tides");

    {
        RecoveryFolder one (folder.path()), two (folder.path());
        CHECK (one.findAbandoned().size() == 1);
        CHECK (two.findAbandoned().empty());
        CHECK (one.findAbandoned().empty()); // nor twice
    }

    // Neither kept nor discarded: it is offered at the next start.
    RecoveryFolder later (folder.path());
    const auto found = later.findAbandoned();
    REQUIRE (found.size() == 1);
    later.discard (found[0].id);
    CHECK (folder.names().empty());
}

TEST_CASE ("Of several the last comes first, and each is settled by itself", "[projects]")
{
    const TemporaryFolder folder;
    crash (folder.path(), "Old");

    for (const auto& entry : fs::directory_iterator (folder.path()))
        fs::last_write_time (entry.path(), fs::file_time_type::clock::now() - std::chrono::hours (1));

    crash (folder.path(), "New");
    RecoveryFolder next (folder.path());
    must (next.keep (projectCalled ("Mine")));
    const auto found = next.findAbandoned();
    REQUIRE (found.size() == 2);
    CHECK (found[0].project.outline.episode.title == "New");
    CHECK (found[1].project.outline.episode.title == "Old");

    // What it had kept itself goes with the document that it was about.
    next.adopt (found[1].id);
    next.discard (found[0].id);
    next.discard ("no such");
    CHECK (folder.names().size() == 2);
    next.clear();
    CHECK (folder.names().empty());
}

TEST_CASE ("A file that cannot be read stays where it is", "[projects]")
{
    const TemporaryFolder folder;
    folder.file ("damaged.earmark", "{\"earmark\":1,");
    folder.file ("damaged.lock", "");
    folder.file ("alone.lock", ""); // of one that died before it had written anything whole
    folder.file ("alone.earmark.earmark-part", "{\"ear");
    folder.file ("notes.txt", "not ours");
    RecoveryFolder next (folder.path());
    CHECK (next.findAbandoned().empty());
    CHECK (folder.names() == std::vector<std::string> { "damaged.earmark", "damaged.lock", "notes.txt" });
}

TEST_CASE ("Half a file goes with the whole one that was before it", "[projects]")
{
    const TemporaryFolder folder;
    crash (folder.path(), "Tides");
    RecoveryFolder next (folder.path());
    const auto found = next.findAbandoned();
    REQUIRE (found.size() == 1);
    folder.file (found[0].id + ".earmark.earmark-part", "{\"ear");
    next.discard (found[0].id);
    CHECK (folder.names().empty());
}

TEST_CASE ("A folder that cannot be made is a sentence", "[projects]")
{
    const TemporaryFolder folder;
    folder.file ("recovery", "a file");
    RecoveryFolder next (folder / "recovery");
    CHECK (mustFail (next.keep ({})).kind == Error::Kind::notWritable);
    CHECK (next.findAbandoned().empty());
    next.clear();
}

} // namespace earmark
