// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Manifest.h"

#include "Support/Must.h"

namespace earmark
{

using namespace tests;

TEST_CASE ("Manifests are JSON or CSV, with names relative to their folder")
{
    const std::vector<Assignment> wanted { { "/f/1.mp3", "/f/1.txt" }, { "/f/2.mp3", "/o/2.txt" } };
    CHECK (
        must (parseManifest (
            R"([{"media": "1.mp3", "outline": "1.txt"}, {"media": "2.mp3", "outline": "/o/2.txt"}])", "/f"))
        == wanted);
    CHECK (must (parseManifest (
               R"([{"file": "1.mp3", "outline": "1.txt"}, {"file": "2.mp3", "outline": "/o/2.txt"}])", "/f"))
           == wanted);
    CHECK (must (parseManifest (R"({"1.mp3": "1.txt", "2.mp3": "/o/2.txt"})", "/f")) == wanted);
    CHECK (must (parseManifest ("media,outline\n1.mp3,1.txt\n2.mp3,/o/2.txt\n", "/f")) == wanted);
    CHECK (must (parseManifest ("1.mp3;1.txt\n2.mp3;/o/2.txt\n", "/f")) == wanted);

    CHECK (mustFail (parseManifest ("[1]", "/f")).kind == Error::Kind::malformed);
    CHECK (mustFail (parseManifest ("[", "/f")).kind == Error::Kind::malformed);
    CHECK (mustFail (parseManifest ("1.mp3,1.txt\nonly.mp3\n", "/f")).where == Place::atLine (2));
}

TEST_CASE ("An outline is found by the name of the audio")
{
    const std::vector<std::filesystem::path> all {
        "o/ep 1.txt", "o/ep-2.chapters.json", "o/ep-2b.txt", "o/Ep_3.md"
    };
    CHECK (must (outlineByName ("m/ep 1.mp3", all)) == "o/ep 1.txt");
    CHECK (must (outlineByName ("m/ep-2.mp3", all)) == "o/ep-2.chapters.json");
    CHECK (must (outlineByName ("m/EP-3.m4a", all)) == "o/Ep_3.md");
    CHECK (must (outlineByName (u8"m/Fo\u0308hr.mp3", { u8"o/F\u00F6hr.txt" })) == u8"o/F\u00F6hr.txt");
    CHECK (mustFail (outlineByName ("m/ep-4.mp3", all)).kind == Error::Kind::notFound);
    CHECK (mustFail (outlineByName ("m/x.mp3", { "x.txt", "x.json" })).kind == Error::Kind::wrongUsage);
}

} // namespace earmark
