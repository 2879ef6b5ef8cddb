// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/MovieSamples.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <sys/stat.h>

// import, convert, show, formats and help.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

const std::string demoOutline = (projectFolder() / "Resources/demo/outline.txt").string();

std::vector<std::string> keysOf (const Json& object)
{
    std::vector<std::string> keys;

    for (const auto& [key, value] : object.items())
        keys.push_back (key);

    return keys;
}

} // namespace

TEST_CASE ("show lists the chapters for people and for programs")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a").string();
    REQUIRE (earmark ({ "tag", file, "--outline", "-" }, { .input = "0:00 One\n0:04 Two\n", .folder = {} })
                 .exitCode
             == done);

    const auto text = earmark ({ "show", file });
    CHECK (text.exitCode == done);
    CHECK (text.err.empty());
    CHECK (text.out
           == "MP4, 0:10, 2 chapters (QuickTime and Nero)\n1  0:00  0:04  One\n2  0:04  0:06  Two\n");

    const auto json = Json::parse (earmark ({ "show", "--json", file }).out);
    CHECK (
        keysOf (json)
        == std::vector<std::string> { "chapters", "container", "episode", "length_ms", "lists", "notices" });
    CHECK (json["container"] == "mp4");
    CHECK (json["length_ms"] == 10'000);
    CHECK (json["notices"] == Json::array());
    REQUIRE (json["chapters"].size() == 2);
    CHECK (keysOf (json["chapters"][0])
           == std::vector<std::string> {
               "end_ms", "hidden", "image", "points", "start_ms", "summary", "title", "url" });
    CHECK (json["chapters"][1]["start_ms"] == 4000);
    CHECK (json["chapters"][1]["hidden"] == false);
    CHECK (json["chapters"][1]["url"].is_null());
    CHECK (json["lists"][0]
           == Json ({ { "form", "QuickTime" },
                      { "chapters",
                        { { { "start_ms", 0 }, { "title", "One" } },
                          { { "start_ms", 4000 }, { "title", "Two" } } } } }));
    CHECK (json["lists"][1]["form"] == "Nero");
}

TEST_CASE ("show of a file without chapters is a sentence and exit code 1")
{
    for (const auto& file : { bareMp3 (4), m4aMoovLast (4) })
    {
        const auto result = earmark ({ "show", file.string() });
        CHECK (result.exitCode == problem);
        CHECK (result.out.empty());
        CHECK (isOneSentence (result.err));
        CHECK (result.err.find ("no chapters") != std::string::npos);

        const auto json = earmark ({ "show", "--json", file.string() });
        CHECK (json.exitCode == problem);
        CHECK (Json::parse (json.out)["error"]["kind"] == "empty");
    }
}

TEST_CASE ("show says where the lists of a file disagree")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
    REQUIRE (earmark ({ "tag", file.string(), "--outline", "-" },
                      { .input = "0:00 One\n0:04 Two\n", .folder = {} })
                 .exitCode
             == done);
    auto bytes = bytesOf (file);
    bytes.replace (bytes.find ("\x03Two"), 4, "\x03XYZ");
    writeBytes (file, bytes);
    CHECK (earmark ({ "show", file.string() })
               .err.find ("Chapter 2 differs between the QuickTime and the Nero list")
           != std::string::npos);
}

TEST_CASE ("show prints titles of hostile files without harm to the terminal")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
    REQUIRE (earmark ({ "tag", file.string(), "--outline", "-" },
                      { .input = "0:00 Abcdefgh\n0:04 Two\n", .folder = {} })
                 .exitCode
             == done);
    auto bytes = bytesOf (file);

    for (auto at = bytes.find ("Abcdefgh"); at != std::string::npos; at = bytes.find ("Abcdefgh"))
        bytes.replace (at, 8, "A\033[2J\n\xC2\x9B");

    writeBytes (file, bytes);
    const auto result = earmark ({ "show", file.string() });
    CHECK (result.exitCode == done);
    CHECK (result.out.find ('\033') == std::string::npos);
    CHECK (result.out.find ("\xC2\x9B") == std::string::npos);
    CHECK (std::ranges::count (result.out, '\n') == 3);
    CHECK_NOTHROW (std::ignore = Json::parse (earmark ({ "show", "--json", file.string() }).out));
}

