// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"
#include "Support/Cli.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <format>
#include <utility>

// Many files in one go, and proofs.

namespace earmark::tests
{

TEST_CASE ("A poisoned file among many is reported and harms nothing")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory (folder / "outlines");
    std::vector<std::string> command {
        "tag", "--outlines", (folder / "outlines").string(), "--report", (folder / "r.json").string()
    };

    for (int i = 0; i < 12; ++i)
    {
        command.push_back (folder.copyOf (bareMp3 (5), std::format ("{}.mp3", i)).string());
        writeBytes (folder / "outlines" / std::format ("{}.txt", i),
                    std::format ("0:00 Start\n0:02 Part {}\n", i));
    }

    writeBytes (folder / "5.mp3", "poison");
    const auto result = earmark (command);
    CHECK (result.exitCode == problem);
    CHECK (result.out.contains ("7.mp3: 2 chapters written (MP3)"));

    const auto report = Json::parse (bytesOf (folder / "r.json"));
    REQUIRE (report.size() == 12);
    CHECK (report[5]["outcome"] == "failed");
    CHECK (report[11]["outcome"] == "written");
    CHECK (hasBytes (folder / "5.mp3", "poison"));
    CHECK (listOf (readBy ({ "ffprobe" }, folder / "7.mp3")["ffprobe"])
           == Listed { { 0, "Start" }, { 2000, "Part 7" } });
}

TEST_CASE ("An outline is found by its name, however that spells letters with marks")
{
    // Macs write "u" and U+0308, others U+00FC; likewise with Vietnamese, kana and Hangul.
    const std::pair<std::string, std::string> spellings[] {
        { "Gru\u0308\u00DFe", "Gr\u00FC\u00DFe" },
        { "Vie\u0323\u0302t", "Vi\u1EC7t" },
        { "\u304B\u3099", "\u304C" },
        { "\u1112\u1161\u11AB\u1100\u116E\u11A8", "\uD55C\uAD6D" },
        { "\u0418\u0306", "\u0419" },
    };
    const TemporaryFolder folder;

    for (const auto& [apart, whole] : spellings)
        for (const auto& [media, outline] : { std::pair (apart, whole), std::pair (whole, apart) })
        {
            CAPTURE (media, outline);
            const auto outlines = folder / "outlines";
            std::filesystem::remove_all (outlines);
            std::filesystem::create_directory (outlines);
            writeBytes (outlines / pathFromUtf8 (outline + ".txt"), "0:00 A\n0:02 B\n");
            writeBytes (outlines / "other.txt", "0:00 A\n");
            writeBytes (folder.path() / pathFromUtf8 (media + ".mp3"), bytesOf (bareMp3 (5)));
            const auto file = toUtf8 (folder.path() / pathFromUtf8 (media + ".mp3"));
            const auto result = earmark ({ "tag", file, "--outlines", outlines.string(), "--dry-run" });
            CHECK (result.exitCode == done);
            CHECK (result.out.contains ("2 chapters"));
        }
}

TEST_CASE ("A manifest names files and outlines, and the report is a table")
{
    const TemporaryFolder folder;
    folder.copyOf (bareMp3 (5), "a.mp3");
    folder.file ("a.txt", "0:00 A\n0:02 B\n");
    const auto manifest = folder.file ("list.csv", "media,outline\na.mp3,a.txt\nb.mp3,a.txt\n").string();
    const auto result = earmark ({ "tag", "--manifest", manifest, "--report", (folder / "r.txt").string() });
    CHECK (result.exitCode == problem);
    const auto table = bytesOf (folder / "r.txt");
    CHECK (table.contains ("2 chapters written"));
    CHECK (table.contains ("FAILED: "));
    CHECK (table.ends_with ("2 files, 1 failed\n"));
    CHECK (earmark ({ "tag", (folder / "a.mp3").string() }).exitCode == usage);
}

TEST_CASE ("A proof shows the chapters read back and that the audio is the same")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (5), "a.mp3").string(),
               m4a = folder.copyOf (m4aFaststart (5), "b.m4a").string();
    const auto outline = folder.file ("o.txt", "0:00 A <b>\n0:02 B\n").string();
    const auto page = (folder / "proof.html").string();
    const auto json =
        Json::parse (earmark ({ "tag", mp3, m4a, "--outline", outline, "--proof", page, "--json" }).out);

    for (const auto& file : json)
    {
        CHECK (file["proof"]["audio_same"] == true);
        CHECK (file["proof"]["chapters"].size() == 2);
    }

    const auto html = bytesOf (page);
    CHECK (html.starts_with ("<!DOCTYPE html>"));
    CHECK (html.contains ("A &lt;b&gt;"));
    CHECK (html.contains (json[0]["proof"]["audio_sha256_after"].get<std::string>()));
    CHECK_FALSE (html.contains ("http"));
}

