// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Audit.h"

#include "Support/Id3Tags.h"
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

// The audit is asked about sound edits that somebody damaged afterwards: each kind of harm has to be seen and named.

namespace earmark
{

namespace
{

using namespace tests;

const Outline three = evenOutline (3, 1000);

/** A file and the edit that puts three chapters into it. */
struct Case
{
    Case (const std::string& bytes, std::string_view name) : file (folder.file (name, bytes)) {}

    TemporaryFolder folder;
    std::filesystem::path file;
    WritePlan plan = must (planWrite (file, three, { .episodeTags = EpisodeTags::keep }));

    std::string result() const
    {
        std::string bytes (std::size_t (plan.edit.result.size()), '\0');
        must (plan.edit.result.read (0, bytes.data(), bytes.size()));
        return bytes;
    }

    std::uint64_t at (std::string_view bytes) const
    {
        const auto found = result().find (bytes);
        REQUIRE (found != std::string::npos);
        return found;
    }

    /** What the audit says of the edit after something happened to it. */
    std::string objectionTo (const std::function<void (ContainerEdit&)>& harm) const
    {
        auto edit = plan.edit;
        harm (edit);

        if (const auto fine = auditEdit (*plan.container, edit); ! fine)
            return fine.error().message;

        const auto fine =
            auditChapters (*plan.container, std::make_shared<EditedSource> (edit.result), edit.expected);
        return fine ? "" : fine.error().message;
    }