TEST_CASE ("import shows what was understood")
{
    const auto text = earmark ({ "import", demoOutline });
    CHECK (text.exitCode == done);
    CHECK (text.out.find ("4 chapters") != std::string::npos);

    const auto json = Json::parse (earmark ({ "import", demoOutline, "--json" }).out);
    CHECK (keysOf (json)
           == std::vector<std::string> {
               "alternatives", "chapters", "encoding", "episode", "format", "notices", "questions" });
    CHECK (json["episode"]["show"] == "Harbour Lights Podcast");
    CHECK (json["chapters"].size() == 4);
    CHECK (json["chapters"][0]["points"].size() == 2);
    CHECK (json["chapters"][0]["end_ms"] == 16'000);

    const auto piped =
        earmark ({ "import", "-", "--json" }, { .input = bytesOf (demoOutline), .folder = {} });
    CHECK (Json::parse (piped.out)["chapters"] == json["chapters"]);

    const auto audio = Json::parse (
        earmark (
            { "import",
              ffmpegAudio (
                  ".m4a",
                  10,
                  { "-i", chapterMetadata().string(), "-map", "0:a", "-map_chapters", "1", "-b:a", "64k" })
                  .string(),
              "--json" })
            .out);
    CHECK (audio["chapters"].size() == 3);
    CHECK (audio["chapters"][1]["title"] == "Zwei, grün 🎧");
}

TEST_CASE ("import reads from a pipe with a name")
{
    const TemporaryFolder folder;
    REQUIRE (::mkfifo ((folder / "pipe").c_str(), 0600) == 0);
    const auto result = run ({ "sh",
                               "-c",
                               R"(printf '0:00 One\n0:10 Two\n' > "$1/pipe" & "$2" import "$1/pipe" --json)",
                               "sh",
                               folder.path().string(),
                               commandLine().string() },
                             { .input = {}, .folder = {}, .timeout = std::chrono::seconds (20) });
    CHECK_FALSE (result.timedOut);
    CHECK (result.exitCode == done);
    CHECK (Json::parse (result.out)["chapters"].size() == 2);
}

TEST_CASE ("convert goes from an outline to JSON and back without loss")
{
    const TemporaryFolder folder;
    const auto json = (folder / "a.json").string(), text = (folder / "b.txt").string(),
               again = (folder / "c.json").string();
    const auto first = earmark ({ "convert", demoOutline, "-o", json });
    CHECK (first.exitCode == done);
    CHECK (first.out.empty());
    CHECK (first.err.ends_with (json + ": 4 chapters as Earmark JSON\n"));
    CHECK (earmark ({ "convert", json, "-o", text, "--to", "outline" }).exitCode == done);
    CHECK (earmark ({ "convert", text, "-o", again }).exitCode == done);
    CHECK (Json::diff (Json::parse (bytesOf (json)), Json::parse (bytesOf (again))) == Json::array());

    const auto printed = earmark ({ "convert", demoOutline, "-o", "-", "--to", "timestamps" });
    CHECK (printed.out.starts_with ("0:00 Welcome to the harbour"));
    CHECK (std::ranges::count (printed.out, '\n') == 4);
    CHECK (earmark ({ "convert", demoOutline, "--to", "timestamps" }).out == printed.out);

    SECTION ("and says what goes wrong")
    {
        CHECK (earmark ({ "convert", demoOutline, "-o", (folder / "x.xyz").string() }).exitCode == usage);
        CHECK (earmark ({ "convert", demoOutline, "-o", "-" }).exitCode == usage);
        const auto nowhere = earmark ({ "convert", demoOutline });
        CHECK (nowhere.exitCode == usage);
        CHECK (nowhere.err.contains ("--output FILE, or --to ID"));
        CHECK (earmark ({ "convert", demoOutline, "-o", "-", "--to", "none" }).exitCode == usage);
        CHECK (earmark ({ "convert", demoOutline, "-o", (folder / "none/a.json").string() }).exitCode
               == problem);
        CHECK (earmark ({ "convert", (folder / "none.txt").string(), "-o", json }).exitCode == problem);
    }
}

TEST_CASE ("convert counts what it wrote")
{
    const TemporaryFolder folder;
    const auto said = [&] (const std::string& outline, const std::string& name, const std::string& format)
    {
        const auto result =
            earmark ({ "convert", folder.file ("o.json", outline).string(), "--to", format, "-o", name },
                     { .input = {}, .folder = folder.path() });
        CHECK (result.exitCode == done);
        return result.err;
    };
    std::string many;

    for (int i = 0; i < 120; ++i)
        many += std::string (i == 0 ? "" : ",") + R"({ "title": "t", "start_ms": )"
                + std::to_string (i * 1000) + " }";

    const auto cue = said (R"({ "earmark": 1, "chapters": [)" + many + "] }", "x.cue", "cue");
    CHECK (cue.contains ("holds 99 chapters at most; the last 21 are left out.\n"));
    CHECK (cue.ends_with ("x.cue: 99 chapters as Cue sheet\n"));

    const std::string kinds = R"({ "earmark": 1, "chapters": [ { "start_ms": 0, "title": "One" },
        { "start_ms": 20000, "title": "Ad", "kind": "ad" }, { "start_ms": 40000, "title": "Two" } ] })";
    CHECK (said (kinds, "x.txt", "youtube").contains ("x.txt: 2 chapters as "));
    CHECK (said (kinds, "x.txt", "blubrry").contains ("x.txt: 1 ad break as "));
}

