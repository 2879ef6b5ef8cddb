// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/Version3.h"

#include "Support/Id3Tags.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/TaggedFile.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

namespace earmark
{

namespace
{

using namespace tests;
using id3::RawFrame;
using id3::RawTag;
using Frames = std::vector<RawFrame>;

constexpr char utf16 = 1, utf16be = 2, utf8 = 3;

std::string zero()
{
    return { '\0' };
}

/** ASCII as UTF-16, little-endian with its mark, or without one. */
std::string wide (std::string_view ascii, bool mark = true, bool bigEndian = false)
{
    std::string units = mark ? (bigEndian ? "\xFE\xFF" : "\xFF\xFE") : "";

    for (const char c : ascii)
        units += bigEndian ? std::string { '\0', c } : std::string { c, '\0' };

    return units;
}

Frames convert (Frames frames)
{
    RawTag tag { .version = 4 };
    tag.frames = std::move (frames);
    return must (id3::toVersion3 (tag));
}

RawFrame convert (std::string_view id, std::string body, std::uint16_t flags = 0)
{
    const auto frames = convert (Frames { { std::string (id), flags, std::move (body) } });
    REQUIRE (frames.size() == 1);
    return frames.front();
}

Error refusal (std::string_view id, std::string body, std::uint16_t flags = 0)
{
    RawTag tag { .version = 4 };
    tag.frames = { { std::string (id), flags, std::move (body) } };
    return mustFail (id3::toVersion3 (tag));
}

/** What v2.3 and v2.4 say in different frames or in several values, brought to one form. */
Json normalised (const Json& tags)
{
    Json result;
    auto people = Json::array();

    for (const auto& [key, frame] : tags.items())
    {
        if (frame.contains ("people"))
        {
            people.insert (people.end(), frame["people"].begin(), frame["people"].end());
            continue;
        }

        auto value = frame;

        if (value.contains ("text") && value["text"].is_array())
        {
            std::string joined;

            for (const auto& text : value["text"])
                joined += (joined.empty() ? "" : "/") + text.get<std::string>();

            value["text"] = joined;
        }

        result[key] = value;
    }

    std::sort (people.begin(), people.end());
    result["people"] = people;
    return result;
}

} // namespace

TEST_CASE ("A v2.3 tag's frames stay as they are")
{
    RawTag tag { .version = 3 };
    tag.frames = { { "TIT2", 0x80, "\3 wrong in v2.3, but not ours to mend" }, { "XABC", 0x1234, "\xFF\0" } };
    CHECK (must (id3::toVersion3 (tag)) == tag.frames);
}

TEST_CASE ("Texts in encodings that v2.3 does not have become UTF-16")
{
    CHECK (convert ("TIT2", "\3Title").body == utf16 + wide ("Title"));
    CHECK (convert ("TIT2", utf16be + wide ("Title", false, true)).body == utf16 + wide ("Title"));
    CHECK (convert ("TIT2", "\3\xF0\x9F\x8E\xA7").body == std::string ("\1\xFF\xFE\x3C\xD8\xA7\xDF"));
    CHECK (convert ("TIT2", "\3").body == utf16 + wide (""));

    // The others are the same in both versions.
    CHECK (convert ("TIT2", zero() + "Title").body == zero() + "Title");
    CHECK (convert ("TIT2", utf16 + wide ("Title")).body == utf16 + wide ("Title"));
    CHECK (convert ("TIT2", "").body.empty());
}

TEST_CASE ("Several values of a text are joined by a slash")
{
    CHECK (convert ("TPE1", zero() + "Anna" + zero() + "Bo").body == zero() + "Anna/Bo");
    CHECK (convert ("TPE1", utf8 + ("Anna" + zero() + "Bo")).body == utf16 + wide ("Anna/Bo"));

    const std::string end ("\0\0", 2);
    CHECK (convert ("TPE1", utf16 + wide ("Anna") + end + wide ("Bo")).body == utf16 + wide ("Anna/Bo"));
    CHECK (convert ("TPE1", utf16be + wide ("Anna", false, true) + end + wide ("Bo", false, true)).body
           == utf16 + wide ("Anna/Bo"));

    SECTION ("also where UTF-16 is big-endian by its mark")
    {
        CHECK (convert ("TPE1", utf16 + wide ("Anna", true, true) + end + wide ("Bo", true, true)).body
               == utf16 + wide ("Anna/Bo"));
        CHECK (convert ("TPE1", utf16 + wide ("Anna") + end + wide ("Bo", true, true)).body
               == utf16 + wide ("Anna/Bo"));
    }

    SECTION ("and a last terminator is no further value")
    {
        CHECK (convert ("TPE1", utf8 + ("Anna" + zero())).body == utf16 + wide ("Anna"));
    }
}

TEST_CASE ("A user's text keeps its name and its value apart")
{
    const std::string end ("\0\0", 2);
    CHECK (convert ("TXXX", utf8 + ("name" + zero() + "value")).body
           == utf16 + wide ("name") + end + wide ("value"));
    CHECK (convert ("TXXX", utf8 + ("name" + zero() + "one" + zero() + "two")).body
           == utf16 + wide ("name") + end + wide ("one/two"));
    CHECK (convert ("TXXX", utf8 + (zero() + "value")).body == utf16 + wide ("") + end + wide ("value"));
    CHECK (convert ("TXXX", utf8 + ("name" + zero())).body == utf16 + wide ("name") + end + wide (""));
    CHECK (convert ("TXXX", zero() + "name" + zero() + "one" + zero() + "two").body
           == zero() + "name" + zero() + "one/two");
}

TEST_CASE ("A recording time becomes year, day and time")
{
    CHECK (convert ({ { "TDRC",
                        0,
                        "\3"
                        "2024-03-09T16:40:11" } })
           == Frames { { "TYER", 0, zero() + "2024" },
                       { "TDAT", 0, zero() + "0903" },
                       { "TIME", 0, zero() + "1640" } });
    CHECK (convert ({ { "TDRC", 0, utf16 + wide ("2024-03-09") } })
           == Frames { { "TYER", 0, zero() + "2024" }, { "TDAT", 0, zero() + "0903" } });
    CHECK (convert ({ { "TDRC", 0, zero() + "2024" } }) == Frames { { "TYER", 0, zero() + "2024" } });
    CHECK (convert ({ { "TDOR",
                        0,
                        "\3"
                        "1999-01-01" } })
           == Frames { { "TORY", 0, zero() + "1999" } });

    SECTION ("but not where the tag has such a frame already")
    {
        CHECK (convert ({ { "TDRC",
                            0,
                            "\3"
                            "2024-03-09" },
                          { "TYER", 0, zero() + "2023" } })
               == Frames { { "TDAT", 0, zero() + "0903" }, { "TYER", 0, zero() + "2023" } });
    }
}

TEST_CASE ("People and musicians become one list, since v2.3 may hold only one")
{
    const auto frames = convert ({ { "TIPL", 0, utf8 + ("producer" + zero() + "Petra") },
                                   { "TIT2", 0, zero() + "T" },
                                   { "TMCL", 0, zero() + "bass" + zero() + "Bo" + zero() } });
    REQUIRE (frames.size() == 2);
    CHECK (frames[0].id == "IPLS");

    const std::string end ("\0\0", 2);
    CHECK (frames[0].body
           == utf16 + wide ("producer") + end + wide ("Petra") + end + wide ("bass") + end + wide ("Bo")
                  + end);
}

TEST_CASE ("Frames of several parts are recoded part by part")
{
    const std::string end ("\0\0", 2);
    const std::string picture ("\xFF\xD8\0\0\xFF", 5);

    CHECK (convert ("COMM", utf8 + ("eng" + ("short" + zero()) + "long")).body
           == utf16 + ("eng" + wide ("short")) + end + wide ("long"));
    CHECK (convert ("USLT", utf16be + ("deu" + wide ("a", false, true)) + end + wide ("la", false, true)).body
           == utf16 + ("deu" + wide ("a")) + end + wide ("la"));
    CHECK (convert ("APIC", utf8 + ("image/png" + zero() + "\3" + "cover" + zero() + picture)).body
           == utf16 + ("image/png" + zero() + "\3" + wide ("cover")) + end + picture);
    CHECK (convert ("WXXX", utf8 + ("home" + zero() + "https://example.org")).body
           == utf16 + wide ("home") + end + "https://example.org");
    CHECK (convert ("USER", utf8 + std::string ("engterms")).body == utf16 + ("eng" + wide ("terms")));
    CHECK (
        convert ("GEOB", utf8 + ("text/plain" + zero() + "a.txt" + zero() + "what" + zero() + picture)).body
        == utf16 + ("text/plain" + zero() + wide ("a.txt")) + end + wide ("what") + end + picture);
    CHECK (convert ("OWNE", utf8 + ("EUR1" + zero() + "20240309" + "shop")).body
           == utf16 + ("EUR1" + zero() + "20240309" + wide ("shop")));
    CHECK (convert ("COMR",
                    utf8
                        + ("EUR1" + zero() + "20240309" + "http://a" + zero() + "\4" + "shop" + zero()
                           + "what" + zero() + "image/png" + zero() + picture))
               .body
           == utf16 + ("EUR1" + zero() + "20240309" + "http://a" + zero() + "\4" + wide ("shop")) + end
                  + wide ("what") + end + "image/png" + zero() + picture);
}

TEST_CASE ("A comment of several values becomes one text")
{
    const std::string end ("\0\0", 2);
    CHECK (convert ("COMM", utf8 + ("eng" + zero() + "one" + zero() + "two")).body
           == utf16 + ("eng" + wide ("")) + end + wide ("one/two"));
}

TEST_CASE ("Frames without text stay as they are")
{
    const std::string bytes ("\3\xFF\0\2binary", 10);

    for (const auto* id : { "PRIV", "UFID", "POPM", "MCDI", "PCNT", "WOAR", "RVA2", "XABC" })
        CHECK (convert (id, bytes).body == bytes);
}

TEST_CASE ("What v2.4 wraps a frame in is taken off")
{
    const auto stored = id3Unsynchronised ("\xFF\xFB");

    CHECK (convert ("PRIV", stored, 0x02) == RawFrame { "PRIV", 0, "\xFF\xFB" });
    CHECK (convert ("PRIV", id3Safe (2) + stored, 0x03) == RawFrame { "PRIV", 0, "\xFF\xFB" });
    CHECK (convert ("PRIV", id3Safe (1) + "x", 0x01) == RawFrame { "PRIV", 0, "x" });
    CHECK (convert ("PRIV", "gx", 0x40) == RawFrame { "PRIV", 0x20, "gx" });
    CHECK (convert ("PRIV", "g" + id3Safe (1) + "x", 0x41) == RawFrame { "PRIV", 0x20, "gx" });

    // Whether to discard a frame when something is changed, and read-only: one bit further up in v2.3.
    CHECK (convert ("PRIV", "x", 0x4000).flags == 0x8000);
    CHECK (convert ("PRIV", "x", 0x2000).flags == 0x4000);
    CHECK (convert ("PRIV", "x", 0x1000).flags == 0x2000);

    SECTION ("also where the frame is too short for it")
    {
        CHECK (convert ("PRIV", "", 0x43).body.empty());
        CHECK (convert ("PRIV", "ab", 0x01).body.empty());
    }
}

TEST_CASE ("The mark of a group does not count as the encoding of a text")
{
    const auto frame = convert ("TIT2",
                                "\3"
                                "\3Title",
                                0x40);
    CHECK (frame.flags == 0x20);
    CHECK (frame.body == "\3" + (utf16 + wide ("Title")));
}

TEST_CASE ("Frames that have no form in v2.3 are refused with their name")
{
    for (const auto* id : { "SEEK", "ASPI", "EQU2" })
    {
        const auto error = refusal (id, "x");
        CHECK (error.kind == Error::Kind::unsupported);
        CHECK (error.message.find (id) != std::string::npos);
    }

    CHECK (refusal ("TIT2", "\3x", 0x08).kind == Error::Kind::unsupported);
    CHECK (refusal ("TIT2", "\3x", 0x04).kind == Error::Kind::unsupported);
    CHECK (refusal ("SYLT", "\3eng\1\1x").kind == Error::Kind::unsupported);
}

TEST_CASE ("Damaged frames are told, and give no crash")
{
    CHECK (refusal ("APIC", "\3image/png").kind == Error::Kind::malformed);
    CHECK (refusal ("COMM", "\3e").kind == Error::Kind::malformed);

    for (const auto* id : { "TIT2",
                            "TXXX",
                            "TDRC",
                            "TIPL",
                            "COMM",
                            "USLT",
                            "APIC",
                            "WXXX",
                            "USER",
                            "GEOB",
                            "OWNE",
                            "COMR",
                            "SYLT" })
        for (int encoding = 0; encoding < 5; ++encoding)
            for (const std::size_t size : { 0u, 1u, 2u, 3u, 4u, 5u, 9u, 20u })
                for (const char filler : { '\0', 'a', '\xFF' })
                {
                    RawTag tag { .version = 4 };
                    tag.frames = { { id, 0, char (encoding) + std::string (size, filler) } };
                    std::ignore = id3::toVersion3 (tag);
                }
}

//======================================================================================================
// Whole tags, judged by others

TEST_CASE ("A v2.4 tag's values are the same in v2.3, as mutagen and eyeD3 read them")
{
    needModule ("mutagen");
    const TemporaryFolder folder;

    for (const auto* encoding : { "0", "1", "2", "3" })
    {
        DYNAMIC_SECTION ("in encoding " << encoding)
        {
            const auto file = folder.copyOf (bareMp3 (2), std::format ("{}.mp3", encoding));
            mustRun ({ "python3", script ("make_tag.py"), file.string(), "4", encoding });

            const auto before = readBy ({ "mutagen-tags", "eyed3-tags" }, file);
            auto plan = must (planWrite (file, evenOutline (2, 1000), { .episodeTags = EpisodeTags::keep }));
            must (carryOut (plan, file));
            const auto after = readBy ({ "mutagen-tags", "eyed3-tags" }, file);

            const auto checked = checkId3 (file);
            CHECK (checked["problems"] == Json::array());
            CHECK (checked["version"] == 3);
            CHECK (Json::diff (normalised (before["mutagen-tags"]), normalised (after["mutagen-tags"]))
                   == Json::array());

            // eyeD3 knows no several values: it shows the terminators and marks between them.
            auto expected = before["eyed3-tags"];
            auto artists = expected["artist"].get<std::string>();
            const std::string mark = "\uFEFF";

            for (auto at = artists.find ('\0'); at != std::string::npos; at = artists.find ('\0'))
                artists.replace (at, artists.substr (at + 1).starts_with (mark) ? 1 + mark.size() : 1, "/");

            expected["artist"] = artists;
            CHECK (Json::diff (expected, after["eyed3-tags"]) == Json::array());
        }
    }
}

} // namespace earmark
