// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Paths.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A copied file is found in the text that file managers copy", "[session]")
{
    CHECK (pathIn ("/home/ada/cover.png") == "/home/ada/cover.png");
    CHECK (pathIn ("  /home/ada/my cover.png\n") == "/home/ada/my cover.png");
    CHECK (pathIn ("file:///home/ada/my%20cover%C3%A9.png\r\nfile:///other.png\r\n")
           == "/home/ada/my cover\u00e9.png");
    CHECK (pathIn ("file://desk/home/ada/cover.png") == "/home/ada/cover.png");
    CHECK (pathIn ("file:///C:/Pictures/cover.png") == "C:/Pictures/cover.png");
    CHECK (pathIn ("\"C:\\Pictures\\my cover.png\"") == "C:\\Pictures\\my cover.png");
    CHECK (pathIn ("file:///100%.png") == "/100%.png");
    CHECK (pathIn ("file:///a%zz%4") == "/a%zz%4");

    for (const auto* text :
         { "", "\n", "file://", "file://desk", "cover.png", "0:00 Welcome", "https://a.example/b.png" })
        CHECK (pathIn (text).empty());
}

TEST_CASE ("Names of projects are what people call them", "[session]")
{
    CHECK (projectNameOf ("/a/b/Episode 41.earmark") == "Episode 41");
    CHECK (projectNameOf ("C:\\a\\list.earmark.json") == "list");
    CHECK (projectNameOf ("notes.v2.json") == "notes.v2");
    CHECK (projectNameOf (".earmark") == ".earmark");
    CHECK (isProject ("/A/B.EARMARK"));
    CHECK_FALSE (isProject ("/a/b.json"));
}

TEST_CASE ("A name becomes one that every system allows for a file", "[session]")
{
    CHECK (legalFileName ("Episode 41, \u00dcbersee") == "Episode 41, \u00dcbersee");
    CHECK (legalFileName ("a/b\\c:d*e?f\"g<h>i|j\nk") == "a-b-c-d-e-f-g-h-i-j-k");
    CHECK (legalFileName (std::string (200, 'x')).size() == 120);
    CHECK (legalFileName ("").empty());
}

TEST_CASE ("A web address may be typed without its beginning", "[session]")
{
    CHECK (webAddressIn (" example.org/lamp ") == "https://example.org/lamp");
    CHECK (webAddressIn ("example.org?a=b:c") == "https://example.org?a=b:c");

    for (const auto* text : { "",
                              "https://example.org/lamp",
                              "http://example.org",
                              "mailto:ada@example.org",
                              "ada@example.org",
                              "lamp",
                              "lamp.",
                              ".lamp",
                              "see example.org",
                              "C:\\lamp.txt" })
        CHECK (webAddressIn (text) == text);
}

TEST_CASE ("A path tells its folder", "[session]")
{
    CHECK (folderOf ("/show/41/episode.mp3") == "/show/41");
    CHECK (folderOf ("/episode.mp3") == "/");
    CHECK (folderOf ("C:\\show\\episode.mp3") == "C:\\show");
    CHECK (folderOf ("episode.mp3").empty());
    CHECK (folderOf ("").empty());
}

} // namespace earmark::tests
