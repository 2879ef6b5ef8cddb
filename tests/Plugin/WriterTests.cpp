// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Writer.h"

#include "Plugin/MessageQueue.h"
#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <algorithm>
#include <optional>

namespace earmark::tests
{

namespace
{

/** A writer with its services, used as a session uses them. */
struct Desk
{
    TemporaryFolder folder;
    MessageQueue messages;
    std::vector<std::filesystem::path> wrote;
    Writer writer { messages.post(), [this] (const std::filesystem::path& file) { wrote.push_back (file); } };
    Services services;

    Desk() { writer.provide (services); }

    Result<WritePreview>
    plan (const std::filesystem::path& file, const Outline& outline, WriteWishes wishes = { "safe" })
    {
        std::optional<Result<WritePreview>> answer;
        services.planWrite (
            file.string(), outline, wishes, [&] (Result<WritePreview> planned) { answer = planned; });
        messages.runUntil ([&] { return answer.has_value(); });
        return *answer;
    }

    Result<WriteProof> write (const WritePreview& shown)
    {
        std::optional<Result<WriteProof>> answer;
        services.writeChapters (shown, [] (double) {}, [&] (Result<WriteProof> proof) { answer = proof; });
        messages.runUntil ([&] { return answer.has_value(); });
        return *answer;
    }

