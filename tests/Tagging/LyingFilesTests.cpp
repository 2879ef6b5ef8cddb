// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Movies.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/HarmChecks.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>
#include <vector>

// Files that say of themselves on purpose what is not so: counts, sizes and times that lead nowhere.

namespace earmark::tests
{

TEST_CASE ("Chapter frames that lie about themselves are harmless")
{
    const TemporaryFolder folder;
    const auto zero = std::string (1, '\0');
    const auto times = id3Plain (0) + id3Plain (1000) + id3Plain (0xFFFFFFFF) + id3Plain (0xFFFFFFFF);
    const auto title = id3Frame3 ("TIT2", zero + "T");
    auto lying = title;
    lying.replace (4, 4, id3Plain (0x7FFFFFFF));

    std::string nested = title;

    for (int i = 0; i < 2000; ++i)
        nested = id3Frame3 ("CHAP", "c" + zero + times + nested);

    const std::vector<std::pair<std::string, std::string>> frames {
        { "CHAP", "" },
        { "CHAP", "c" },
        { "CHAP", "c" + zero },
        { "CHAP", "c" + zero + "short" },
        { "CHAP", std::string (1000, 'c') },
        { "CHAP", "c" + zero + times + "junk" },
        { "CHAP", "c" + zero + times + lying },
        { "CHAP", "c" + zero + id3Plain (5000) + id3Plain (0) + id3Plain (0) + id3Plain (0) + title },
        { "CHAP",
          "c" + zero + id3Plain (0xFFFFFFFF) + id3Plain (0xFFFFFFFF) + id3Plain (0) + id3Plain (0) + title },
        { "CHAP", "c" + zero + times + nested },
        { "CTOC", "" },
        { "CTOC", "t" + zero },
        { "CTOC", "t" + zero + "\3\xFF" },
        { "CTOC",
          "t" + zero
              + "\3\xFF"
                "a"
              + zero },
        { "CTOC", "t" + zero + "\3\2t" + zero + "t" + zero },
    };

    for (const auto& [id, body] : frames)
    {
        const auto bytes = id3Tag (3, id3Frame3 (id, body) + id3Frame3 (id, body)) + bytesOf (bareMp3 (2));
        INFO (id << " of " << body.size() << " bytes");
        tryEverything (folder / "lying.mp3", bytes);
        const auto plan = planWrite (folder / "lying.mp3", someOutline());
        CHECK (plan.has_value());
    }
}

TEST_CASE ("Nero lists that lie about themselves are harmless")
{
    const TemporaryFolder folder;

    for (const auto& list : { std::string(),
                              boxNumber (0xFF, 1),
                              boxNumber (0xFFFFFFFF, 5),
                              boxNumber (1, 5),
                              boxNumber (1, 5) + boxNumber (~std::uint64_t (0), 8) + "\xFF",
                              boxNumber (2, 5) + boxNumber (5, 8) + "\3One" + boxNumber (5, 8) + "\xFFTwo",
                              boxNumber (3, 5) + std::string (27, '\xFF') })
    {
        const auto bytes = MiniMovie { .insideMoov = box ("udta", fullBox ("chpl", 1, 0, list)) }.bytes();
        tryEverything (folder / "lying.m4a", bytes);
        CHECK (planWrite (folder / "lying.m4a", someOutline()).has_value());
    }
}

TEST_CASE ("Tables of huge counts take no huge memory")
{
    const TemporaryFolder folder;
    const auto n32 = [] (std::uint64_t n) { return boxNumber (n, 4); };

    // A gigabyte of samples of no bytes; a million chunks of nothing; runs that go on and on.
    std::string offsets;

    for (int i = 0; i < 1'000'000; ++i)
        offsets += n32 (900);

    std::string runs;

    for (int i = 0; i < 100'000; ++i)
        runs += n32 (1) + n32 (0xFFFFFFFF) + n32 (1);

    const auto table =
        box ("stbl",
             fullBox ("stsd", 0, 0, n32 (0)) + fullBox ("stts", 0, 0, n32 (1) + n32 (0xFFFFFFFF) + n32 (1))
                 + fullBox ("stsc", 0, 0, n32 (100'000) + runs)
                 + fullBox ("stsz", 0, 0, n32 (1) + n32 (0xFFFFFFFF))
                 + fullBox ("stco", 0, 0, n32 (1'000'000) + offsets));
    tryEverything (folder / "huge.m4a", MiniMovie { .sampleTable = table }.bytes());

    CHECK (peakMemory() < 1'500'000); // KB
}

} // namespace earmark::tests
