// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/PictureFiles.h"

#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

using namespace tests;

constexpr std::string_view gif = "GIF89a and so on";

Outline naming (const std::vector<std::string>& addresses)
{
    Outline outline;

    for (const auto& address : addresses)
    {
        Chapter chapter;
        chapter.image = LinkedImage { address };
        outline.chapters.push_back (std::move (chapter));
    }

    return outline;
}

const EmbeddedImage* taken (const std::optional<Image>& image)
{
    return std::get_if<EmbeddedImage> (&*image);
}

} // namespace

TEST_CASE ("Pictures below the outline's folder are read, each once")
{
    const TemporaryFolder folder;
    std::filesystem::create_directories (folder / "art");
    writeBytes (folder / "art/one.gif", gif);
    auto outline = naming ({ "art/one.gif", "./art/../art/one.gif", "art/one.gif" });
    outline.episode.cover = LinkedImage { "art/one.gif" };
    Notices notices;
    loadPictures (outline, folder.path(), notices);
    CHECK (notices.empty());
    REQUIRE (taken (outline.episode.cover) != nullptr);
    CHECK (*taken (outline.episode.cover)->bytes == gif);
    CHECK (taken (outline.episode.cover)->mime == "image/gif");

    for (const auto& chapter : outline.chapters)
        REQUIRE (taken (chapter.image) != nullptr);

    CHECK (taken (outline.chapters[0].image)->bytes == taken (outline.chapters[2].image)->bytes);
}

TEST_CASE ("What is no picture in the outline's folder stays an address, and a file is told of once")
{
    const TemporaryFolder folder;
    std::filesystem::create_directories (folder / "show");
    writeBytes (folder / "secret.gif", gif);
    writeBytes (folder / "show/notes.txt", "no picture");
    const auto outline = naming ({ "../secret.gif",
                                   (folder / "secret.gif").string(),
                                   "art/../../secret.gif",
                                   "missing.gif",
                                   "missing.gif",
                                   "notes.txt",
                                   "https://example.com/1.gif",
                                   "//example.com/1.gif",
                                   "" });
    auto loaded = outline;
    Notices notices;
    loadPictures (loaded, folder / "show", notices);
    CHECK (loaded == outline);
    CHECK (notices.size() == 5);
    CHECK (std::ranges::all_of (
        notices,
        [] (const Notice& n)
        { return n.grade == Notice::Grade::warning && n.message.contains ("stays a mere address"); }));
}

} // namespace earmark
