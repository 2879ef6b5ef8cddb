// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

// check of an outline beside audio: what it repairs, and of what it speaks.

namespace earmark::tests
{

namespace
{

using Json = nlohmann::json;

constexpr auto broken = R"({"version": "1.2.0", "chapters": [
    {"startTime": 0, "endTime": 30, "title": "One"}, {"startTime": 20, "title": "Two"}]})";

} // namespace

TEST_CASE ("check --fix repairs the outline beside audio where it has a place, and says so where it has none")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (60), "a.mp3").string();
    const auto source = folder.file ("feed.json", broken).string();
    const auto mended = (folder / "mended.json").string();

    const auto without = earmark ({ "check", media, "--outline", source, "--fix" });
    CHECK (without.err.contains (source + ": The outline can be repaired as well: add -o OUT."));
    CHECK_FALSE (without.out.contains ("--fix does it"));
    CHECK (earmark ({ "check", media, "--outline", source, "-o", mended }).exitCode == usage);
    CHECK (earmark ({ "check", media, "--outline", source, "--fix", "-o", media }).exitCode == usage);
    CHECK_FALSE (std::filesystem::exists (mended));

    const auto json =
        Json::parse (earmark ({ "check", media, "--outline", source, "--fix", "-o", mended, "--json" }).out);
    CHECK (json["fixed"] == Json { "overlap" });
    CHECK (json["repairs"].size() == 1);
    CHECK (hasBytes (source, broken));
    CHECK (hasBytes (media, bytesOf (bareMp3 (60))));
    CHECK_FALSE (Json::parse (bytesOf (mended))["chapters"][0].contains ("endTime"));
}

TEST_CASE ("check --fix says where nothing was repaired")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (60), "a.mp3").string();
    const auto outline = folder.file ("o.txt", "0:20 Late\n0:40 Last\n").string();
    CHECK (earmark ({ "check", media, "--outline", outline, "--fix" }).out.contains ("nothing was repaired"));
    CHECK_FALSE (earmark ({ "check", media, "--outline", outline }).out.contains ("nothing was repaired"));
}

TEST_CASE ("What is said of an outline names the outline")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (60), "a.mp3").string();
    const auto outline = folder.file ("o.csv", "Name,In\nHarbour,00:00:00:00\nFog,00:00:10:12\n").string();
    const auto result = earmark ({ "check", media, "--outline", outline });
    CHECK (result.err.contains ("warning: " + outline + ": How many frames"));
    CHECK_FALSE (result.err.contains (media + ": How many frames"));
}

} // namespace earmark::tests