    /** Also that the sentence names what is wrong, and that nothing was written. */
    void checkSeen (std::string_view what, const std::function<void (PieceTable&)>& harm) const
    {
        const auto message = objectionTo ([&] (ContainerEdit& edit) { harm (edit.result); });
        INFO (message);
        CHECK (message.find (what) != std::string::npos);
        CHECK (message.find ("nothing was written") != std::string::npos);
    }
};

const std::string owner ("org.example\0secret", 18);

std::string taggedMp3()
{
    return id3Tag (3, id3Frame3 ("TIT2", std::string ("\0Title", 6)) + id3Frame3 ("PRIV", owner))
           + bytesOf (bareMp3 (10));
}

std::string taggedMovie (bool moovFirst)
{
    MiniMovie movie { .moovFirst = moovFirst };
    movie.insideMoov = box ("udta", box ("name", "somebody's own"));
    movie.behindMoov = box ("uuid", std::string (16, 'u') + "foreign");
    return movie.bytes();
}

} // namespace

TEST_CASE ("The audit lets sound edits pass")
{
    const Case mp3 (taggedMp3(), "a.mp3"), mp4 (taggedMovie (true), "a.m4a");
    CHECK (mp3.objectionTo ([] (ContainerEdit&) {}).empty());
    CHECK (mp4.objectionTo ([] (ContainerEdit&) {}).empty());
}

TEST_CASE ("The audit sees harm to the frames and the audio of an MP3")
{
    const Case mp3 (taggedMp3(), "a.mp3");
    const auto audio = mp3.plan.edit.result.size() - bytesOf (bareMp3 (10)).size();

    SECTION ("a byte of a foreign frame")
    {
        mp3.checkSeen ("would change", [&] (PieceTable& t) { t.replace (mp3.at (owner), 1, "X"); });
    }

    SECTION ("a foreign frame's name")
    {
        mp3.checkSeen ("PRIV", [&] (PieceTable& t) { t.replace (mp3.at ("PRIV"), 4, "PRIW"); });
    }

    SECTION ("a foreign frame that is gone")
    {
        const auto begin = mp3.at ("PRIV");
        const auto length = 10 + owner.size();
        mp3.checkSeen ("PRIV' would be lost",
                       [&] (PieceTable& t)
                       {
                           // The same length of padding at the tag's end keeps all else sound.
                           t.remove (begin, length);
                           t.insert (audio - length, std::string (length, '\0'));
                       });
    }

    SECTION ("audio that is the same but not the file's own")
    {
        const auto byte = bytesOf (bareMp3 (10)).substr (1000, 1);
        mp3.checkSeen ("audio", [&] (PieceTable& t) { t.replace (audio + 1000, 1, byte); });
    }

    SECTION ("audio that is cut")
    {
        mp3.checkSeen ("audio", [&] (PieceTable& t) { t.remove (audio + 5000, 417); });
    }

    SECTION ("something behind the audio")
    {
        mp3.checkSeen ("", [&] (PieceTable& t) { t.insert (t.size(), "TAG" + std::string (125, 'x')); });
    }

    SECTION ("a chapter's title")
    {
        mp3.checkSeen ("Part", [&] (PieceTable& t) { t.replace (mp3.at ("Part 2") + 5, 1, "9"); });
    }

    SECTION ("a chapter's start")
    {
        const auto times = id3Plain (1000) + id3Plain (2000);
        mp3.checkSeen ("reads back", [&] (PieceTable& t) { t.replace (mp3.at (times) + 3, 1, "x"); });
    }
}

TEST_CASE ("The audit sees harm to the atoms and the audio of an MP4")
{
    for (const bool moovFirst : { true, false })
    {
        INFO ((moovFirst ? "moov first" : "moov last"));
        const Case mp4 (taggedMovie (moovFirst), "a.m4a");

        // A byte of a foreign atom, at any depth, and its name.
        mp4.checkSeen ("would change", [&] (PieceTable& t) { t.replace (mp4.at ("somebody"), 1, "X"); });
        mp4.checkSeen ("would not be found",
                       [&] (PieceTable& t) { t.replace (mp4.at ("uuuuforeign") + 8, 1, "X"); });
        mp4.checkSeen ("'", [&] (PieceTable& t) { t.replace (mp4.at ("somebody") - 4, 4, "eman"); });

        // A chunk that the table looks for one byte beside its place, and audio that is another's.
        const auto offset = mp4.at ("stco") + 4 + 4 + 4 + 3;
        const auto low = mp4.result().substr (offset, 1);
        mp4.checkSeen ("",
                       [&] (PieceTable& t) { t.replace (offset, 1, std::string (1, char (low[0] + 1))); });

        // Both lists, and a list that is gone.
        const auto chpl = mp4.at ("chpl");
        mp4.checkSeen ("Nero",
                       [&] (PieceTable& t) { t.replace (mp4.result().find ("Part 2", chpl) + 5, 1, "9"); });
        mp4.checkSeen ("", [&] (PieceTable& t) { t.replace (chpl, 4, "free"); });
        mp4.checkSeen ("", [&] (PieceTable& t) { t.replace (mp4.at ("text"), 4, "TEXT"); });
    }
}

TEST_CASE ("The audit sees harm to a tag behind an MP4")
{
    for (const bool moovFirst : { true, false })
    {
        INFO ((moovFirst ? "moov first" : "moov last"));
        const Case mp4 (taggedMovie (moovFirst) + "TAG" + std::string (125, 'x'), "a.m4a");
        const auto end = mp4.plan.edit.result.size();
        CHECK (mp4.objectionTo ([] (ContainerEdit&) {}).empty());
        mp4.checkSeen ("would not be found", [&] (PieceTable& t) { t.replace (end - 1, 1, "X"); });
        mp4.checkSeen ("behind the last atom", [&] (PieceTable& t) { t.remove (end - 128, 128); });
    }
}

TEST_CASE ("An edit that takes another one back may change all but the audio")
{
    const Case mp3 (taggedMp3(), "a.mp3");
    const auto objection = [&] (std::uint64_t place)
    {
        return mp3.objectionTo (
            [&] (ContainerEdit& edit)
            {
                edit.takesBack = true;
                edit.result.replace (place, 1, "X");
            });
    };
    CHECK (objection (mp3.at (owner)).empty());

    const auto audio = mp3.plan.edit.result.size() - bytesOf (bareMp3 (10)).size();
    CHECK (objection (audio + 1000).find ("the audio") != std::string::npos);
}

TEST_CASE ("The audit looks at the file as it lies on the disk")
{
    const Case mp3 (taggedMp3(), "a.mp3");
    auto bytes = mp3.result();
    const auto written = [&] { return must (FileSource::open (mp3.folder.file ("new.mp3", bytes))); };
    CHECK (auditWritten (*mp3.plan.container, mp3.plan.edit, written()));

    SECTION ("a byte of a frame")
    {
        bytes[std::size_t (mp3.at (owner))] = 'X';
        CHECK_FALSE (auditWritten (*mp3.plan.container, mp3.plan.edit, written()));
    }

    SECTION ("a file that is cut")
    {
        bytes.pop_back();
        const auto seen = mustFail (auditWritten (*mp3.plan.container, mp3.plan.edit, written()));
        CHECK (seen.message.find ("wrong length") != std::string::npos);
    }
}

} // namespace earmark
