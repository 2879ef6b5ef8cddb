// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// What Earmark writes, taken in by the programs that it is for.

namespace earmark::tests
{

namespace
{

constexpr auto outline =
    "0:00 Welcome & \"hello\" <aboard>\n0:54.250 The gauge = 1; #2 \\ 3\n1:02:03 Überfahrt – 潮水\n";
const std::vector<std::string> titles { "Welcome & \"hello\" <aboard>",
                                        "The gauge = 1; #2 \\ 3",
                                        "Überfahrt – 潮水" };
const std::vector<std::int64_t> starts { 0, 54'250, 3'723'000 };

/** The outline as a file of that format in the folder. */
std::string written (const TemporaryFolder& folder, std::string_view id, std::string_view name)
{
    const auto path = (folder / name).string();
    const auto result = earmark ({ "convert", "-", "--to", std::string (id), "-o", path },
                                 { .input = outline, .folder = {} });
    INFO (result.err);
    REQUIRE (result.exitCode == done);
    return path;
}

/** As ffprobe lists them: milliseconds and titles. */
void checkListing (const Json& listing)
{
    const auto& chapters = listing["chapters"];
    REQUIRE (chapters.size() == titles.size());

    for (std::size_t i = 0; i < titles.size(); ++i)
    {
        CHECK (std::stod (chapters[i]["start_time"].get<std::string>()) * 1000 == double (starts[i]));
        CHECK (chapters[i]["tags"]["title"] == titles[i]);
    }
}

Json probed (const std::string& path)
{
    return Json::parse (mustRun ({ "ffprobe", "-v", "error", "-of", "json", "-show_chapters", path }));
}

} // namespace

TEST_CASE ("FFmpeg takes our metadata")
{
    need ("ffprobe");
    const TemporaryFolder folder;
    checkListing (probed (written (folder, "ffmetadata", "a.ffmetadata")));
}

TEST_CASE ("FFmpeg reads our WebVTT")
{
    need ("ffprobe");
    const TemporaryFolder folder;
    const auto packets = Json::parse (mustRun (
        { "ffprobe", "-v", "error", "-of", "json", "-show_packets", written (folder, "webvtt", "a.vtt") }));
    REQUIRE (packets["packets"].size() == starts.size());

    for (std::size_t i = 0; i < starts.size(); ++i)
        CHECK (packets["packets"][i]["pts"] == starts[i]);
}

TEST_CASE ("mkvmerge takes our OGM and Matroska chapters")
{
    need ("mkvmerge");
    const TemporaryFolder folder;
    const auto audio = folder.copyOf (m4aFaststart (10), "a.m4a").string();

    for (const auto& [id, name] : { std::pair { "ogm", "a.ogm.txt" }, { "matroska-xml", "a.xml" } })
    {
        INFO (id);
        const auto merged = (folder / (std::string (id) + ".mka")).string();
        mustRun ({ "mkvmerge",
                   "-q",
                   "--chapter-charset",
                   "UTF-8",
                   "--chapters",
                   written (folder, id, name),
                   "-o",
                   merged,
                   audio });
        checkListing (probed (merged));
    }
}

TEST_CASE ("What we write as XML is well formed")
{
    need ("xmllint");
    const TemporaryFolder folder;

    for (const auto* id : { "psc", "rss", "matroska-xml" })
        mustRun ({ "xmllint", "--noout", written (folder, id, std::string (id) + ".xml") });
}

TEST_CASE ("A MIDI library finds our markers at the right milliseconds")
{
    needModule ("mido");
    const TemporaryFolder folder;
    const auto found =
        mustRun ({ "python3",
                   "-c",
                   "import sys, json, mido\n"
                   "now, found = 0, []\n"
                   "for m in mido.MidiFile (sys.argv[1], charset='utf-8'):\n"
                   "    now += m.time\n"
                   "    if m.type == 'marker': found.append ([round (now * 1e6) / 1000, m.text])\n"
                   "print (json.dumps (found))",
                   written (folder, "midi", "a.mid") });
    const auto markers = Json::parse (found);
    REQUIRE (markers.size() == titles.size());

    for (std::size_t i = 0; i < titles.size(); ++i)
    {
        CHECK (markers[i][0] == double (starts[i]));
        CHECK (markers[i][1] == titles[i]);
    }
}

TEST_CASE ("Python's zipfile unpacks our DAWproject")
{
    const TemporaryFolder folder;
    const auto project = mustRun ({ "python3",
                                    "-c",
                                    "import sys, zipfile\nz = zipfile.ZipFile (sys.argv[1])\n"
                                    "assert z.testzip() is None\nprint (z.read ('project.xml').decode())",
                                    written (folder, "dawproject", "a.dawproject") });
    CHECK (project.contains ("<Marker time=\"54.250000000\" name=\"The gauge = 1; #2 \\ 3\"/>"));
    CHECK (project.contains ("timeUnit=\"seconds\""));
}

TEST_CASE ("Ardour's Lua runs our script")
{
    need ("ardour9-lua");
    const TemporaryFolder folder;

    // The editor exists only in Ardour's window: stand-ins write down what the script asks of it. Ardour gives marks names of its own,
    // may round their places, and keeps of a script what string.dump leaves of its factory.
    const auto script = bytesOf (written (folder, "ardour-lua", "a.lua"));
    const auto host =
        "local marks = { { name = function () return 'mine' end, is_mark = function () return true end } }\n"
        "function ardour (t) assert (t.type == 'EditorAction') end\n"
        "Editor = { add_location_mark = function (_, position)\n"
        "  local mark = { position = position, title = 'mark' .. #marks }\n"
        "  function mark:is_mark () return true end\n"
        "  function mark:name () return self.title end\n"
        "  function mark:start () return { samples = function () return self.position + 6 end } end\n"
        "  function mark:set_name (name) self.title = name end\n"
        "  table.insert (marks, mark) end }\n"
        "Temporal = { timepos_t = function (n) return n end }\n"
        "ARDOUR = { LocationFlags = { IsMark = 1 } }\n"
        "Session = { nominal_sample_rate = function () return 48000 end, locations = function ()\n"
        "  return { list = function () return { iter = function () local i = 0\n"
        "    return function () i = i + 1 return marks[i] end end } end } end }\n"
        + script
        + "load (string.dump (factory, true)) () ()\n"
          "for _, m in ipairs (marks) do print (string.format ('MARK %d %s', m.position or -1, m:name ())) "
          "end\n"
          "print ('THE END') io.stdout:flush ()\n";

    // Not by its exit code: Ardour's threads end now and then with "exception not rethrown", after all is done.
    const auto out = run ({ "ardour9-lua", folder.file ("host.lua", host).string() }).out;
    CHECK (out.contains ("THE END"));
    CHECK (out.contains ("MARK 0 " + titles[0]));
    CHECK (out.contains ("MARK 2604000 " + titles[1]));
    CHECK (out.contains ("MARK 178704000 " + titles[2]));
}

TEST_CASE ("The documentation lists the formats as they are")
{
    const auto page = bytesOf (projectFolder() / "docs/formats.md");
    const auto table = earmark ({ "formats", "--markdown" }).out;
    CHECK (page.contains ("<!-- formats -->\n" + table + "<!-- /formats -->")); // else copy it there
}

TEST_CASE ("The documentation lists the rules of check as they are")
{
    const auto page = bytesOf (projectFolder() / "docs/players.md");
    const auto table = earmark ({ "check", "--rules", "--markdown" }).out;
    CHECK (page.contains ("<!-- rules -->\n" + table + "<!-- /rules -->")); // else copy it there
}

} // namespace earmark::tests