TEST_CASE (
    "watch tags what lies there and what arrives, by the outline as it is then, until it is interrupted")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory (folder / "r");
    folder.copyOf (bareMp3 (5), "r/old.mp3");
    folder.copyOf (bareMp3 (5), "new.mp3");
    folder.file ("o.txt", "0:00 A\n0:02 B\n");

    // Each step waits for what it needs, 20 s at most.
    const auto script = R"(
        wait_for () { for i in $(seq 200); do grep -q "$1" log && return; sleep 0.1; done; exit 9; }
        "$0" watch r --outline o.txt --settle 0.3 > log & watching=$!
        wait_for 'old.mp3: tagged'
        printf '0:00 Changed\n' > o.txt
        cp new.mp3 r/new.mp3
        wait_for 'new.mp3: tagged'
        kill -INT $watching
        wait $watching)";
    const auto result =
        run ({ "sh", "-c", script, commandLine().string() }, { .input = {}, .folder = folder.path() });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK (listOf (readBy ({ "ffprobe" }, folder / "r/old.mp3")["ffprobe"])
           == Listed { { 0, "A" }, { 2000, "B" } });
    CHECK (listOf (readBy ({ "ffprobe" }, folder / "r/new.mp3")["ffprobe"]) == Listed { { 0, "Changed" } });
}

TEST_CASE ("watch says of a render what tag would say")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory (folder / "r");
    folder.copyOf (m4aFaststart (5), "r/a.m4a");
    folder.file ("o.txt", "0:01 – 0:00\nA\n0:02 – 0:04\nB\n");

    const auto script = R"(
        "$0" tag r/a.m4a --outline o.txt --dry-run 2> said
        "$0" watch r --outline o.txt --settle 0.3 --json > log 2> heard & watching=$!
        for i in $(seq 200); do grep -q written log && break; sleep 0.1; done
        kill -INT $watching
        wait $watching)";
    CHECK (run ({ "sh", "-c", script, commandLine().string() }, { .input = {}, .folder = folder.path() })
               .exitCode
           == done);

    const auto notices = Json::parse (bytesOf (folder / "log"))["notices"];
    CHECK (notices.size() == 2);

    for (const auto* sentence : { "'Intro' was put in front", "end is not later than its start" })
    {
        CAPTURE (sentence);
        CHECK (bytesOf (folder / "said").contains (sentence));
        CHECK (bytesOf (folder / "heard").contains (sentence));
        CHECK (notices.dump().contains (sentence));
    }
}

TEST_CASE ("watch leaves a render alone whose writer pauses for twenty seconds, and tags it once afterwards")
{
    const TemporaryFolder folder;
    std::filesystem::create_directory (folder / "r");
    folder.copyOf (bareMp3 (5), "whole.mp3");
    folder.file ("o.txt", "0:00 A\n0:02 B\n");

    const auto script = R"(
        "$0" watch r --outline o.txt > log & watching=$!
        { head -c 20000 whole.mp3; sleep 20; cp log log-in-the-pause; tail -c +20001 whole.mp3; } > r/slow.mp3
        for i in $(seq 200); do grep -q 'slow.mp3: tagged' log && break; sleep 0.1; done
        sleep 3
        kill -INT $watching
        wait $watching)";
    const auto result =
        run ({ "sh", "-c", script, commandLine().string() }, { .input = {}, .folder = folder.path() });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK (bytesOf (folder / "log-in-the-pause").empty());
    CHECK (bytesOf (folder / "log") == "r/slow.mp3: tagged\n");
    CHECK (listOf (readBy ({ "ffprobe" }, folder / "r/slow.mp3")["ffprobe"])
           == Listed { { 0, "A" }, { 2000, "B" } });
}

TEST_CASE ("What is no folder of outlines is told, and a manifest by its name")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (5), "1.mp3").string();
    const auto outline = folder.file ("1.txt", "0:00 A\n0:02 B\n").string();
    const auto missing = (folder / "missing").string();
    const auto sayingOf = [&] (const std::string& option, const std::string& of)
    {
        const auto result = earmark ({ "tag", media, option, of });
        CHECK (result.exitCode == problem);
        return result.err;
    };
    CHECK (sayingOf ("--outlines", outline) == "error: " + outline + ": It is no folder.\n");
    CHECK (sayingOf ("--outlines", missing) == "error: " + missing + ": There is no such folder.\n");

    const auto bad = folder.file ("bad.json", "[{}]").string();
    CHECK (sayingOf ("--manifest", bad).starts_with ("error: " + bad + ": [0]: Each entry"));

    const auto good = folder.file ("good.json", R"([{"file": "1.mp3", "outline": "1.txt"}])").string();
    CHECK (earmark ({ "tag", "--manifest", good }).out.contains ("1.mp3: 2 chapters written"));
}

TEST_CASE ("watch does not wait for an outline that is not there")
{
    const TemporaryFolder folder;
    const auto missing = (folder / "typo.txt").string();
    const ProcessOptions soon { .input = {}, .folder = folder.path(), .timeout = std::chrono::seconds (20) };

    for (const auto& outline : { missing, std::string ("-") })
    {
        CAPTURE (outline);
        const auto refused = earmark ({ "watch", folder.path().string(), "--outline", outline }, soon);
        CHECK_FALSE (refused.timedOut);
        CHECK (refused.exitCode == problem);
        CHECK (isOneSentence (refused.err));
    }
}

} // namespace earmark::tests
