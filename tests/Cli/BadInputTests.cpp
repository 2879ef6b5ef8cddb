// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"
#include "Support/Cli.h"
#include "Support/Id3Tags.h"
#include "Support/Movies.h"
#include "Support/Rights.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <random>
#include <sys/stat.h>

// Whatever is handed in: exit code 1, one clear sentence, and the input as it was.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

std::string randomBytes (std::size_t count)
{
    std::mt19937 random (5);
    std::string bytes (count, '\0');

    for (auto& c : bytes)
        c = char (random());

    return bytes;
}

std::string digits()
{
    std::string bytes;
    bytes.reserve (100'000'000);

    while (bytes.size() < 100'000'000)
        bytes += "1234567890";

    return bytes;
}

std::string fragmented()
{
    return bytesOf (ffmpegAudio (".mp4", 4, { "-b:a", "64k", "-movflags", "frag_keyframe+empty_moov" }));
}

std::string truncatedM4a()
{
    const auto bytes = bytesOf (m4aFaststart (10));
    return bytes.substr (0, bytes.size() * 2 / 3);
}

void checkRefused (const ProcessResult& result)
{
    CHECK_FALSE (result.timedOut);
    CHECK (result.exitCode == problem);
    INFO (result.err.substr (0, 2000));
    CHECK (isOneSentence (result.err));
}

/** What is odd about a file without chapters is told below the reason. */
ProcessResult withoutWarnings (ProcessResult result)
{
    if (const auto warning = result.err.find ("\nwarning: "); warning != std::string::npos)
        result.err.resize (warning + 1);

    return result;
}

} // namespace

