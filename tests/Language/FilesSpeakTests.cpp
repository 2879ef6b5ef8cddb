// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Language/English.h"
#include "Language/Translation.h"
#include "Support/Movies.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Speaking.h"
#include "Support/SpoiltTags.h"
#include "Tagging/Audit.h"
#include "Tagging/Losses.h"
#include "Tagging/Xiph/ChapterComments.h"
#include "Waveform/Damage.h"

#include <catch2/catch_test_macros.hpp>

// What reading and writing audio files says, where German is spoken: errors, notices, changes.

namespace earmark::tests
{

namespace
{

const Container& mp4Files()
{
    return **std::ranges::find (containers(), "mp4", &Container::id);
}

/** Adds why no container can read these bytes, and what those say that can. */
void addReadings (const std::string& bytes, Said& texts)
{
    const auto source = std::make_shared<MemorySource> (bytes);

    for (const auto* container : containers())
        if (const auto reading = container->read (source))
            for (const auto& notice : reading->notices)
                texts.insert (notice.message);
        else
            texts.insert (reading.error().message);
}

void addEdit (const Result<ContainerEdit>& edit, Said& texts)
{
    if (! edit)
    {
        texts.insert (edit.error().message);
        return;
    }

    texts.insert (edit->changes.begin(), edit->changes.end());

    for (const auto& notice : edit->notices)
        texts.insert (notice.message);
}

Result<ContainerEdit> written (const MiniMovie& movie, const Outline& outline)
{
    return mp4Files().write (std::make_shared<MemorySource> (movie.bytes()), outline, {});
}

/** Everything that some container does not hold. */
Outline fullOutline()
{
    auto outline = evenOutline (4, 5'000);
    auto& c = outline.chapters;
    outline.episode = { .show = "Some show", .title = "First episode" };
    outline.episode.cover = LinkedImage { "https://example.com/cover.jpg" };
    c[0].start = Position::fromSeconds (2);
    c[0].summary = "About";
    c[0].end = Position::fromSeconds (3);
    c[1].link = Link { "https://example.com/" + std::string (300, 'x'), {} };
    c[1].image = LinkedImage { "https://example.com/1.jpg" };
    c[2].inContents = false;
    c[2].image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("\x89PNG") };
    c[3].title = std::string (300, 'x');
    c[3].level = 1;
    return outline;
}

} // namespace

TEST_CASE ("What is wrong with damaged audio files is said in German", "[language]")
{
    Said texts;
    const auto le32 = [] (std::uint32_t n) { return bytes::toLittle (n); };
    const auto movie = MiniMovie {}.bytes();

    for (const auto& bytes : {
             std::string(),
             "RIFF" + le32 (100) + "WAVE",
             "RIFF" + le32 (4) + "WAVE",
             "RIFF" + le32 (20) + "WAVEdata" + le32 (1000) + "xxxx",
             "RF64" + le32 (0xFFFFFFFF) + "WAVEdata" + le32 (0xFFFFFFFF),
             "FORM" + bytes::big32 (4) + "AIFF",
             std::string ("fLaC\x84\0\0\4xxxx", 12),
             std::string ("fLaC\x80\0\xFF\xFFxxxx", 12),
             "OggS" + std::string (23, '\0') + std::string ("\1\4xxxx"),
             "OggS" + std::string (200, 'x'),
             std::string ("\x1A\x45\xDF\xA3\x80", 5),
             std::string ("\x1A\x45\xDF\xA3\x80\x18\x53\x80\x67\xFF\x12\x54\xC3\x67\x8Fx", 16),
             id3Tag (3, "xxxx", 0, 1000),
             id3Tag (3, std::string ("TIT2\0\0\xFF\xFF\0\0x", 11)),
             id3Tag (5, "xxxx"),
             id3Tag (2, "xxxx", 0x40),
             id3Tag (3, "xxxx", 0x40),
             movie.substr (0, movie.size() / 2),
             movie.substr (0, 60),
             movie + movie.substr (24),
             box ("ftyp", "M4A ") + box ("moov", {}),
             box ("ftyp", "M4A ") + box ("mdat", "xxxx"),
         })
        addReadings (bytes, texts);

    CHECK (untranslated (texts) == Said());
    CHECK (texts.size() > 15);
}

TEST_CASE ("What a write would change or lose, and why it is refused, is said in German", "[language]")
{
    Said texts;
    const auto handler = fullBox ("hdlr", 0, 0, std::string (20, '\0'));
    const auto brokenHeader = [] (std::string_view type)
    {
        auto bytes = MiniMovie {}.bytes();
        return bytes.replace (bytes.find (type), 4, "free");
    };

    addEdit (written ({}, fullOutline()), texts);
    addEdit (written ({}, evenOutline (300, 100)), texts);
    addEdit (written ({ .sampleFormat = "enca" }, evenOutline (2, 1'000)), texts);
    addEdit (written ({ .handler = "vide" }, evenOutline (2, 1'000)), texts);
    addEdit (written ({ .seconds = 1 }, evenOutline (2, 1'000)), texts);
    addEdit (written ({ .atEnd = fullBox ("meta", 0, 0, handler) }, evenOutline (2, 1'000)), texts);
    addEdit (written ({ .sampleTable = box ("stbl", {}) }, evenOutline (2, 1'000)), texts);

    for (const auto* type : { "mvhd", "tkhd", "stsz", "stts" })
        addEdit (mp4Files().write (
                     std::make_shared<MemorySource> (brokenHeader (type)), evenOutline (2, 1'000), {}),
                 texts);

    auto early = evenOutline (6, 0);
    early.chapters[0].start = Position::fromSeconds (-2);
    early.chapters[1].title.clear();
    early.chapters[2].kind = Chapter::Kind::note;
    early.chapters[3].end = Position::fromSeconds (90);

    for (const auto& outline : { early, evenOutline (2, 90'000), fullOutline() })
        if (const auto plan = planChapters (outline, Duration::fromSeconds (60)))
        {
            for (const auto& notice : plan->notices)
                texts.insert (notice.message);

            for (const auto& notice : lossesOf (*plan, "a Matroska file", {}))
                texts.insert (notice.message);

            for (const auto& notice : xiph::noticesFor (*plan))
                texts.insert (notice.message);
        }
        else
        {
            texts.insert (plan.error().message);
        }

    CHECK (untranslated (texts) == Said());
    CHECK (texts.size() > 25);

    const Speaking german (Language::german);
    CHECK (trMade ("the title is set to 'the album'") == "der Titel wird „the album“");
    CHECK (trMade ("3 chapters have links; a Matroska file does not hold them.")
           == "3 Kapitel mit Link; eine Matroska-Datei fasst ihn nicht.");
}

TEST_CASE ("What the check before a write objects to is said in German", "[language]")
{
    Said texts;
    auto edit = must (written ({}, fullOutline()));
    const auto result = std::make_shared<EditedSource> (edit.result);
    const auto object = [&] (const Result<void>& checked) { texts.insert (mustFail (checked).message); };
    const auto objectToLists = [&] (auto&& change)
    {
        auto lists = edit.expected;
        change (lists);
        object (auditChapters (mp4Files(), result, lists));
    };
    objectToLists ([] (auto& lists) { lists.pop_back(); });
    objectToLists ([] (auto& lists) { lists[0].chapters.pop_back(); });
    objectToLists ([] (auto& lists) { lists[0].chapters[1].title = "Other"; });
    objectToLists ([] (auto& lists) { lists[0].chapters[1].link = Link { "https://example.com", {} }; });

    edit.changedItems.clear();
    object (auditEdit (mp4Files(), edit));
    object (auditWritten (mp4Files(), edit, std::make_shared<MemorySource> ("x")));
    object (auditWritten (
        mp4Files(), edit, std::make_shared<MemorySource> (std::string (std::size_t (result->size()), 'x'))));
    CHECK (untranslated (texts) == Said());
    CHECK (texts.size() == 7);
}

TEST_CASE ("What a decoder finds wrong with a file is said in German", "[language]")
{
    constexpr int sampleRate = 48'000;
    Damage one, several;
    one.broken (sampleRate);
    one.endedEarly (2 * sampleRate, 10 * sampleRate);
    several.broken (sampleRate);
    several.broken (5 * sampleRate);
    several.unreadable (7 * sampleRate);
    Said texts;

    for (const auto& damage : { one, several })
        for (const auto& notice : damage.notices (sampleRate))
            texts.insert (notice.message);

    CHECK (untranslated (texts) == Said());
    CHECK (texts.size() == 4);
}

TEST_CASE ("Lists of chapters and parts of files have German names", "[language]")
{
    const Speaking german (Language::german);
    CHECK (trMade ("The cue points list has 3 chapters, the ID3v2 CHAP list 4.")
           == "Die Liste Cue-Punkte hat 3 Kapitel, die Liste ID3v2 CHAP 4.");
    CHECK (trMade ("The Matroska list has 3 chapters, the Matroska edition 2 list 4.")
           == "Die Liste Matroska hat 3 Kapitel, die Liste Matroska-Edition 2 4.");
    CHECK (trMade ("the CUESHEET block is taken out") == "CUESHEET-Block wird entfernt");
    CHECK (trMade ("name of the encoder") == "Name des Encoders");
    CHECK (trMade ("comment ALBUM") == "Kommentar ALBUM");
    CHECK (trMade ("frame TIT2") == "Frame TIT2");
    CHECK (trMade ("chunk 'LIST'") == "Chunk „LIST“");
    CHECK (trMade ("block of type 5") == "Block vom Typ 5");
}

} // namespace earmark::tests
