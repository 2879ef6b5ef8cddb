// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Patterns.h"
#include "Language/Translation.h"
#include "Support/Speaking.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A choice of language is kept by its name", "[language]")
{
    for (const auto choice : { LanguageChoice::system, LanguageChoice::english, LanguageChoice::german })
        CHECK (languageNamed (nameOf (choice)) == choice);

    CHECK (languageNamed ("") == LanguageChoice::system);
    CHECK (languageNamed ("klingon") == LanguageChoice::system);
}

TEST_CASE ("The system's language counts where nothing else was chosen", "[language]")
{
    CHECK (languageFor (LanguageChoice::system, "de") == Language::german);
    CHECK (languageFor (LanguageChoice::system, "de-AT") == Language::german);
    CHECK (languageFor (LanguageChoice::system, "de_CH.UTF-8") == Language::german);
    CHECK (languageFor (LanguageChoice::system, "den") == Language::english);
    CHECK (languageFor (LanguageChoice::system, "fr") == Language::english);
    CHECK (languageFor (LanguageChoice::system, "") == Language::english);
    CHECK (languageFor (LanguageChoice::english, "de") == Language::english);
    CHECK (languageFor (LanguageChoice::german, "en") == Language::german);
}

TEST_CASE ("What has no row is said in English", "[language]")
{
    const Speaking german (Language::german);
    CHECK (tr ("Save") == "Speichern");
    CHECK (tr ("A sentence that nobody says.") == "A sentence that nobody says.");
    CHECK (translations (Language::english).empty());
}

TEST_CASE ("Values come to their places, and numbers have their forms", "[language]")
{
    CHECK (tr (std::size_t (1), "{} file", "{} files") == "1 file");
    CHECK (tr (std::size_t (0), "{} file", "{} files") == "0 files");
    CHECK (tr ("{} of {} accepted", 3, 16) == "3 of 16 accepted");

    const Speaking german (Language::german);
    CHECK (tr (std::size_t (1), "{} file", "{} files") == "1 Datei");
    CHECK (tr (std::size_t (2), "{} file", "{} files") == "2 Dateien");
    CHECK (tr ("{} of {} accepted", 3, 16) == "3 von 16 angenommen");
    CHECK (tr ("speech begins {:.2f} s later", 0.125) == "Sprechbeginn 0.12 s später");
}

TEST_CASE ("A sentence that is there already is found, with the values that it was made of", "[language]")
{
    CHECK (trMade ("Remove 12 chapters") == "Remove 12 chapters");

    const Speaking german (Language::german);
    CHECK (trMade ("Move chapter") == "Kapitel setzen");
    CHECK (trMade ("Remove 12 chapters") == "12 Kapitel entfernen");
    CHECK (trMade ("Merge 3 chapters, keep my times") == "3 Kapitel abgleichen, meine Zeiten behalten");
    CHECK (trMade ("Take candidate 1") == "Vorschlag 1 nehmen");
    CHECK (trMade ("3 of 16 accepted") == "3 von 16 angenommen");
    CHECK (trMade ("Something 12 else") == "Something 12 else");
    CHECK (trMade ("Ends with 7") == "Ends with 7");
    CHECK (trMade ("Chapter 12") == "Kapitel 12");
    CHECK (trMade ("Chapter 3 is nobody's.") == "Chapter 3 is nobody's.");
    CHECK (trMade ("").empty());
}

TEST_CASE ("Several sentences are found one by one", "[language]")
{
    const Speaking german (Language::german);
    CHECK (trMade ("Stopped; the file is as it was. Waiting for a render.")
           == "Abgebrochen; die Datei ist, wie sie war. Wartet auf ein Rendern.");
    CHECK (
        trMade ("Only the file has 'Fog'. 'Dr. No' begins 3 s later in the file than in the outline.")
        == "Nur in der Datei steht „Fog“. „Dr. No“ beginnt in der Datei 3 s später als in der Gliederung.");
    CHECK (trMade ("Waiting for a render. Nobody says this. ")
           == "Wartet auf ein Rendern. Nobody says this. ");
}

