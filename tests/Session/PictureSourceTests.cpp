// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PictureSource.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

using Cuts = std::vector<std::optional<PictureCut>>;

constexpr PictureCut atLeft { { 0.3, 0.5 }, 0.5 };

/** A picture's file, which has been copied. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;
    std::optional<PictureSource> source;

    Desk()
    {
        world.files["/cover.png"] = "bytes";
        world.clipboard = "file:///cover.png";
        w = std::make_unique<Workspace> (world.services());
        source.emplace (*w);
    }
};

} // namespace

TEST_CASE ("A picture is taken from its file or from the clipboard, its middle first", "[session]")
{
    Desk desk;
    CHECK (desk.source->take ("/cover.png"));
    CHECK (desk.source->takeCopied());
    CHECK (desk.world.cuts == Cuts { PictureCut(), PictureCut() });
    CHECK_FALSE (desk.source->picture()); // what the document has is another's matter
}

TEST_CASE ("What is no picture is told", "[session]")
{
    Desk desk;
    desk.world.files["/empty.png"] = "";

    for (const auto* path : { "/nothing/here.png", "/empty.png" })
    {
        const auto said = desk.w->message().number;
        CHECK_FALSE (desk.source->take (path));
        CHECK (desk.w->message().number == said + 1);
        CHECK (desk.w->message().grade == Message::Grade::error);
    }

    desk.world.clipboard = "0:00 Welcome";
    CHECK_FALSE (desk.source->takeCopied());
    CHECK (desk.w->message().grade == Message::Grade::warning);
}

TEST_CASE ("Another square is cut of what a picture was made of, not of the picture", "[session]")
{
    Desk desk;
    auto& source = *desk.source;
    source.follow (source.take ("/cover.png"));
    REQUIRE (source.toCrop());
    CHECK (source.toCrop()->cut == PictureCut());
    CHECK_FALSE (source.cut (PictureCut())); // it has that

    source.follow (source.cut (atLeft));
    REQUIRE (source.picture());
    CHECK (desk.world.cuts.back() == atLeft);
    CHECK (source.toCrop()->cut == atLeft);

    // One that came otherwise is all that there is of it.
    source.follow (EmbeddedImage { "image/png", std::make_shared<const std::string> ("another") });
    CHECK_FALSE (source.cut (PictureCut { { 0.4, 0.5 }, 0.5 }));
    CHECK (source.toCrop()->cut == PictureCut());
    CHECK (source.cut (atLeft));
}

TEST_CASE ("Of an address no square can be cut", "[session]")
{
    Desk desk;
    desk.source->follow (LinkedImage { "https://example.org/cover.png" });
    CHECK_FALSE (desk.source->toCrop());
    desk.source->follow (std::nullopt);
    CHECK_FALSE (desk.source->toCrop());
}

} // namespace earmark::tests