    std::vector<PlayerList> asPlayersShow (const std::filesystem::path& file,
                                           const std::shared_ptr<const void>& plan)
    {
        std::optional<Result<std::vector<PlayerList>>> answer;
        services.showAsPlayers (
            file.string(), plan, [&] (Result<std::vector<PlayerList>> lists) { answer = lists; });
        messages.runUntil ([&] { return answer.has_value(); });
        return must (*answer);
    }
};

} // namespace

TEST_CASE ("A write is proven from the disk, and its page shows it", "[plugin][write]")
{
    Desk desk;
    const auto mp3 = desk.folder.copyOf (mp3Sample (10), "a.mp3"),
               m4a = desk.folder.copyOf (m4aFaststart (10), "a.m4a");
    auto outline = evenOutline (3, 2000);
    outline.chapters[2].title = "Grüße & <b>";
    std::vector<WriteProof> proofs;

    for (const auto& file : { mp3, m4a })
    {
        CAPTURE (file.string());
        const auto shown = must (desk.plan (file, outline));
        CHECK (shown.chapters == 3);
        CHECK_FALSE (shown.changesNothing);
        const auto before = std::filesystem::file_size (file);
        const auto proof = must (desk.write (shown));
        CHECK (proof.chapters == 3);
        CHECK (proof.first == "Part 1");
        CHECK (proof.last == "Grüße & <b>");
        CHECK (proof.isAudioSame());
        CHECK (proof.bytesBefore == before);
        CHECK (proof.bytesAfter == std::filesystem::file_size (file));
        CHECK (proof.problem.empty());
        CHECK (must (desk.plan (file, outline)).changesNothing);
        proofs.push_back (proof);
    }

    CHECK (desk.wrote == std::vector { mp3, m4a });

    const auto page = desk.folder / "proof.html";
    must (desk.services.writeProofPage (page.string(), proofs));
    const auto html = bytesOf (page);
    CHECK (html.contains ("a.mp3"));
    CHECK (html.contains ("a.m4a"));
    CHECK (html.contains ("Grüße &amp; &lt;b&gt;"));
    CHECK_FALSE (desk.services.writeProofPage ((desk.folder / "no/such/folder.html").string(), proofs));
}

TEST_CASE ("A plan says what players would show wrongly, and what it repairs", "[plugin][write]")
{
    Desk desk;
    const auto mp3 = desk.folder.copyOf (mp3Sample (10), "a.mp3");
    auto late = evenOutline (3, 2000);
    late.chapters.erase (late.chapters.begin());
    const auto has = [] (const Findings& findings, std::string_view id)
    { return std::ranges::any_of (findings, [&] (const Finding& f) { return f.rule->id == id; }); };
    const auto shown = must (desk.plan (mp3, late));
    CHECK (has (shown.findings, "first-not-at-zero"));
    CHECK (has (must (desk.write (shown)).findings, "first-not-at-zero"));

    // The file's complaint goes with chapters that begin at 0:00.
    const auto mended = must (desk.plan (mp3, evenOutline (3, 2000)));
    CHECK_FALSE (has (mended.findings, "first-not-at-zero"));
    CHECK (has (mended.repaired, "first-not-at-zero"));
}

TEST_CASE ("Players show a planned file as they show it once it is written", "[plugin][write]")
{
    Desk desk;
    const auto m4a = desk.folder.copyOf (m4aFaststart (10), "a.m4a");
    const auto shown = must (desk.plan (m4a, evenOutline (3, 2000)));
    const auto planned = desk.asPlayersShow (m4a, shown.plan);
    CHECK (std::ranges::all_of (desk.asPlayersShow (m4a, nullptr),
                                [] (const PlayerList& list) { return list.rows.empty(); }));
    must (desk.write (shown));
    CHECK (desk.asPlayersShow (m4a, nullptr) == planned);
    CHECK (std::ranges::any_of (planned,
                                [] (const PlayerList& list)
                                { return list.rows.size() == 3 && list.rows[1].title == "Part 2"; }));
}

TEST_CASE ("A write that is stopped before it begins leaves the file alone", "[plugin][write]")
{
    Desk desk;
    const auto mp3 = desk.folder.copyOf (mp3Sample (10), "a.mp3");
    const auto before = bytesOf (mp3);
    const auto shown = must (desk.plan (mp3, evenOutline (3, 2000)));

    // The first of two is likely to be carried out; the second waits behind it, and is not.
    std::vector<Result<WriteProof>> answers;

    for (int i = 0; i < 2; ++i)
        desk.services.writeChapters (
            shown, [] (double) {}, [&] (Result<WriteProof> proof) { answers.push_back (proof); });

    desk.services.stopWriting();
    desk.messages.runUntil ([&] { return answers.size() == 2; });
    CHECK_FALSE (answers[1]);
    CHECK ((answers[0] || bytesOf (mp3) == before));
}

TEST_CASE ("All destinations are written, read back and told one by one", "[plugin][write]")
{
    Desk desk;
    const auto mp3 = desk.folder.copyOf (mp3Sample (60), "a.mp3");
    const auto outline = evenOutline (3, 20'000);
    must (desk.write (must (desk.plan (mp3, outline))));
    std::vector<PublishedPlace> places;
    bool isDone = false;
    const auto publish = [&] (const Outline& list)
    {
        places.clear();
        isDone = false;
        desk.services.publish (
            desk.folder.path().string(),
            "a",
            list,
            { mp3.string() },
            [&] (PublishedPlace place) { places.push_back (std::move (place)); },
            [&] { isDone = true; });
        desk.messages.runUntil ([&] { return isDone; });
    };

    publish (outline);
    REQUIRE (places.size() == 8);
    CHECK (std::ranges::all_of (places, &PublishedPlace::isGood));
    CHECK (places.front().name == "a.mp3");
    CHECK (places.back().name == "a.notes.html");

    // The audio has not got this one.
    publish (evenOutline (3, 25'000));
    CHECK_FALSE (places.front().isGood);
    CHECK (places.back().isGood);
}

TEST_CASE ("What a writer answers after it has gone is heard by nobody", "[plugin][write]")
{
    const TemporaryFolder folder;
    MessageQueue messages;
    bool isHeard = false;
    {
        Writer writer (messages.post());
        Services services;
        writer.provide (services);
        services.planWrite (folder.copyOf (mp3Sample (10), "a.mp3").string(),
                            evenOutline (3, 2000),
                            {},
                            [&] (Result<WritePreview>) { isHeard = true; });
    }
    messages.runWaiting();
    CHECK_FALSE (isHeard);
}

} // namespace earmark::tests
