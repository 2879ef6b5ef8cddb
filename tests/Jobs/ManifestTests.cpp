// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Manifest.h"

#include "Foundation/Sha256.h"
#include "Support/Must.h"

namespace earmark
{

using namespace tests;

TEST_CASE ("Manifests are JSON or CSV, with names relative to their folder")
{
    const std::vector<Assignment> wanted { { "/f/1.mp3", "/f/1.txt" }, { "/f/2.mp3", "/o/2.txt" } };
    CHECK (must (parseManifest (R"([{"media": "1.mp3", "outline": "1.txt"}, {"media": "2.mp3", "outline": "/o/2.txt"}])", "/f")) == wanted);
    CHECK (must (parseManifest (R"({"1.mp3": "1.txt", "2.mp3": "/o/2.txt"})", "/f")) == wanted);
    CHECK (must (parseManifest ("media,outline\n1.mp3,1.txt\n2.mp3,/o/2.txt\n", "/f")) == wanted);
    CHECK (must (parseManifest ("1.mp3;1.txt\n2.mp3;/o/2.txt\n", "/f")) == wanted);

    CHECK (mustFail (parseManifest ("[1]", "/f")).kind == Error::Kind::malformed);
    CHECK (mustFail (parseManifest ("[", "/f")).kind == Error::Kind::malformed);
    CHECK (mustFail (parseManifest ("1.mp3,1.txt\nonly.mp3\n", "/f")).where == Place::atLine (2));
}

TEST_CASE ("An outline is found by the name of the audio")
{
    const std::vector<std::filesystem::path> all { "o/ep 1.txt", "o/ep-2.chapters.json", "o/ep-2b.txt", "o/Ep_3.md" };
    CHECK (must (outlineByName ("m/ep 1.mp3", all)) == "o/ep 1.txt");
    CHECK (must (outlineByName ("m/ep-2.mp3", all)) == "o/ep-2.chapters.json");
    CHECK (must (outlineByName ("m/EP-3.m4a", all)) == "o/Ep_3.md");
    CHECK (mustFail (outlineByName ("m/ep-4.mp3", all)).kind == Error::Kind::notFound);
    CHECK (mustFail (outlineByName ("m/x.mp3", { "x.txt", "x.json" })).kind == Error::Kind::wrongUsage);
}

TEST_CASE ("SHA-256 is that of FIPS 180-4")
{
    const auto digest = [] (std::string_view text)
    {
        Sha256 sum;
        sum.add (text.substr (0, text.size() / 2));
        sum.add (text.substr (text.size() / 2));
        return sum.finish();
    };
    CHECK (digest ("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK (digest ("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK (digest (std::string (1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

} // namespace earmark