TEST_CASE ("Media that cannot be tagged are refused with one sentence and stay as they were")
{
    const TemporaryFolder folder;
    const auto outline = folder.file ("outline.txt", "0:00 One\n0:01 Two\n").string();

    struct Case
    {
        std::string name;
        std::string (*bytes)();
        bool hasNoChapters = true;  ///< also to `show`
        bool canBeStripped = false; ///< there is nothing to take out
    };

    const std::vector<Case> cases {
        { "empty.mp3", [] { return std::string(); } },
        { "empty.m4a", [] { return std::string(); } },
        { "binary.mp3", [] { return randomBytes (300'000); } },
        { "binary.m4a", [] { return randomBytes (300'000); } },
        { "digits.mp3", [] { return digits(); } },
        { "text.mp3", [] { return std::string ("This is a text.\n0:00 One\n"); } },
        { "zeros.m4a", [] { return std::string (1'000'000, '\0'); } },
        { "tiny.m4a",
          []
          {
              return std::string ("\0\0\0\x08"
                                  "ftyp",
                                  8);
          } },
        { "truncated.m4a", [] { return truncatedM4a(); } },
        { "fragmented.m4a", [] { return fragmented(); }, true, true },
        { "encrypted.m4a", [] { return MiniMovie { .sampleFormat = "enca" }.bytes(); }, true, true },
        { "video.m4a", [] { return MiniMovie { .handler = "vide" }.bytes(); }, true, true },
        { "tag-only.mp3", [] { return id3Tag (3, id3Frame3 ("TIT2", std::string ("\0T", 2))); }, true, true },
        { "tag-lies.mp3", [] { return id3Tag (3, "x", 0, 200'000'000) + bytesOf (bareMp3 (2)); } },
        { "old-tag.mp3", [] { return id3Tag (2, "compressed", 0x40) + bytesOf (bareMp3 (2)); } },
        { "unknown.ac3", [] { return bytesOf (ffmpegAudio (".ac3", 1, { "-c:a", "ac3" })); } },
        { "cut.wav",
          [] { return bytesOf (ffmpegAudio (".wav", 1, { "-c:a", "pcm_s16le" })).substr (0, 30); } },
        { "cut.flac", [] { return bytesOf (ffmpegAudio (".flac", 1, { "-c:a", "flac" })).substr (0, 30); } },
    };

    for (const auto& c : cases)
    {
        DYNAMIC_SECTION (c.name)
        {
            const auto bytes = c.bytes();
            const auto file = folder.file (c.name, bytes).string();
            const auto names = folder.names();
            checkRefused (withoutWarnings (earmark ({ "show", file })));
            checkRefused (earmark ({ "tag", file, "--outline", outline }));
            const auto elsewhere = folder / ("out" + std::filesystem::path (c.name).extension().string());
            checkRefused (earmark ({ "tag", file, "--outline", outline, "-o", elsewhere.string() }));
            const auto stripped = earmark ({ "strip", file });

            if (c.canBeStripped)
                CHECK (stripped.exitCode == done);
            else
                checkRefused (stripped);

            CHECK (hasBytes (file, bytes));
            CHECK (folder.names() == names);
        }
    }
}

TEST_CASE ("A limit for the size of files, as a shell sets it, stops a write with one sentence")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3").string();
    const auto outline = folder.file ("outline.txt", "0:00 One\n0:01 Two\n").string();
    const auto before = bytesOf (file);
    const auto names = folder.names();
    checkRefused (run ({ "sh",
                         "-c",
                         "ulimit -f 20; exec \"$@\"",
                         "sh",
                         commandLine().string(),
                         "tag",
                         file,
                         "--outline",
                         outline }));
    CHECK (hasBytes (file, before));
    CHECK (folder.names() == names);
}

TEST_CASE ("Media that are no files, or that nobody may read or write, are refused with one sentence")
{
    dropRootsPowers();
    const TemporaryFolder folder;
    const auto outline = folder.file ("outline.txt", "0:00 One\n0:01 Two\n").string();

    const auto refused = [&] (const std::string& file, bool canBeRead = false)
    {
        INFO (file);
        checkRefused (earmark ({ "tag", file, "--outline", outline }));

        if (canBeRead)
            return;

        checkRefused (earmark ({ "show", file }));
        checkRefused (earmark ({ "strip", file }));
    };

    refused (folder.path().string());
    refused ((folder / "none.mp3").string());
    refused ((folder / "none/none.mp3").string());
    refused (outline + "/below.mp3");
    refused ("/dev/null");
    refused (std::string (5000, 'x') + ".mp3");
    refused ("");

    REQUIRE (::mkfifo ((folder / "pipe.mp3").c_str(), 0600) == 0);
    refused ((folder / "pipe.mp3").string());

    fs::create_symlink ("loop.mp3", folder / "loop.mp3");
    refused ((folder / "loop.mp3").string());

    const auto unreadable = folder.copyOf (bareMp3 (4), "unreadable.mp3");
    REQUIRE (::chmod (unreadable.c_str(), 0) == 0);
    refused (unreadable.string());

    const auto readOnly = folder.copyOf (bareMp3 (4), "read-only.mp3");
    REQUIRE (::chmod (readOnly.c_str(), 0444) == 0);
    refused (readOnly.string(), true);
    CHECK (hasBytes (readOnly, bytesOf (bareMp3 (4))));

    fs::create_directory (folder / "closed");
    const auto inside = folder.copyOf (bareMp3 (4), "closed/a.mp3");
    REQUIRE (::chmod ((folder / "closed").c_str(), 0555) == 0);
    refused (inside.string(), true);
    CHECK (hasBytes (inside, bytesOf (bareMp3 (4))));
    CHECK (std::distance (fs::directory_iterator (folder / "closed"), fs::directory_iterator()) == 1);
}

TEST_CASE ("Outlines that are none are refused with one sentence, and the audio stays as it was")
{
    dropRootsPowers();
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (4), "a.mp3");
    const auto before = bytesOf (media);
    const auto time = fs::last_write_time (media);

    const auto refused = [&] (const std::string& outline)
    {
        INFO (outline);
        checkRefused (earmark ({ "import", outline }));
        checkRefused (earmark ({ "tag", media.string(), "--outline", outline }));
        checkRefused (earmark ({ "convert", outline, "-o", (folder / "out.json").string() }));
        CHECK_FALSE (fs::exists (folder / "out.json"));
        CHECK (hasBytes (media, before));
        CHECK (fs::last_write_time (media) == time);
    };

    refused (folder.file ("empty.txt", "").string());
    refused (folder.file ("blank.txt", " \n\n\t\n").string());
    refused (folder.file ("no-times.txt", "An outline\nwithout a single time\n").string());
    refused (folder.file ("binary.txt", randomBytes (300'000)).string());
    refused (folder.file ("digits.txt", digits()).string());
    refused (folder.file ("broken.json", "{ \"chapters\": [ { \"start_ms\": ").string());
    refused (folder.file ("deep.json", std::string (1'000'000, '[')).string());
    refused (folder.path().string());
    refused ((folder / "none.txt").string());
    refused (bareMp3 (4).string());
    refused (folder.file ("truncated.m4a", truncatedM4a()).string());

    const auto unreadable = folder.file ("unreadable.txt", "0:00 One\n");
    REQUIRE (::chmod (unreadable.c_str(), 0) == 0);
    refused (unreadable.string());

    checkRefused (earmark ({ "import", "-" }));
    checkRefused (earmark ({ "tag", media.string(), "--outline", "-" }));
    checkRefused (earmark ({ "import", "-" }, { .input = digits(), .folder = {} }));
}

TEST_CASE ("Outlines that do not fit the audio are refused with one sentence")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (4), "a.mp3");
    const auto before = bytesOf (media);

    for (const auto& [text, reason] :
         { std::pair { "0:00 One\n0:04 Two\n", "begins at 0:04, where the audio ends" },
           { "1:00:00 Late\n", "the audio ends at 0:04" },
           { "9999:00:00 Never\n", "the audio ends at 0:04" } })
    {
        const auto result =
            earmark ({ "tag", media.string(), "--outline", "-" }, { .input = text, .folder = {} });
        checkRefused (result);
        CHECK (result.err.contains (reason));
        CHECK (hasBytes (media, before));
    }
}

TEST_CASE ("Output that cannot be written is an error")
{
    const auto result = run ({ "sh", "-c", R"("$1" formats > /dev/full)", "sh", commandLine().string() });
    checkRefused (result);
    CHECK (result.err.find ("Standard output") != std::string::npos);
}

TEST_CASE ("Output that nobody takes ends the command without harm")
{
    const TemporaryFolder folder;
    const auto media = folder.copyOf (bareMp3 (4), "a.mp3");
    std::string outline;

    for (int i = 0; i < 3000; ++i)
        outline += "0:0" + std::to_string (i / 1000) + "." + std::to_string (1000 + i % 1000).substr (1)
                   + " Part " + std::to_string (i) + "\n";

    const auto file = folder.file ("outline.txt", outline).string();
    const auto result = run (
        { "sh",
          "-c",
          R"("$1" import "$2" | head -n 1; "$1" tag "$3" --outline "$2" --json | true; "$1" show "$3" | tail -n 1)",
          "sh",
          commandLine().string(),
          file,
          media.string() });
    CHECK (result.exitCode == done);
    CHECK (result.out.find ("Part 2999") != std::string::npos);
}

TEST_CASE ("A word that an option does not know is refused with a sentence that names those it knows")
{
    const TagDesk desk;

    for (const auto& [option, takes] :
         { std::pair { "--snap", "It takes onset or pauses, not 'x'." },
           std::pair { "--pictures", "It takes fit, square or keep, not 'x'." },
           std::pair { "--episode-tags", "It takes fill, replace or keep, not 'x'." },
           std::pair { "--cue-sheet", "It takes keep or remove, not 'x'." },
           std::pair { "--profile", "It takes safe, id3v2.4, maximum or minimal, not 'x'." } })
    {
        CAPTURE (option);
        const auto refused = desk.tag ({ desk.mp3, option, "x" });
        CHECK (refused.exitCode == usage);
        CHECK (refused.err.contains (std::string (option) + ": " + takes));
        CHECK_FALSE (refused.err.contains ('{'));
    }

    CHECK (earmark ({ "check", desk.mp3, "--theme", "x" }).err.contains ("It takes dark or light, not 'x'."));
    CHECK (earmark ({ "show", desk.mp3, "--as", "x" }).err.contains ("It takes all, "));
    CHECK (desk.tag ({ desk.mp3, "--pictures", "KEEP", "--profile", "Minimal" }).exitCode == done);
}

} // namespace earmark::tests
