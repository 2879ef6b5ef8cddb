// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/RestoreStore.h"

#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

struct Desk
{
    TemporaryFolder folder;
    fs::path where = folder / "store";
    RestoreStore store { where };

    void write (const fs::path& file, const Outline& outline) const
    {
        must (carryOut (must (planWrite (file, outline)), file, {}, &store));
    }

    void strip (const fs::path& file) const { must (carryOut (must (planStrip (file)), file, {}, &store)); }

    void restore (const fs::path& file) const
    {
        must (carryOut (must (planRestore (file, store)), file, {}, &store));
    }

    std::size_t records() const
    {
        return std::size_t (std::distance (fs::directory_iterator (where), fs::directory_iterator {}));
    }
};

} // namespace

TEST_CASE ("What a write replaced comes back, byte for byte, and what was taken back as well")
{
    const Desk desk;

    for (const auto& original : { bareMp3 (10), mp3Sample (10), m4aFaststart (10), m4aMoovLast (10) })
    {
        INFO (original);
        const auto file = desk.folder.copyOf (original);
        const auto before = bytesOf (file);
        desk.write (file, evenOutline (3, 1000));
        const auto after = bytesOf (file);

        desk.restore (file);
        CHECK (hasBytes (file, before));
        desk.restore (file);
        CHECK (hasBytes (file, after));

        // The last write is the one that is remembered.
        desk.write (file, evenOutline (5, 500));
        desk.restore (file);
        CHECK (hasBytes (file, after));

        desk.strip (file);
        desk.restore (file);
        CHECK (hasBytes (file, after));
    }
}

TEST_CASE ("A record holds what was replaced, and no audio")
{
    const Desk desk;
    const auto file = desk.folder.copyOf (m4aFaststart (60));
    desk.write (file, evenOutline (3, 1000));
    REQUIRE (desk.records() == 1);
    CHECK (fs::file_size (fs::directory_iterator (desk.where)->path()) < 64 * 1024);
    CHECK (fs::file_size (file) > 400 * 1024);
}

TEST_CASE ("A file that changed since, or that nothing is known of, is left alone")
{
    const Desk desk;
    const auto file = desk.folder.copyOf (mp3Sample (10));

    SECTION ("nothing known")
    {
        const auto error = mustFail (planRestore (file, desk.store));
        CHECK (error.kind == Error::Kind::notFound);
    }

    SECTION ("another write, not ours, of the same length")
    {
        desk.write (file, evenOutline (3, 1000));
        auto bytes = bytesOf (file);
        const auto title = bytes.find ("Part 2");
        REQUIRE (title != std::string::npos);
        bytes[title] = 'X';
        writeBytes (file, bytes);
        CHECK (mustFail (planRestore (file, desk.store)).kind == Error::Kind::conflict);
        CHECK (hasBytes (file, bytes));
    }

    SECTION ("longer by a byte")
    {
        desk.write (file, evenOutline (3, 1000));
        writeBytes (file, bytesOf (file) + "x");
        CHECK (mustFail (planRestore (file, desk.store)).kind == Error::Kind::conflict);
    }

    SECTION ("a copy elsewhere has no history")
    {
        desk.write (file, evenOutline (3, 1000));
        const auto copy = desk.folder.copyOf (file, "copy.mp3");
        CHECK (mustFail (planRestore (copy, desk.store)).kind == Error::Kind::notFound);
    }
}

TEST_CASE ("The store is bounded: the oldest records go first")
{
    const TemporaryFolder folder;
    const auto where = folder / "store";
    const RestoreStore store (where, { .records = 3, .bytes = 1u << 20 });
    std::vector<fs::path> files;

    for (int i = 0; i < 5; ++i)
    {
        files.push_back (folder.copyOf (mp3Sample (5), std::to_string (i) + ".mp3"));
        must (carryOut (must (planWrite (files.back(), evenOutline (2, 1000))), files.back(), {}, &store));

        // Records are told apart by their time, and a file system may have a coarse clock.
        for (const auto& record : fs::directory_iterator (where))
            fs::last_write_time (record, fs::last_write_time (record) - std::chrono::seconds (10));
    }

    CHECK (std::distance (fs::directory_iterator (where), fs::directory_iterator {}) == 3);
    CHECK_FALSE (planRestore (files[0], store));
    CHECK_FALSE (planRestore (files[1], store));

    for (int i = 2; i < 5; ++i)
        CHECK (planRestore (files[std::size_t (i)], store));
}

TEST_CASE ("A damaged record restores nothing, whatever is wrong with it")
{
    const Desk desk;
    const auto file = desk.folder.copyOf (mp3Sample (5));
    desk.write (file, evenOutline (3, 1000));
    const auto tagged = bytesOf (file);
    const auto record = fs::directory_iterator (desk.where)->path();
    const auto good = bytesOf (record);

    for (std::size_t length = 0; length < good.size(); length += 1 + length / 8)
    {
        writeBytes (record, good.substr (0, length));
        CHECK_FALSE (planRestore (file, desk.store));
    }

    // Numbers that lie: of each, the largest there is.
    for (std::size_t at = 16; at + 8 < std::min<std::size_t> (good.size(), 400); at += 8)
    {
        auto bad = good;
        bad.replace (at, 8, 8, '\xFF');
        writeBytes (record, bad);

        if (const auto plan = planRestore (file, desk.store))
            CHECK (plan->edit.result.size() < 1u << 30);
    }

    CHECK (hasBytes (file, tagged));
}

TEST_CASE ("A store that cannot be written stops no write")
{
    const TemporaryFolder folder;
    const RestoreStore store (folder.file ("no folder", "x"));
    const auto file = folder.copyOf (mp3Sample (5));
    must (carryOut (must (planWrite (file, evenOutline (3, 1000))), file, {}, &store));
    CHECK (must (readTaggedFile (file)).outline.chapters.size() == 3);
}

} // namespace earmark
