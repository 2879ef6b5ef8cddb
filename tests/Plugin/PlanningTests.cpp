// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Planning.h"

#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Pictures.h"
#include "Tagging/PlayerViews/PlayerView.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

EmbeddedImage picture (const std::string& suffix, const std::string& size)
{
    return { suffix == ".png" ? "image/png" : "image/jpeg",
             std::make_shared<const std::string> (flatPicture (suffix, size, "#204080")) };
}

/** Two chapters with pictures that no M4A takes together. */
Outline unequal()
{
    auto outline = evenOutline (2, 2000);
    outline.chapters[0].image = picture (".jpg", "200x100");
    outline.chapters[1].image = picture (".png", "120x300");
    return outline;
}

std::vector<SeenPicture> picturesIn (const std::filesystem::path& file)
{
    std::vector<SeenPicture> pictures;

    for (const auto& chapter : must (readTaggedFile (file)).outline.chapters)
        if (chapter.image)
            pictures.push_back (seen (*std::get<EmbeddedImage> (*chapter.image).bytes));

    return pictures;
}

bool says (const std::vector<std::string>& changes, std::string_view words)
{
    return std::ranges::any_of (changes, [&] (const auto& change) { return change.contains (words); });
}

} // namespace

TEST_CASE ("The window hears how many other chapters of a file a write replaces", "[plugin][write]")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (10), "a.mp3");
    must (carryOut (must (planAsWished (mp3.string(), evenOutline (2, 2000), {})), mp3));
    const auto plan = must (planAsWished (mp3.string(), outlineOf ({ chapterAt (0, "Only") }), {}));
    CHECK (std::ranges::contains (plan.edit.notices,
                                  "2 other chapters in the file are replaced; restore brings them back.",
                                  &Notice::message));
}

TEST_CASE ("Pictures become squares of one size for an M4A, and whole JPEGs for an MP3", "[plugin][write]")
{
    const TemporaryFolder folder;
    const auto m4a = folder.copyOf (m4aFaststart (10), "a.m4a"),
               mp3 = folder.copyOf (mp3Sample (10), "a.mp3");
    const auto toM4a = must (planAsWished (m4a.string(), unequal(), {}));
    CHECK (says (toM4a.edit.changes, "becomes a JPEG"));
    must (carryOut (toM4a, m4a));
    const auto squares = picturesIn (m4a);
    REQUIRE (squares.size() == 2);

    for (const auto& square : squares)
    {
        CHECK (square.kind == "JPEG");
        CHECK (square.width == 120);
        CHECK (square.height == 120);
    }

    const auto toMp3 = must (planAsWished (mp3.string(), unequal(), {}));
    CHECK (says (toMp3.edit.changes, "becomes a JPEG"));
    must (carryOut (toMp3, mp3));
    REQUIRE (picturesIn (mp3).size() == 2);
    CHECK (picturesIn (mp3)[0].width == 200);
    CHECK (picturesIn (mp3)[1].kind == "JPEG");
    CHECK (picturesIn (mp3)[1].height == 300);

    // Where it is wished, everywhere.
    must (carryOut (
        must (planAsWished (mp3.string(), unequal(), { .profile = "safe", .squarePictures = true })), mp3));
    CHECK (picturesIn (mp3)[0].width == 120);
}

TEST_CASE ("A misleading name is told", "[plugin][write]")
{
    const TemporaryFolder folder;
    const auto plan =
        must (planAsWished (folder.copyOf (mp3Sample (10), "a.wav").string(), evenOutline (2, 2000), {}));
    CHECK (std::ranges::any_of (plan.edit.notices,
                                [] (const Notice& n) { return n.message.contains ("an MP3 file"); }));
}

TEST_CASE ("A title of the file's own stays and is told, unless it is to be replaced", "[plugin][write]")
{
    const TemporaryFolder folder;

    for (const auto& file :
         { folder.copyOf (mp3Sample (10), "a.mp3"), folder.copyOf (m4aFaststart (10), "a.m4a") })
    {
        CAPTURE (file.string());
        auto outline = evenOutline (2, 2000);
        outline.episode = { .show = "Harbour Lights", .title = "Old  title" };
        must (carryOut (must (planAsWished (file.string(), outline, {})), file));
        CHECK (otherTagsIn (must (planAsWished (file.string(), outline, {})), outline.episode).empty());

        outline.episode.title = "New title";
        const auto kept = must (planAsWished (file.string(), outline, {}));
        CHECK (otherTagsIn (kept, outline.episode)
               == std::vector<OtherTag> { { OtherTag::Of::title, "Old title", "New title" } });
        CHECK_FALSE (says (kept.edit.changes, "the title is set"));

        const auto replaced =
            must (planAsWished (file.string(), outline, { .profile = {}, .replacesTags = true }));
        CHECK (says (replaced.edit.changes, "the title is set to 'New title'"));
        must (carryOut (replaced, file));
        CHECK (must (readTaggedFile (file)).outline.episode.title == "New title");
    }
}

TEST_CASE ("No player is said to lose chapters of a sound list, and those that do are", "[plugin][players]")
{
    const TemporaryFolder folder;
    const auto lost = [&] (const std::filesystem::path& file, const Outline& outline)
    {
        std::vector<PlayerList> lists;

        for (const auto& [player, view] :
             must (viewsOf (must (planAsWished (file.string(), outline, {})), players())))
            lists.push_back ({ .name = std::string (player->name),
                               .basis = {},
                               .from = {},
                               .remark = view.remark,
                               .rows = { view.chapters.size(), ShownRow {} },
                               .kind = PlayerList::Kind (view.kind) });

        std::vector<std::string> names;

        for (const auto& player : reachedBy (lists).lost)
            names.push_back (player.name);

        return names;
    };
    const auto twoAtOnce = outlineOf (
        { chapterAt (0, "A"), chapterAt (12'000, "B"), chapterAt (12'000, "C"), chapterAt (24'000, "D") });

    for (const auto& file :
         { folder.copyOf (mp3Sample (40), "a.mp3"), folder.copyOf (m4aFaststart (40), "a.m4a") })
    {
        CAPTURE (file.string());
        CHECK (lost (file, evenOutline (3, 12'000)) == std::vector<std::string>());
        CHECK (lost (file, twoAtOnce) == std::vector<std::string> { "Spotify", "YouTube" });
    }
}

} // namespace earmark::tests
