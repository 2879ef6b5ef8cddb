// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Proof.h"

#include "Foundation/Text.h"
#include "Jobs/ProofPage.h"
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Speaking.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

using namespace tests;

TEST_CASE ("A proof names the tags of an MP4 in letters that a page can show")
{
    const TemporaryFolder folder;
    MiniMovie movie;
    movie.insideMoov = box (
        "udta",
        fullBox ("meta",
                 0,
                 0,
                 fullBox ("hdlr", 0, 0, std::string (4, '\0') + "mdirappl" + std::string (9, '\0'))
                     + box ("ilst",
                            box ("\251too", box ("data", boxNumber (1, 4) + boxNumber (0, 4) + "Encoder")))));
    const auto file = folder.file ("a.m4a", movie.bytes());
    const auto plan = must (planWrite (file, evenOutline (3, 1000), { .episodeTags = EpisodeTags::keep }));
    must (carryOut (plan, file));

    const auto proof = must (prove (plan, file, WriteOutcome::written));
    CHECK (std::ranges::contains (proof.kept, "moov/udta/meta/ilst/©too"));

    const auto page = proofPage ({ proof });
    CHECK (isUtf8 (page));
    CHECK (page.contains ("©too"));
    CHECK (page.contains ("3 chapters"));

    const Speaking german (Language::german);
    const auto other = proofPage ({ proof });
    CHECK (other.contains ("<html lang=\"de\">"));
    CHECK (other.contains ("Das Audio ist dasselbe, Byte für Byte."));
}

TEST_CASE ("Names of parts that are no text are shown all the same")
{
    CHECK (shownName ("\251nam") == "©nam");
    CHECK (shownName ("KÜNSTLER") == "KÜNSTLER");
    CHECK (shownName (std::string_view ("a\0\x1b[\x7f", 5)) == "a??[?");
    CHECK (isUtf8 (shownName ("\xff\xfe\x80")));
}

} // namespace earmark
