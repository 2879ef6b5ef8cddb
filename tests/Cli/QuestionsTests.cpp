// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

// What outlines ask, and what --set answers.

namespace earmark::tests
{

TEST_CASE ("An answer that nothing asked for is told, and an answered question is not put again")
{
    const std::string frames = "Name,In\nHarbour,00:00:00:00\nFog,00:01:10:12\n";
    const auto import = [&] (const std::vector<std::string>& answers)
    {
        std::vector<std::string> words { "import", "-" };
        words.append_range (answers);
        return earmark (words, { .input = frames, .folder = {} });
    };

    const auto open = import ({});
    CHECK (open.exitCode == done);
    CHECK (open.err.contains ("question: How many frames has a second?"));
    CHECK (open.err.contains ("(--set fps=…; taken: 24)"));

    const auto answered = import ({ "--set", "fps=25" });
    CHECK (answered.exitCode == done);
    CHECK_FALSE (answered.err.contains ("question: How many frames"));
    CHECK (answered.err.contains ("answered: How many frames"));

    const auto glued = earmark ({ "import", "-", "--set", "show=Harbour Lights" },
                                { .input = "Harbour LightsThe Tide\nCHAPTERS\n- 0:00 – 0:48\nHello\nText.\n"
                                           "- 0:48 – 2:00\nBye\nText.\n",
                                  .folder = {} });
    CHECK (glued.exitCode == done);
    CHECK_FALSE (glued.err.contains ("question: "));

    const auto mistyped = import ({ "--set", "pfs=25" });
    CHECK (mistyped.exitCode == done);
    CHECK (mistyped.err.contains ("Nothing asked for --set pfs=25; what is asked: "));
    CHECK (mistyped.err.contains ("question: How many frames has a second?"));
}

TEST_CASE ("A session of Hindenburg in an old character set asks for it, as other documents do")
{
    const TemporaryFolder folder;
    const auto session = folder / "old.nhsx";
    writeBytes (session,
                "<Session><Hindenburg/><Markers><Marker Type=\"Chapter\" Name=\"Gr\xfc\xdf"
                "e\" Time=\"00:00\"/>"
                "<Marker Type=\"Chapter\" Name=\"\xdc"
                "ber Nebel\" Time=\"01:00\"/></Markers></Session>");

    const auto guessed = earmark ({ "import", session.string() });
    CHECK (guessed.exitCode == done);
    CHECK (guessed.out.contains ("Grüße"));
    CHECK (guessed.err.contains ("question: "));
    CHECK (guessed.err.contains ("--set encoding="));

    const auto told = earmark ({ "import", session.string(), "--set", "encoding=iso-8859-5" });
    CHECK (told.exitCode == done);
    CHECK_FALSE (told.out.contains ("Grüße"));
}

TEST_CASE ("Verbs that ask nothing tell what they guessed")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (90), "a.mp3").string();
    const auto frames = folder / "frames.csv";
    writeBytes (frames, "Name,In\nHarbour,00:00:00:00\nFog,00:01:10:12\n");

    const auto guessed = earmark ({ "tag", file, "--outline", frames.string(), "--dry-run" });
    CHECK (guessed.exitCode == done);
    CHECK (guessed.err.contains ("Taken: 24 (--set fps=… says otherwise)."));

    const auto told = earmark ({ "tag", file, "--outline", frames.string(), "--dry-run", "--set", "fps=25" });
    CHECK (told.exitCode == done);
    CHECK_FALSE (told.err.contains ("fps"));

    const auto converted = earmark ({ "convert", frames.string(), "--to", "youtube" });
    CHECK (converted.exitCode == done);
    CHECK (converted.err.contains ("Taken: 24 (--set fps=… says otherwise)."));

    const auto checked = earmark ({ "check", frames.string(), "--set", "pfs=25" });
    CHECK (checked.err.contains ("Taken: 24 (--set fps=… says otherwise)."));
    CHECK (checked.err.contains ("Nothing asked for --set pfs=25"));

    // Of a table the columns may always be told anew, but with headings nothing was guessed.
    const auto table = folder / "table.csv";
    writeBytes (table, "Title,Start\nHarbour,0:00\nFog,1:10\n");
    CHECK (earmark ({ "tag", file, "--outline", table.string(), "--dry-run" }).err.find ("Taken")
           == std::string::npos);
}

