// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/RestoreRecord.h"

#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

namespace
{

std::string contentOf (const PieceTable& table)
{
    std::string text (std::size_t (table.size()), '\0');
    must (table.read (0, text.data(), text.size()));
    return text;
}

} // namespace

TEST_CASE ("The inverse of an edit makes the old file of the new one")
{
    const auto old = std::make_shared<MemorySource> ("head, audio, and a tail");
    PieceTable edit (old);
    edit.replace (0, 4, "a longer head");
    edit.remove (edit.size() - 5, 5);
    edit.insert (edit.size(), "foot");

    const auto record = RestoreRecord::parse (must (RestoreRecord::inverseOf (edit)).render());
    REQUIRE (record);
    CHECK (contentOf (must (record->appliedTo (std::make_shared<MemorySource> (contentOf (edit)))))
           == "head, audio, and a tail");

    auto changed = contentOf (edit);
    changed[0] = 'A';
    CHECK (mustFail (record->appliedTo (std::make_shared<MemorySource> (changed))).kind
           == Error::Kind::conflict);
}

TEST_CASE ("A record whose runs stand in another order than the file's is damaged")
{
    RestoreRecord record { .path = "a.mp3", .newSize = 20, .runs = { { true, 0, 5 }, { true, 10, 5 } } };
    CHECK (RestoreRecord::parse (record.render()));
    std::swap (record.runs[0], record.runs[1]);
    CHECK_FALSE (RestoreRecord::parse (record.render()));
}

} // namespace earmark