TEST_CASE ("convert takes the chapters out of audio files")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (70), "a.mp3").string();
    REQUIRE (earmark ({ "tag", mp3, "--outline", demoOutline }).exitCode == done);
    const auto json = (folder / "a.json").string();
    CHECK (earmark ({ "convert", mp3, "-o", json }).exitCode == done);

    const auto chapters = Json::parse (bytesOf (json))["chapters"],
               wanted = Json::parse (earmark ({ "import", demoOutline, "--json" }).out)["chapters"];
    REQUIRE (chapters.size() == wanted.size());

    for (std::size_t i = 0; i < wanted.size(); ++i)
        for (const auto* key : { "start_ms", "title", "summary", "points" })
            CHECK (chapters[i][key] == wanted[i][key]);
}

TEST_CASE ("formats lists every document and every kind of audio file")
{
    const auto json = Json::parse (earmark ({ "formats", "--json" }).out);
    CHECK (keysOf (json) == std::vector<std::string> { "audio", "documents" });
    CHECK (json["audio"].size() >= 2);
    CHECK (json["documents"].size() >= 3);

    const auto text = earmark ({ "formats" }).out, markdown = earmark ({ "formats", "--markdown" }).out;

    for (const auto* table : { "audio", "documents" })
        for (const auto& row : json[table])
        {
            CHECK (keysOf (row)
                   == std::vector<std::string> { "carries", "id", "name", "suffixes", "times_to", "use" });
            CHECK (text.find (row["name"].get<std::string>()) != std::string::npos);
            CHECK (markdown.find ("| " + row["id"].get<std::string>() + " | ") != std::string::npos);
        }

    CHECK (earmark ({ "formats", "--json", "--markdown" }).exitCode == usage);
}

TEST_CASE ("Every verb has a help with an example, and none is without")
{
    const auto help = earmark ({ "--help" });
    CHECK (help.exitCode == done);
    CHECK (help.err.empty());

    for (const auto* verb : { "import", "convert", "tag", "show", "strip", "formats" })
    {
        CHECK (help.out.find (std::string ("\n  ") + verb + " ") != std::string::npos);
        const auto own = earmark ({ verb, "--help" });
        CHECK (own.exitCode == done);
        CHECK (own.out.find ("OPTIONS") != std::string::npos);

        if (std::string_view (verb) != "formats")
            CHECK (own.out.find (std::string ("\n  earmark ") + verb + " ") != std::string::npos);

        // Of the options' machinery nothing is to be seen.
        CHECK (own.out.find ("->") == std::string::npos);
    }

    CHECK (help.out.find ("\n  earmark import outline.txt                        what Earmark")
           != std::string::npos);
    CHECK (earmark ({ "--version" }).out.starts_with ("earmark "));
}

TEST_CASE ("Wrong usage is exit code 2 and says so on standard error")
{
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>> { {},
                                                 { "sing" },
                                                 { "tag" },
                                                 { "tag", "a.mp3" },
                                                 { "show" },
                                                 { "show", "--loud", "a.mp3" },
                                                 { "import" },
                                                 { "import", demoOutline, "--format", "none" },
                                                 { "import", demoOutline, "--set", "show" },
                                                 { "convert", demoOutline } })
    {
        const auto result = earmark (arguments);
        INFO (Json (arguments).dump());
        CHECK (result.exitCode == usage);
        CHECK (result.out.empty());
        CHECK_FALSE (result.err.empty());
    }
}

TEST_CASE ("A word that is no verb is named")
{
    CHECK (earmark ({ "sing" }).err
           == "error: There is no verb 'sing'.\nRun with --help for more information.\n");
    CHECK (earmark ({ "sing", "a.mp3" }).err.starts_with ("error: There is no verb 'sing'."));
    CHECK (earmark ({}).err.starts_with ("error: A subcommand is required"));
    CHECK (earmark ({ "tag" }).err.starts_with ("error: Say where the chapters come from"));
    CHECK_FALSE (earmark ({ "show" }).err.contains ("verb"));
}

TEST_CASE ("Nothing is coloured where nobody looks")
{
    CHECK (earmark ({ "show", "none" }).err.find ('\033') == std::string::npos);
    CHECK (earmark ({ "import", demoOutline }).out.find ('\033') == std::string::npos);
}

} // namespace earmark::tests
