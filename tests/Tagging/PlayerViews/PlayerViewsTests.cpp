// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PlayerViews/PlayerView.h"

#include "Formats/ChapterFormat.h"
#include "Support/ChapterTags.h"
#include "Support/Cli.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Lint/FileLint.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

// What players list, by rules of their own; and the same as independent models of them list, on files of four writers.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

PlayerView shownBy (std::string_view id, const fs::path& file)
{
    const auto* player = findPlayer (id);
    REQUIRE (player != nullptr);
    return must (viewsOf (file, { &player, 1 })).front().view;
}

Listed listedBy (std::string_view id, const fs::path& file)
{
    Listed list;

    for (const auto& chapter : shownBy (id, file).chapters)
        list.emplace_back (chapter.startMs, chapter.title.value_or (""));

    return list;
}

Outline threeChapters()
{
    auto outline = evenOutline (3, 2000);
    outline.chapters[1].title = "Grüße und 日本語";
    outline.chapters[1].link = Link { "https://example.com/a+b", {} };
    return outline;
}

const std::string oneTitle = id3Sub (3, "TIT2", id3Title ("One"));

fs::path
taggedBy (const TemporaryFolder& folder, std::string_view name, const std::string& frames, int version = 3)
{
    return folder.file (name, id3Tag (version, frames) + bytesOf (bareMp3 (5)));
}

/** By ffmpeg, from metadata of its own kind. */
fs::path byFfmpeg (const TemporaryFolder& folder,
                   const std::string& name,
                   const fs::path& audio,
                   std::vector<std::string> options)
{
    const auto meta = folder.file ("meta.txt",
                                   ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n"
                                   "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2000\nEND=5000\ntitle=Grüße "
                                       + std::string (140, 'x') + "\n");
    std::vector<std::string> command { "ffmpeg", "-v",          "error",         "-y", "-i", audio.string(),
                                       "-i",     meta.string(), "-map_chapters", "1",  "-c", "copy" };
    command.append_range (options);
    command.push_back ((folder / name).string());
    mustRun (command);
    return folder / name;
}

fs::path byPython (const TemporaryFolder& folder,
                   const std::string& name,
                   const std::string& module,
                   const std::string& script)
{
    needModule (module);
    const auto file = folder.copyOf (bareMp3 (5), name);
    mustRun ({ "python3", "-c", script, file.string() });
    return file;
}

constexpr auto* byMutagen =
    "import sys\nfrom mutagen.id3 import ID3, CTOC, CHAP, TIT2, WXXX\nt = ID3 ()\n"
    "t.add (CTOC (element_id='toc', flags=3, child_element_ids=['a', 'b'], sub_frames=[]))\n"
    "t.add (CHAP (element_id='a', start_time=0, end_time=2000, sub_frames=[TIT2 (encoding=3, "
    "text=['One'])]))\n"
    "t.add (CHAP (element_id='b', start_time=2000, end_time=5000, sub_frames=[TIT2 (encoding=3, text=['Grüße "
    "' + 'x' * 140]),"
    " WXXX (encoding=1, desc='d', url='https://example.com/a+b')]))\n";

} // namespace

TEST_CASE ("A file that is not written yet is shown as it will be")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3");
    const auto plan = must (planWrite (file, threeChapters(), { .episodeTags = EpisodeTags::keep }));
    const auto before = must (viewsOf (file, players())), planned = must (viewsOf (plan, players()));
    must (carryOut (plan, file));
    const auto after = must (viewsOf (file, players()));
    REQUIRE (planned.size() == after.size());

    for (std::size_t i = 0; i < after.size(); ++i)
    {
        CAPTURE (after[i].player->id);
        CHECK (before[i].view.chapters.empty());
        CHECK (planned[i].view.chapters == after[i].view.chapters);
    }

    CHECK_FALSE (after.front().view.chapters.empty());
}

TEST_CASE ("Every player says whether it is known by its source or by its rules")
{
    std::set<std::string_view> ids;

    for (const auto* player : players())
    {
        CHECK (ids.insert (player->id).second);
        CHECK_FALSE (player->from.empty());
    }

    CHECK (findPlayer ("nobody") == nullptr);
}

