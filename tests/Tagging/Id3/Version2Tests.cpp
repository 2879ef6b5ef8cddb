// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/Version2.h"

#include "Support/Id3Tags.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/TaggedFile.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

std::string zero()
{
    return { '\0' };
}

/** Texts, a comment, a picture and what iTunes adds, as programs of the year 2000 wrote them. */
std::string oldFrames()
{
    const auto picture = std::string ("\xFF\xD8\xFF\xE0 pixels");
    return id3Frame2 ("TT2", zero() + "The Episode") + id3Frame2 ("TP1", zero() + "Anna")
           + id3Frame2 ("TAL", std::string ("\1\xFF\xFES\0h\0o\0w\0", 11))
           + id3Frame2 ("TYE", zero() + "2001") + id3Frame2 ("COM", zero() + "eng" + zero() + "Remark")
           + id3Frame2 ("TCP", zero() + "1") + id3Frame2 ("PIC", zero() + "JPG\3" + zero() + picture);
}

} // namespace

TEST_CASE ("A v2.2 tag's title and album are read")
{
    const TemporaryFolder folder;
    const auto file = folder.file ("a.mp3", id3Tag (2, oldFrames()) + bytesOf (bareMp3 (2)));
    const auto read = must (readTaggedFile (file));
    CHECK (read.outline.episode.title == "The Episode");
    CHECK (read.outline.episode.show == "Show");
    CHECK (read.lists.empty());
}

TEST_CASE ("A v2.2 tag becomes v2.3 with the same values, as mutagen reads them")
{
    needModule ("mutagen");
    const TemporaryFolder folder;
    const auto body = oldFrames();

    for (const bool unsynchronised : { false, true })
    {
        const auto tag = unsynchronised ? id3Tag (2, id3Unsynchronised (body), 0x80) : id3Tag (2, body);
        const auto file = folder.file ("a.mp3", tag + bytesOf (bareMp3 (2)));
        const auto audio = audioHash (file);
        const auto before = readBy ({ "mutagen-tags" }, file);
        const auto plan = tagInPlace (file, evenOutline (2, 1000));
        CHECK (plan.edit.changes.front().contains ("ID3v2.3"));

        const auto checked = checkId3 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["version"] == 3);
        CHECK (Json::diff (before["mutagen-tags"], readBy ({ "mutagen-tags" }, file)["mutagen-tags"])
               == Json::array());
        CHECK (must (readTaggedFile (file)).outline.chapters.size() == 2);
        CHECK (audioHash (file) == audio);
    }
}

TEST_CASE ("A picture gets a MIME type for its three letters")
{
    const auto converted = [] (std::string body)
    {
        return must (id3::fromVersion2 ({ .version = 2, .frames = { { "PIC", 0, std::move (body) } } }))
            .front();
    };
    CHECK (converted (zero() + "PNG\3" + zero() + "x").body
           == zero() + "image/png" + zero() + "\3" + zero() + "x");
    CHECK (converted (zero() + "-->\3" + zero() + "x").body == zero() + "-->" + zero() + "\3" + zero() + "x");
    CHECK (converted (zero() + "JPG\3" + zero() + "x").id == "APIC");
    CHECK (mustFail (id3::fromVersion2 ({ .version = 2, .frames = { { "PIC", 0, "x" } } })).kind
           == Error::Kind::malformed);
}

TEST_CASE ("A v2.2 frame without a form in v2.3 stops the write, which says its name")
{
    for (const auto* id : { "CRM", "LNK", "ZZZ" })
    {
        const TemporaryFolder folder;
        const auto bytes = id3Tag (2, id3Frame2 (id, "x")) + bytesOf (bareMp3 (2));
        const auto file = folder.file ("a.mp3", bytes);
        CHECK (mustFail (planWrite (file, evenOutline (2, 1000))).message.contains (id));
        CHECK (must (readTaggedFile (file)).lists.empty());
    }
}

} // namespace earmark