TEST_CASE ("An answer that is none of the choices is wrong usage, and writes nothing")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (90), "a.mp3");
    const auto before = bytesOf (file);
    const auto refuse = [&] (const std::string& name, const std::string& text, const std::string& answer)
    {
        CAPTURE (name, answer);
        const auto refused = earmark (
            { "tag", file.string(), "--outline", folder.file (name, text).string(), "--set", answer });
        CHECK (refused.exitCode == usage);
        CHECK (isOneSentence (refused.err));
        CHECK (refused.err.contains ("is no answer"));
        CHECK (hasBytes (file, before));
    };
    refuse ("frames.csv", "Name,In\nHarbour,00:00:00:00\nFog,00:01:10:12\n", "fps=26");
    refuse ("log.txt", "20:01:15 On air\n20:15:40 First guest\n", "clock=maybe");
}

TEST_CASE ("An episode of a feed is chosen among all that have chapters, in whatever form")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (90), "a.mp3");
    const auto before = bytesOf (file);
    const auto feed = folder.file (
        "f.rss", R"(<rss xmlns:psc="http://podlove.org/simple-chapters"><channel><title>Show</title>
<item><title>Newest</title><psc:chapters><psc:chapter start="0:00" title="One"/><psc:chapter start="0:30" title="Two"/></psc:chapters></item>
<item><title>Older</title><description>0:00 Harbour&lt;br/&gt;0:20 Fog&lt;br/&gt;0:40 Night</description></item>
</channel></rss>)");
    const auto tag = [&] (const std::string& answer)
    { return earmark ({ "tag", file.string(), "--outline", feed.string(), "--set", answer }); };

    const auto refused = tag ("item=9");
    CHECK (refused.exitCode == usage);
    CHECK (refused.err.contains ("'9' is no answer to --set item=; it takes one of: 1, 2."));
    CHECK (hasBytes (file, before));

    const auto older = tag ("item=2");
    CHECK (older.exitCode == done);
    CHECK (older.out.contains ("3 chapters written"));
    CHECK_FALSE (older.err.contains ("Nothing asked"));
    CHECK_FALSE (older.err.contains ("Another episode"));

    const auto open = earmark ({ "tag", file.string(), "--outline", feed.string() });
    CHECK (open.out.contains ("2 chapters written"));
    CHECK (open.err.contains ("Another episode can be chosen (--set item=N)"));
}

TEST_CASE ("import asks what the text does not tell, says what it took, and takes an answer")
{
    const std::string log = "20:01:15 On air\n20:15:40 First guest\n";
    const auto asked = earmark ({ "import", "-" }, { .input = log, .folder = {} });
    CHECK (asked.out.contains ("1  20:01:15  14:25  On air\n"));
    CHECK (asked.err.contains ("Are these times of day?"));
    CHECK (asked.err.contains ("(--set clock=…; taken: no)"));
    CHECK (asked.err.contains ("(--set clock=yes).")); // the sentence itself names no option

    const auto answered = earmark ({ "import", "-", "--set", "clock=yes" }, { .input = log, .folder = {} });
    CHECK (answered.out.contains ("2  14:25"));
    CHECK (answered.err.contains ("answered: Are these times of day?"));
    CHECK (answered.err.contains ("(--set clock=yes)"));

    const auto json = Json::parse (earmark ({ "import", "-", "--json" }, { .input = log, .folder = {} }).out);
    REQUIRE (json["questions"].size() == 1);
    CHECK (json["questions"][0]["id"] == "clock");
}

} // namespace earmark::tests