TEST_CASE ("Players agree on what Earmark writes")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (10), "a.mp3"),
               m4a = folder.copyOf (m4aFaststart (10), "a.m4a");
    const auto outline = threeChapters();
    tagInPlace (mp3, outline);
    tagInPlace (m4a, outline);

    for (const auto* id :
         { "antennapod", "pocketcasts-ios", "pocketcasts-android", "ffmpeg", "apple", "overcast", "spotify" })
    {
        INFO (id);
        CHECK (listedBy (id, mp3) == listOf (outline));
    }

    for (const auto* id : { "antennapod", "pocketcasts-ios", "ffmpeg", "vlc", "apple", "overcast" })
    {
        INFO (id);
        CHECK (listedBy (id, m4a) == listOf (outline));
    }

    CHECK (listedBy ("vlc4", mp3).size() == 3);
    CHECK (listedBy ("vlc", mp3).empty());
    CHECK (listedBy ("youtube", mp3).empty()); // chapters of two seconds
    CHECK (shownBy ("antennapod", mp3).chapters[1].link == "https://example.com/a b");
    CHECK (shownBy ("pocketcasts-ios", mp3).chapters[1].link == "https://example.com/a+b");
}

TEST_CASE ("A platform's description, its rules and its view count the same seconds")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (3, 10'000);
    outline.chapters[0].start = Position::fromMilliseconds (600);
    outline.chapters[1].start = Position::fromMilliseconds (11'500);
    outline.chapters[2].start = Position::fromMilliseconds (21'400);
    const auto file = folder.copyOf (mp3Sample (60), "a.mp3");
    tagInPlace (file, outline);

    const auto& description = *findFormat ("youtube");
    CHECK (writeDocument (description, outline) == "0:00 Part 1\n0:11 Part 2\n0:21 Part 3\n");
    CHECK (description.check (outline).empty());
    CHECK (std::ranges::none_of (lintOutline (outline, Duration::fromSeconds (60)),
                                 [] (const Finding& f) { return f.rule->id.starts_with ("youtube-"); }));
    CHECK (listedBy ("youtube", file)
           == Listed { { 0, "Part 1" }, { 11'000, "Part 2" }, { 21'000, "Part 3" } });
}

TEST_CASE ("Each player stumbles where its code does")
{
    const TemporaryFolder folder;
    const auto second = id3Chapter (3,
                                    "b",
                                    2000,
                                    4000,
                                    id3Sub (3,
                                            "TIT2",
                                            id3Title ("Gr\xFC\xDF"
                                                      "e")));
    const auto bare = taggedBy (folder, "bare.mp3", id3Chapter (3, "a", 500, 2000, oneTitle) + second);
    CHECK_FALSE (shownBy ("pocketcasts-ios", bare).remark.empty());
    CHECK (shownBy ("pocketcasts-ios", bare).chapters[1].title == std::nullopt);
    CHECK (listedBy ("antennapod", bare) == Listed { { 500, "One" }, { 2000, "Grüße" } });
    CHECK (listedBy ("pocketcasts-android", bare) == Listed { { 0, "One" }, { 2000, "Grüße" } });
    CHECK (listedBy ("apple", bare).empty());
    CHECK_FALSE (shownBy ("overcast", bare).chapters[0].isListed);

    const auto unknownEnd =
        taggedBy (folder, "end.mp3", id3Chapter (3, "a", 0, 0xFFFFFFFF, oneTitle) + second);
    CHECK (listedBy ("pocketcasts-android", unknownEnd).size() == 1);

    const auto large = id3Chapter (4, "a", 0, 5000, id3Sub (4, "TIT2", id3Title (std::string (200, 'x'))));
    const auto newer = taggedBy (folder, "v24.mp3", large, 4);
    // FFmpeg writes a chapter's own size as a plain number into v2.4: AntennaPod takes seven bits of it, media3 notices.
    const auto mixed = byFfmpeg (folder, "mixed.mp3", bareMp3 (5), { "-id3v2_version", "4" });
    CHECK (shownBy ("antennapod", mixed).chapters[1].title == "Grüße " + std::string (13, 'x'));
    CHECK (shownBy ("pocketcasts-android", mixed).chapters.size() == 2);

    CHECK (listedBy ("ffmpeg", newer).empty());
    CHECK (listOf (readBy ({ "ffprobe" }, newer)["ffprobe"]).empty());
    CHECK (listedBy ("antennapod", newer).size() == 1);

    const auto count = taggedBy (folder,
                                 "count.mp3",
                                 id3Contents (3, "toc", 3, 9, std::string_view ("a\0", 2))
                                     + id3Chapter (3, "a", 0, 5000, oneTitle));
    CHECK (listedBy ("pocketcasts-ios", count).empty());

    // A length of 128 bytes, which Nero's own readers take and AntennaPod does not.
    const auto m4a = folder.copyOf (m4aFaststart (10), "a.m4a");
    auto outline = threeChapters();
    outline.chapters[1].title = std::string (200, 'x');
    must (carryOut (
        must (planWrite (
            m4a, outline, { .episodeTags = EpisodeTags::keep, .profile = *findProfile ("maximum") })),
        m4a));
    CHECK (listedBy ("antennapod", m4a).size() == 1);
    CHECK (listedBy ("ffmpeg", m4a).size() == 3);
}

TEST_CASE ("FFmpeg's view is what ffprobe lists")
{
    const TemporaryFolder folder;
    std::vector<fs::path> files { byFfmpeg (folder, "f3.mp3", bareMp3 (5), { "-id3v2_version", "3" }),
                                  byFfmpeg (folder, "f4.mp3", bareMp3 (5), { "-id3v2_version", "4" }),
                                  byFfmpeg (folder, "f.m4a", m4aFaststart (10), {}),
                                  byFfmpeg (folder, "f.mka", m4aFaststart (10), {}) };
    files.push_back (
        byPython (folder, "mutagen.mp3", "mutagen", std::string (byMutagen) + "t.save (sys.argv[1])"));

    // An extended header is skipped.
    files.push_back (
        folder.file ("extended.mp3",
                     id3Tag (4,
                             std::string ("\0\0\0\x06\x01\0", 6)
                                 + id3Chapter (4, "a", 0, 5000, id3Sub (4, "TIT2", id3Title ("One"))),
                             0x40)
                         + bytesOf (bareMp3 (5))));
    CHECK (listedBy ("ffmpeg", files.back()).size() == 1);

    for (const auto& file : files)
    {
        INFO (file);
        CHECK (listedBy ("ffmpeg", file) == listOf (readBy ({ "ffprobe" }, file)["ffprobe"]));
    }
}

TEST_CASE ("FFmpeg's view of WAV, AIFF and FLAC is what ffprobe lists")
{
    const TemporaryFolder folder;
    const auto outline = threeChapters();
    for (const auto* suffix : { ".wav", ".aiff", ".flac" })
        for (const auto* profile : { "safe", "maximum" })
        {
            INFO (suffix << ' ' << profile);
            const auto file = folder.copyOf (ffmpegAudio (suffix, 10, {}), profile + std::string (suffix));
            must (carryOut (
                must (planWrite (
                    file, outline, { .episodeTags = EpisodeTags::keep, .profile = *findProfile (profile) })),
                file));
            CHECK (listedBy ("ffmpeg", file) == listOf (outline));
            CHECK (listedBy ("ffmpeg", file) == listOf (readBy ({ "ffprobe" }, file)["ffprobe"]));
        }

    // Cue points alone, as editors leave them.
    const auto cues = folder.copyOf (ffmpegAudio (".wav", 10, {}), "cues.wav");
    tagInPlace (cues, outline);
    auto bytes = bytesOf (cues);
    const auto tag = bytes.rfind ("id3 ");
    REQUIRE (tag != std::string::npos);
    bytes.replace (tag, 4, "junk");
    folder.file ("cues.wav", bytes);
    CHECK (listedBy ("ffmpeg", cues) == listOf (outline));
    CHECK (listedBy ("ffmpeg", cues) == listOf (readBy ({ "ffprobe" }, cues)["ffprobe"]));
}

TEST_CASE ("What a player makes of a kind of file is read, not read or not known")
{
    using Kind = PlayerView::Kind;
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (10), "a.mp3"),
               wav = folder.copyOf (ffmpegAudio (".wav", 10, {}), "a.wav");
    tagInPlace (mp3, threeChapters());
    tagInPlace (wav, threeChapters());
    CHECK (shownBy ("vlc", mp3).kind == Kind::ignored);
    CHECK (shownBy ("youtube", mp3).kind == Kind::read); // too short for it
    CHECK (shownBy ("ffmpeg", wav).kind == Kind::read);

    for (const auto* id : { "antennapod", "pocketcasts-ios", "vlc4", "apple", "overcast" })
        CHECK (shownBy (id, wav).kind == Kind::unknown);

    CHECK (earmark ({ "show", wav.string(), "--as", "apple" }).out.contains (": not known ("));
}

TEST_CASE ("The views agree with independent models of the players")
{
    const auto shared = projectFolder() / "../shared";

    if (! fs::exists (shared / "recipes/player_models.py"))
        SKIP ("the models are not beside the project");

    const TemporaryFolder folder;
    std::vector<fs::path> files { folder.copyOf (mp3Sample (10), "e.mp3"),
                                  folder.copyOf (m4aFaststart (10), "e.m4a") };

    for (const auto& file : files)
        tagInPlace (file, threeChapters());

    files.push_back (byFfmpeg (folder, "f3.mp3", bareMp3 (5), { "-id3v2_version", "3" }));
    files.push_back (
        byPython (folder, "m4.mp3", "mutagen", std::string (byMutagen) + "t.save (sys.argv[1])"));
    files.push_back (
        byPython (folder,
                  "m3.mp3",
                  "mutagen",
                  std::string (byMutagen) + "t.update_to_v23 ()\nt.save (sys.argv[1], v2_version=3)"));
    files.push_back (byPython (
        folder,
        "eyed3.mp3",
        "eyed3",
        "import sys, eyed3\nf = eyed3.load (sys.argv[1])\nf.initTag ()\n"
        "f.tag.chapters.set (b'a', (0, 2000)).title = 'One'\n"
        "f.tag.chapters.set (b'b', (2000, 5000)).title = 'Gr\\u00fc\\u00dfe ' + 'x' * 140\n"
        "f.tag.table_of_contents.set (b'toc', toplevel=True, child_ids=[b'a', b'b'])\nf.tag.save ()"));

    for (const auto* kind : { "media-mp3-id3", "media-mp4", "media-vorbiscomment" })
        if (const auto corpus = shared / "corpus/open" / kind; fs::exists (corpus))
            for (const auto& entry : fs::directory_iterator (corpus))
                if (const auto suffix = entry.path().extension();
                    suffix == ".mp3" || suffix == ".m4a" || suffix == ".m4b" || suffix == ".ogg")
                    files.push_back (entry.path());

    std::vector<std::string> command { "python3",
                                       script ("ask_models.py"),
                                       (shared / "recipes/player_models.py").string() };

    for (const auto& file : files)
        command.push_back (file.string());

    const auto models = Json::parse (mustRun (command));
    std::size_t compared = 0;

    // The models do not skip extended headers, which the players do: AntennaPod has a file of its own for that.
    std::erase_if (files,
                   [] (const fs::path& file) { return file.filename() == "antennapod_mp3chaps-py.mp3"; });

    for (const auto& file : files)
        for (const auto& [player, answer] : models.at (file.string()).items())
        {
            INFO (file << " as " << player);
            CHECK (listedBy (player, file) == (answer.is_null() ? Listed {} : listOf (answer)));
            ++compared;
        }

    CHECK (compared > 20);
}

TEST_CASE ("show --as lists what a player lists, and says how that is known")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (10), "a.mp3");
    tagInPlace (mp3, threeChapters());

    const auto text = earmark ({ "show", mp3.string(), "--as", "antennapod" });
    CHECK (text.exitCode == done);
    CHECK (text.out.starts_with ("AntennaPod: 3 chapters (by its source: "));
    CHECK (text.out.contains ("Grüße und 日本語  [link]"));

    const auto json = Json::parse (earmark ({ "show", mp3.string(), "--as", "apple", "--json" }).out);
    CHECK (json["basis"] == "by its published rules");
    CHECK (json["chapters"].size() == 3);

    CHECK (Json::parse (earmark ({ "show", mp3.string(), "--as", "all", "--json" }).out).size()
           == players().size());
    CHECK (earmark ({ "show", mp3.string(), "--as", "nobody" }).exitCode == usage);
    CHECK (earmark ({ "show", (folder / "none.mp3").string(), "--as", "apple" }).exitCode == problem);
}

} // namespace earmark
