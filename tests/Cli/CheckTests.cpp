// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Id3Tags.h"
#include "Support/SampleAudio.h"
#include "Support/Sounds.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <format>

// check, and --snap of tag and convert.

namespace earmark::tests
{

namespace
{

using Json = nlohmann::json;

constexpr int rate = 22050;

/** Something like speech, from 1 to 9 and from 10.4 to 20 seconds. */
Sound episode()
{
    auto sound = noise (22, rate, 1, 0.001f);
    const auto speech = noise (22, rate, 1, 0.4f, 2);

    for (const auto& [from, to] : { std::pair (1.0, 9.0), std::pair (10.4, 20.0) })
        for (auto i = std::size_t (from * rate); i < std::size_t (to * rate); ++i)
            sound.channels[0][i] +=
                speech.channels[0][i] * float (0.3 + 0.7 * std::abs (std::sin (double (i) / rate * 15)));

    return sound;
}

const std::string outline = "0:00 One\n0:10 Two\n";

} // namespace

TEST_CASE ("check speaks of audio where a file that it cannot read is called so")
{
    const TemporaryFolder folder;
    const auto sayingOf = [&] (const std::string& name, const std::string& bytes)
    {
        const auto result = earmark ({ "check", folder.file (name, bytes).string() });
        CHECK (result.exitCode == problem);
        CHECK (isOneSentence (result.err));
        return result.err;
    };
    const auto sound = "RIFX\1\2" + std::string (2000, '\0') + "WAVE";

    for (const auto* name : { "a.wav", "a.w64", "a.mp3" })
        CHECK (sayingOf (name, sound).contains (": It is no audio file that Earmark knows"));

    CHECK (sayingOf ("empty.mp3", {}).contains (": The file is empty."));
    CHECK (sayingOf ("a.txt", sound).contains (": This is not text"));
    CHECK (sayingOf ("empty.txt", {}).contains (": There is no text in it."));
}

TEST_CASE ("check tells where speech begins, and draws it")
{
    const TemporaryFolder folder;
    const auto media = writeWav (folder / "a.wav", episode()).string();
    const auto text = folder.file ("outline.txt", outline).string();

    const auto table = earmark ({ "check", media, "--outline", text });
    CHECK (table.exitCode == done);
    CHECK (table.out.find ("speech +0.") != std::string::npos);

    const auto json = Json::parse (earmark ({ "check", media, "--outline", text, "--json" }).out);
    CHECK (json["length_ms"] == 22'000);
    CHECK (json["sample_rate"] == rate);
    REQUIRE (json["chapters"].size() == 2);
    CHECK (std::abs (json["chapters"][1]["snap_ms"].get<int>() - 10'400) < 30);
    CHECK (json["chapters"][1]["candidates"][0]["kind"] == "speech-onset");

    const auto sheet = earmark ({ "check",
                                  media,
                                  "--outline",
                                  text,
                                  "--sheet",
                                  (folder / "sheet.png").string(),
                                  "--theme",
                                  "light" });
    CHECK (sheet.exitCode == done);
    CHECK (bytesOf (folder / "sheet.png").starts_with ("\x89PNG"));

    CHECK (earmark ({ "check", (folder / "none.wav").string(), "--outline", text }).exitCode == problem);
    CHECK (isOneSentence (earmark ({ "check", text, "--outline", text }).err));
    CHECK (
        earmark ({ "check", media, "--outline", text, "--sheet", (folder / "no/such/folder.png").string() })
            .exitCode
        == problem);
}

TEST_CASE ("snapping moves chapters to speech, and a dry run only says so")
{
    const TemporaryFolder folder;
    const auto wav = writeWav (folder / "a.wav", episode());
    const auto mp3 = (folder / "a.mp3").string();
    mustRun ({ "ffmpeg", "-v", "error", "-i", wav.string(), mp3 });
    const auto text = folder.file ("outline.txt", outline).string();
    const auto before = bytesOf (mp3);

    const auto dry = earmark ({ "tag", mp3, "--outline", text, "--snap", "onset", "--dry-run" });
    CHECK (dry.exitCode == done);
    CHECK (dry.out.find ("chapter 2 from 0:10 to 0:10.") != std::string::npos);
    CHECK (hasBytes (mp3, before));

    CHECK (earmark ({ "tag", mp3, "--outline", text, "--snap", "onset" }).exitCode == done);
    const auto shown = Json::parse (earmark ({ "show", mp3, "--json" }).out);
    CHECK (shown["chapters"][0]["start_ms"] == 0);
    CHECK (std::abs (shown["chapters"][1]["start_ms"].get<int>() - 10'400) < 30);

    const auto converted = earmark (
        { "convert", text, "--media", wav.string(), "--snap", "onset", "--to", "earmark-json", "-o", "-" });
    CHECK (converted.exitCode == done);
    CHECK (std::abs (Json::parse (converted.out)["chapters"][1]["start_ms"].get<int>() - 10'400) < 30);
    CHECK (earmark ({ "convert", text, "--snap", "onset", "-o", (folder / "b.json").string() }).exitCode
           == problem);

    const auto ahead = earmark ({ "tag", mp3, "--outline", text, "--snap", "onset", "--lead", "200" });
    CHECK (ahead.exitCode == done);
    CHECK (ahead.out.contains ("200 ms before speech begins"));
    const auto led = Json::parse (earmark ({ "show", mp3, "--json" }).out);
    CHECK (std::abs (led["chapters"][1]["start_ms"].get<int>() - 10'200) < 30);
    CHECK (earmark ({ "tag", mp3, "--outline", text, "--snap", "onset", "--lead", "501" }).exitCode == usage);
    CHECK (earmark ({ "tag", mp3, "--outline", text, "--lead", "200" }).exitCode == usage);
}

TEST_CASE ("titles without times go to the longest pauses")
{
    const TemporaryFolder folder;
    const auto wav = writeWav (folder / "a.wav", episode()).string();
    const auto text = folder.file ("titles.txt", "One\nTwo\n").string();

    const auto asTimes = earmark ({ "tag", wav, "--outline", text });
    CHECK (asTimes.exitCode == problem);
    CHECK (asTimes.err.find ("A list of titles alone is read with --format titles.") != std::string::npos);

    // Says where each is, as it was nowhere before, and how clear that is.
    const auto tagged = earmark ({ "tag", wav, "--outline", text, "--format", "titles", "--snap", "pauses" });
    CHECK (tagged.exitCode == done);
    CHECK (tagged.out.contains ("chapter 2 at 0:10."));
    CHECK_FALSE (tagged.out.contains ("from 0:00"));
    CHECK (tagged.err.contains ("To pauses of "));
    const auto shown = Json::parse (earmark ({ "show", wav, "--json" }).out);
    REQUIRE (shown["chapters"].size() == 2);
    CHECK (shown["chapters"][0]["start_ms"] == 0);
    CHECK (std::abs (shown["chapters"][1]["start_ms"].get<int>() - 10'400) < 30);

    // The documents have the places, too; where nobody is heard to begin, the lead-in is kept before the pause's end.
    const auto published = earmark (
        { "publish", wav, "--outline", text, "--format", "titles", "--snap", "pauses", "--lead", "200" });
    INFO (published.err);
    CHECK (published.exitCode == done);
    const auto feed = Json::parse (bytesOf (folder / "a.chapters.json"));
    CHECK (std::abs (feed["chapters"][1]["startTime"].get<double>() - 10.2) < 0.03);

    const auto tooMany = folder.file ("many.txt", "One\nTwo\nThree\nFour\n").string();
    const auto refused =
        earmark ({ "tag", wav, "--outline", tooMany, "--format", "titles", "--snap", "pauses" });
    CHECK (refused.exitCode == problem);
    CHECK (refused.err.find ("more chapters wait for their place (3) than there are pauses (1).")
           != std::string::npos);
}

TEST_CASE ("check says where an ad was cut out, by the sound")
{
    const TemporaryFolder folder;
    auto sound = noise (120, rate, 1, 0.001f);
    const auto speech = noise (120, rate, 1, 0.4f, 2);

    for (const auto second : { 0, 20, 40, 60, 80, 100 })
        for (auto i = std::size_t ((second + 0.3) * rate); i < std::size_t ((second + 18) * rate); ++i)
            sound.channels[0][i] +=
                speech.channels[0][i] * float (0.3 + 0.7 * std::abs (std::sin (double (i) / rate * 15)));

    const auto old = writeWav (folder / "old.wav", sound).string();
    auto& samples = sound.channels[0];
    samples.erase (samples.begin() + 50 * rate, samples.begin() + 55 * rate);
    const auto media = writeWav (folder / "a.wav", sound).string();
    const auto text =
        folder
            .file (
                "outline.txt",
                "0:00 - 0:20 A\n0:20 - 0:40 B\n0:40 - 1:00 C\n1:00 - 1:20 D\n1:20 - 1:40 E\n1:40 - 2:00 F\n")
            .string();

    const auto result = earmark ({ "check", media, "--outline", text });
    CHECK (result.exitCode == problem);
    CHECK (result.out.contains ("The outline ends at 2:00, the audio at 1:55: 5 s are missing."));
    CHECK (
        result.out.contains ("between 'C' at 0:40 and 'D' at 1:00: from there on everything is 5 s earlier. "
                             "(--fit 0:40=0:40,1:00=0:55)"));

    // Of the old bounce it is the sound that tells, not where its last chapter ends.
    const auto early =
        folder.file ("early.txt", "0:00 A\n0:20 B\n0:40 C\n1:00 D\n1:20 E\n1:40 - 1:59.6 F\n").string();
    REQUIRE (earmark ({ "tag", old, "--outline", early }).exitCode == done);
    const auto bounced = earmark ({ "check", media, "--outline", old });
    CHECK (bounced.out.contains ("The outline ends at 2:00, the audio at 1:55: 5 s are missing."));
    CHECK (bounced.out.contains ("(--fit 0:40=0:40,1:00=0:55)"));

    // A stream does not say how long it is, so that its last chapter's own end is what counts.
    const auto stream = (folder / "stream.mka").string();
    const auto chapters = folder
                              .file ("chapters.txt",
                                     ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=60000\ntitle=A\n"
                                     "[CHAPTER]\nTIMEBASE=1/1000\nSTART=60000\nEND=130000\ntitle=B\n")
                              .string();
    mustRun ({ "ffmpeg",
               "-v",
               "error",
               "-y",
               "-i",
               old,
               "-i",
               chapters,
               "-map_chapters",
               "1",
               "-c:a",
               "flac",
               "-live",
               "1",
               stream });
    CHECK (earmark ({ "check", media, "--outline", stream })
               .out.contains ("The outline ends at 2:10, the audio at 1:55"));
}

TEST_CASE ("check names the outline that is missing, and repairs nothing before it is read")
{
    const TemporaryFolder folder;
    const auto chapter = "ch" + std::string (1, '\0') + id3Plain (0) + id3Plain (1000) + id3Plain (0xFFFFFFFF)
                         + id3Plain (0xFFFFFFFF) + id3Frame3 ("TIT2", std::string ("\0Old", 4));
    const auto withoutTable = id3Tag (3, id3Frame3 ("CHAP", chapter)) + bytesOf (bareMp3 (2));
    const auto media = folder.file ("a.mp3", withoutTable);
    const auto missing = (folder / "missing.txt").string();
    const auto refused = earmark ({ "check", media.string(), "--outline", missing, "--fix" });
    CHECK (refused.exitCode == problem);
    CHECK (refused.err.contains (missing + ": There is no such file."));
    CHECK (hasBytes (media, withoutTable));

    // It is one that would be repaired.
    CHECK (earmark ({ "check", media.string(), "--fix" }).out.contains ("id3-no-contents"));
    CHECK_FALSE (hasBytes (media, withoutTable));
}

TEST_CASE ("check looks at outlines by themselves, and compares them with a file")
{
    const TemporaryFolder folder;
    const auto text = folder.file ("outline.txt", outline).string();
    const auto alone = earmark ({ "check", text });
    CHECK (alone.exitCode == done);
    CHECK (alone.out.contains ("[youtube-few]"));
    CHECK (earmark ({ "check", text, "--fix" }).exitCode == usage);
    CHECK (earmark ({ "check" }).exitCode == usage);

    const auto media = writeWav (folder / "a.wav", episode()).string();
    CHECK (earmark ({ "tag", media, "--outline", text }).exitCode == done);
    CHECK_FALSE (earmark ({ "check", media, "--outline", text }).out.contains ("differs-from-outline"));

    const auto other = folder.file ("other.txt", "0:00 One\n0:10 Another\n").string();
    const auto json = Json::parse (earmark ({ "check", media, "--outline", other, "--json" }).out);
    bool differs = false;

    for (const auto& finding : json["findings"])
        differs = differs || finding["rule"] == "differs-from-outline";

    CHECK (differs);

    for (const auto& finding : Json::parse (earmark ({ "check", media, "--json" }).out)["findings"])
        CHECK (finding["of"] == "file");
}

TEST_CASE ("check --json numbers the chapters that a finding is about, as the list counts them")
{
    const TemporaryFolder folder;
    const auto text =
        folder.file ("outline.txt", "0:00 One\n1:00 " + std::string (50, 'x') + "\n2:00 Three\n").string();
    const auto alone = Json::parse (earmark ({ "check", text, "--json" }).out);
    REQUIRE (alone["findings"].size() == 1);
    CHECK (alone["findings"][0]["rule"] == "spotify-title");
    CHECK (alone["findings"][0]["chapters"] == Json::array ({ 2 }));
    CHECK (alone["findings"][0]["of"] == "outline");

    const auto two = folder.file ("two.txt", "0:00 One\n1:00 Two\n").string();
    const auto few = Json::parse (earmark ({ "check", two, "--json" }).out);
    REQUIRE_FALSE (few["findings"].empty());

    for (const auto& finding : few["findings"])
        CHECK (finding["chapters"] == Json::array());
}

TEST_CASE ("check hears each chapter of a long list as it does in a short one")
{
    const TemporaryFolder folder;
    const auto wav = writeWav (folder / "a.wav", episode()).string();
    const std::string suffix = GENERATE ("wav", "mp3", "ogg");
    CAPTURE (suffix);
    const auto media = (folder / ("a." + suffix)).string();

    if (media != wav)
        mustRun ({ "ffmpeg", "-v", "error", "-i", wav, media });

    const auto heard = [&] (int first, int count)
    {
        auto chapters = Json::array();

        for (int i = first; i < first + count; ++i)
            chapters.push_back ({ { "startTime", i * 0.25 }, { "title", std::format ("Part {}", i) } });

        const Json list { { "version", "1.2.0" }, { "chapters", chapters } };
        const auto outline = folder.file ("list.json", list.dump()).string();
        return Json::parse (earmark ({ "check", media, "--outline", outline, "--json" }).out)["chapters"];
    };
    const auto all = heard (0, 80);
    REQUIRE (all.size() == 80);

    for (const int first : { 0, 15, 38, 70 })
    {
        const auto some = heard (first, 10);
        REQUIRE (some.size() == 10);

        for (int i = 0; i < 10; ++i)
            CHECK (some[std::size_t (i)] == all[std::size_t (first + i)]);
    }
}

TEST_CASE ("check --fix repairs an outline into another file, and the source stays")
{
    const TemporaryFolder folder;
    const std::string broken = R"({"version": "1.2.0", "chapters": [
        {"startTime": 0, "endTime": 30, "title": "One"}, {"startTime": 20, "title": "Two"}, {"startTime": 20, "title": "Three"}]})";
    const auto source = folder.file ("feed.json", broken).string();
    const auto mended = (folder / "mended.json").string();

    CHECK (earmark ({ "check", source, "--fix" }).exitCode == usage);
    CHECK (earmark ({ "check", source, "-o", mended }).exitCode == usage);
    CHECK (earmark ({ "check", "-", "--fix" }, { .input = broken, .folder = folder.path() }).exitCode
           == usage);
    CHECK_FALSE (std::filesystem::exists (mended));

    const auto json = Json::parse (earmark ({ "check", source, "--fix", "-o", mended, "--json" }).out);
    CHECK (json["fixed"] == Json { "same-start", "overlap" });
    CHECK (json["repairs"].size() == 2);
    CHECK (hasBytes (source, broken));
    CHECK (Json::parse (bytesOf (mended))["version"] == "1.2.0"); // still of its kind

    const auto again = earmark ({ "check", mended, "--json" });
    CHECK (again.out.find ("same-start") == std::string::npos);
    CHECK (again.out.find ("overlap") == std::string::npos);
}

TEST_CASE ("A dry run tells what players would show wrongly of the file that it does not write")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (60), "a.mp3").string();
    const auto outline = folder.file ("o.txt", "0:20 Late\n0:40 Last\n").string();
    const auto text = earmark ({ "tag", media, "--outline", outline, "--dry-run" });
    CHECK (text.exitCode == done);
    CHECK (text.out.find ("[first-not-at-zero]") != std::string::npos);

    const auto json =
        Json::parse (earmark ({ "tag", media, "--outline", outline, "--dry-run", "--json" }).out);
    CHECK (json[0]["findings"][0]["rule"] == "first-not-at-zero");
    CHECK (hasBytes (media, bytesOf (bareMp3 (60))));
}

} // namespace earmark::tests
