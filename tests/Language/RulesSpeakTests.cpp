// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Language/English.h"
#include "Language/Translation.h"
#include "Support/Speaking.h"
#include "Support/SpoiltFacts.h"
#include "Support/SpoiltOutlines.h"
#include "Support/SpoiltTags.h"
#include "Tagging/Lint/FileLint.h"
#include "Tagging/PlayerViews/PlayerView.h"
#include "Tagging/Profile.h"

#include <catch2/catch_test_macros.hpp>

// What rules say, how they are broken, and what players make of files, where German is spoken.

namespace earmark::tests
{

namespace
{

/** Names of players and programs, which are the same in every language. */
const Said names { "AntennaPod",
                   "AntennaPod (M4A)",
                   "AntennaPod, Pocket Casts, Apple Podcasts",
                   "Apple Podcasts",
                   "FFmpeg, mpv",
                   "FFmpeg, mpv, VLC",
                   "Overcast",
                   "Pocket Casts",
                   "Spotify",
                   "VLC 3",
                   "VLC 4",
                   "YouTube" };

/** Adds what each rule says of these; each has something to say of one at least. */
void addComplaintsOf (std::span<const RuleFor<FileFacts>> rules,
                      const std::vector<FileFacts>& files,
                      Said& all)
{
    for (const auto& rule : rules)
    {
        Findings findings;

        for (const auto& facts : files)
            addComplaints (rule.rule, rule.check (facts), findings);

        INFO (rule.rule.id);
        CHECK_FALSE (findings.empty());

        for (const auto& finding : findings)
            all.insert (finding.message);
    }
}

void addViews (const FileFacts& facts, const std::string& bytes, Said& remarks)
{
    for (const auto* player : players())
        if (auto view = player->view (MemorySource (bytes), facts); ! view.remark.empty())
            remarks.insert (std::move (view.remark));
}

} // namespace

TEST_CASE ("Every rule says in German whom it concerns, what they see and what to do", "[language]")
{
    Said texts;

    for (const auto& group : allRules())
        for (const auto* rule : group.rules)
            for (const auto text : { rule->players, rule->meaning, rule->fix })
                if (! names.contains (std::string (text)))
                    texts.emplace (text);

    CHECK (untranslated (texts) == Said());
    CHECK (texts.size() > 120);
}

TEST_CASE ("What breaks a rule about lists is said in German", "[language]")
{
    Said texts;

    for (const auto* rule : rulesAboutLists())
    {
        INFO (rule->id);
        auto outline = soundOutline();
        spoil (outline, std::string (rule->id));
        std::size_t count = 0;

        for (const auto& finding : lintOutline (outline, soundLength))
            if (finding.rule == rule)
            {
                texts.insert (finding.message);
                ++count;
            }

        CHECK (count > 0);
    }

    CHECK (untranslated (texts) == Said());

    auto untitled = evenOutline (20, 60'000);

    for (auto& chapter : untitled.chapters)
        chapter.title.clear();

    texts.clear();

    for (const auto& finding : lintOutline (untitled, soundLength))
        texts.insert (finding.message);

    CHECK (untranslated (texts) == Said());
    CHECK (texts.contains ("And 15 more like this."));

    auto wordy = evenOutline (12, 60'000);
    texts.clear();

    for (std::size_t i = 0; i < wordy.chapters.size(); ++i)
    {
        wordy.chapters[i].title = std::string (63, 'x');

        for (const auto& finding : lintOutline (wordy, soundLength))
            if (finding.rule->id == "title-over-62-characters")
                texts.insert (finding.message);
    }

    CHECK (untranslated (texts) == Said());
    CHECK (texts.contains ("The titles of chapters 1, 2 have more than 62 characters."));
    CHECK (texts.contains ("The titles of chapters 1\u201310 and 2 more have more than 62 characters."));
}

TEST_CASE ("What breaks a rule about files is said in German", "[language]")
{
    Said texts;
    std::vector<FileFacts> tags;

    for (const auto& spoilt : spoiltTags())
        tags.push_back (factsOf (spoilt));

    auto others = spoiltMovies();
    std::ranges::move (otherSpoiltFiles(), std::back_inserter (others));
    addComplaintsOf (id3ContentsRules(), tags, texts);
    addComplaintsOf (id3Rules(), tags, texts);
    addComplaintsOf (mp4Rules(), others, texts);
    addComplaintsOf (otherFileRules(), others, texts);
    CHECK (untranslated (texts) == Said());
}

TEST_CASE ("What players make of files is said in German", "[language]")
{
    Said remarks, about;

    for (const auto& spoilt : spoiltTags())
        addViews (factsOf (spoilt), id3Tag (spoilt.version, spoilt.body, spoilt.flags), remarks);

    for (const auto& facts : spoiltMovies())
        addViews (facts, {}, remarks);

    // Nero's list with a chapter that is not there, and with a title of 200 bytes.
    const auto one = std::string (5, '\0') + bytes::big32 (1);
    addViews (factsOfMovie ({}, one), {}, remarks);
    addViews (factsOfMovie ({}, one + std::string (8, '\0') + '\xC8' + std::string (200, 'x')), {}, remarks);
    addViews (factsOfComments (manyComments (101)), {}, remarks);

    for (const auto& outline : { evenOutline (2, 60'000), evenOutline (4, 5'000), evenOutline (4, 100) })
    {
        auto facts = factsOf ("wav");
        facts.stored = outline;
        addViews (facts, {}, remarks);
        facts.stored.chapters.front().start = Position::fromSeconds (5);
        addViews (facts, {}, remarks);
    }

    CHECK (untranslated (remarks) == Said());
    CHECK (remarks.size() >= 20);

    for (const auto* player : players())
    {
        about.emplace (nameOf (player->basis));

        if (! names.contains (std::string (player->name)))
            about.emplace (player->name);
    }

    CHECK (untranslated (about) == Said());
}

TEST_CASE ("What a write is for is said in German", "[language]")
{
    Said promises;

    for (const auto& profile : profiles())
        promises.emplace (profile.promise);

    CHECK (promises.size() == 4);
    CHECK (untranslated (promises) == Said());
}

TEST_CASE ("Titles stay what they are in what is said about them, and are quoted as in German", "[language]")
{
    const Speaking german (Language::german);
    CHECK (trMade ("'no picture' is hidden.") == "„no picture“ ist verborgen.");
    CHECK (trMade ("'It’s 'all' here' and chapter 3 both begin at 1:00.")
           == "„It’s 'all' here“ und Kapitel 3 beginnen beide bei 1:00.");
    CHECK (trMade ("The picture of 'Pocket Casts on iOS' has 100 × 90 pixels.")
           == "Das Bild von „Pocket Casts on iOS“ hat 100 × 90 Pixel.");
    CHECK (trMade ("The picture of chapter 3, “all” is left out. The picture is damaged and cannot be read.")
           == "Das Bild von Kapitel 3, „all“ ist ausgelassen. Das Bild ist beschädigt und lässt sich nicht "
              "lesen.");
    CHECK (
        trMade ("Spotify reads no chapters from files, and none from the description: chapter 2 is shorter "
                "than 1 s.")
        == "Spotify liest keine Kapitel aus Dateien, und auch keine aus der Beschreibung: Kapitel 2 ist "
           "kürzer als 1 s.");
}

} // namespace earmark::tests