TEST_CASE ("Every row finds what was made of it, and not another's", "[language]")
{
    const auto fill = [] (std::string_view row)
    {
        std::string sentence;
        int next = 11;

        for (auto open = row.find ('{'); open != std::string_view::npos; open = row.find ('{'))
        {
            const auto number = row[open + 1];
            sentence += row.substr (0, open);
            sentence += std::to_string (number >= '0' && number <= '9' ? number - '0' + 11 : next++);
            row.remove_prefix (row.find ('}') + 1);
        }

        return sentence += row;
    };

    const Speaking german (Language::german);

    for (const auto part : translations (Language::german))
        for (const auto& row : part)
            CHECK (trMade (fill (row.english)) == fill (row.other));
}

TEST_CASE ("Values are translated, too, and lists of them; quotations are not", "[language]")
{
    const Speaking german (Language::german);
    CHECK (trMade ("Podlove Simple Chapters cannot hold the author, the date.")
           == "Podlove Simple Chapters: kein Platz für den Autor, das Datum.");
    CHECK (trMade ("Show notes (HTML) cannot hold the author, the moon.")
           == "Shownotes (HTML): kein Platz für the author, the moon.");
    CHECK (trMade ("'the author' is hidden.") == "„the author“ ist verborgen.");
    CHECK (trMade ("chapter 3 is hidden.") == "Kapitel 3 ist verborgen.");
    CHECK (trMade ("'It ends at dawn' ends at 1:00, no later than it begins.")
           == "„It ends at dawn“ endet bei 1:00, nicht später, als es beginnt.");
    CHECK (trMade ("It was read as Cue sheet; it could as well be Web page (format 'html'), DAWproject "
                   "(format 'x').")
           == "Gelesen als Cuesheet; es könnte ebenso gut sein: Webseite („html“), DAWproject („x“).");
    CHECK (trMade ("There are several projects. Which one? 1: Fog. 2: Chapter 2.")
           == "Es gibt mehrere Projekte. Welches? 1: Fog. 2: Chapter 2.");
}

TEST_CASE ("A row with placeholders finds what was made of it", "[language]")
{
    using Values = std::vector<std::string_view>;
    const auto pattern =
        Pattern::of ({ "'{}' ends at {:.1f}, behind {}.", "Hinter {2} endet '{0}', bei {1}." });
    REQUIRE (pattern);
    CHECK (pattern->match ("'a, behind b' ends at 1.5, behind c, behind d.")
           == Values { "a, behind b", "1.5", "c, behind d" });
    CHECK (pattern->match ("'' ends at , behind .") == Values { "", "", "" });
    CHECK_FALSE (pattern->match ("'a' ends at 1, behind b"));
    CHECK_FALSE (pattern->match ("'a' ends at 1."));
    CHECK_FALSE (pattern->match ("'."));
    CHECK (pattern->isQuoted (0));
    CHECK_FALSE (pattern->isQuoted (1));
    CHECK (pattern->say ({ "a", "b", "c" }) == "Hinter c endet 'a', bei b.");

    CHECK_FALSE (Pattern::of ({ "Save", "Speichern" }));
    CHECK (Pattern::of ({ "{} of {}", "{} von {}" })->match ("3 of 16") == Values { "3", "16" });
    CHECK_FALSE (Pattern::of ({ "{} of {}", "{} von {}" })->match ("Half of it"));

    // A row without words takes quotations, but as a whole.
    const auto quotation = Pattern::of ({ "'{}'", "\u201e{}\u201c" });
    CHECK (quotation->match ("'any words'") == Values { "any words" });
    CHECK_FALSE (quotation->match ("'any words'."));
    CHECK (Pattern::of ({ "{}: '{}'", "" })->match ("12: 'any words'") == Values { "12", "any words" });
    CHECK_FALSE (Pattern::of ({ "{}: '{}'", "" })->match ("any: 'words'"));

    // What explains more of a sentence weighs more.
    CHECK (Pattern::of ({ "chapter {}, \u201c{}\u201d", "" })->weight()
           > Pattern::of ({ "chapter {}", "" })->weight());

    CHECK (Pattern::of ({ "{} ends at {}, early.", "" })->match ("'It ends at dawn' ends at 1:00, early.")
           == Values { "'It ends at dawn'", "1:00" });
    CHECK (Pattern::of ({ "{} ends at {}, early.", "" })->match ("'It ends at 1:00, early.")
           == Values { "'It", "1:00" });
    CHECK (Pattern::of ({ "The {0} of the {1} is {0}.", "" })->match ("The a of the b is c.")
           == Values { "c", "b" });
}

} // namespace earmark::tests
