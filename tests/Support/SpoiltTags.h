// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/ChapterTags.h"

#include <string>
#include <vector>

// ID3 tags that are sound but for one thing.

namespace earmark::tests
{

/** The frames of a tag of v2.3 with two chapters, which breaks no rule. */
namespace soundId3
{

inline const std::string one = id3Sub (3, "TIT2", id3Title ("One")),
                         two = id3Sub (3, "TIT2", id3Title ("Two"));
inline const std::string contents = id3Contents (3, "toc", 3, 2, std::string_view ("a\0b\0", 4));
inline const std::string chapterOne = id3Chapter (3, "a", 0, 1000, one),
                         chapterTwo = id3Chapter (3, "b", 1000, 3000, two);

} // namespace soundId3

/** A tag that breaks a rule. */
struct SpoiltTag
{
    std::string rule;
    std::string body; ///< of the tag
    int version = 3;
    int flags = 0;
    bool isMended = true; ///< by writing the chapters again
};

inline std::string utf16Link()
{
    return id3Sub (3, "WXXX", std::string ("\1\xFF\xFE\0\0https://example.com", 24));
}

/** For every rule about ID3 tags one at least. */
inline std::vector<SpoiltTag> spoiltTags()
{
    using namespace soundId3;
    const std::string longTitle (200, 'x');
    const auto firstOf = [] (const std::string& frames)
    { return contents + id3Chapter (3, "a", 0, 1000, frames) + chapterTwo; };
    std::string many;
    std::string ids;

    for (int i = 0; i < 300; ++i)
    {
        const auto id = "c" + std::to_string (i);
        ids += id + '\0';
        many += id3Chapter (3, id, std::uint32_t (i * 5), std::uint32_t (i * 5 + 5), one);
    }

    // Behind the first one, as many as a table can list.
    std::string restOfIds;

    for (int i = 1; i <= 255; ++i)
        restOfIds += "c" + std::to_string (i) + '\0';

    return {
        { "id3-no-contents", chapterOne + chapterTwo },
        { "id3-contents-not-top",
          id3Contents (3, "toc", 1, 2, std::string_view ("a\0b\0", 4)) + chapterOne + chapterTwo },
        { "id3-contents-count",
          id3Contents (3, "toc", 3, 3, std::string_view ("a\0b\0", 4)) + chapterOne + chapterTwo },
        { "id3-contents-count", id3Contents (3, "toc", 3, 300 & 255, ids) + many },
        { "id3-contents-dangling",
          id3Contents (3, "toc", 3, 3, std::string_view ("a\0b\0gone\0", 9)) + chapterOne + chapterTwo },
        { "id3-contents-first",
          id3Contents (3, "leaf", 1, 1, std::string_view ("a\0", 2))
              + id3Contents (3, "toc", 3, 2, std::string_view ("leaf\0b\0", 7)) + chapterOne + chapterTwo },
        { "id3-contents-first",
          id3Contents (3, "leaf", 1, 1, std::string_view ("c0\0", 3))
              + id3Contents (3, "rest", 1, 255, restOfIds)
              + id3Contents (3, "toc", 3, 2, std::string_view ("leaf\0rest\0", 10)) + many },
        { "id3-v24-sizes",
          id3Contents (4, "toc", 3, 1, std::string_view ("a\0", 2))
              + id3Chapter (4, "a", 0, 3000, id3Sub (4, "TIT2", id3Title (longTitle))),
          4 },
        { "id3-latin1",
          firstOf (id3Sub (3,
                           "TIT2",
                           id3Title ("Gr\xFC\xDF"
                                     "e"))) },
        { "id3-v23-encoding", firstOf (id3Sub (3, "TIT2", id3Title ("Grüße", 3))) },
        { "id3-no-title", firstOf (id3Sub (3, "TIT3", id3Title ("About"))) },
        { "id3-title-second", firstOf (id3Sub (3, "TIT3", id3Title ("About")) + one) },
        { "id3-link-utf16", firstOf (one + utf16Link()) },
        { "id3-same-name",
          id3Contents (3, "toc", 3, 1, std::string_view ("a\0", 2)) + chapterOne
              + id3Chapter (3, "a", 1000, 3000, two) },
        { "id3-order", contents + chapterTwo + chapterOne },
        { "id3-end", contents + chapterOne + id3Chapter (3, "b", 1000, 0xFFFFFFFF, two) },
        { "id3-unsynchronised", id3Unsynchronised (contents + chapterOne + chapterTwo), 3, 0x80 },
        { "id3-large-tag",
          contents + chapterOne + chapterTwo + id3Frame3 ("PRIV", std::string (5'100'000, 'x')),
          3,
          0,
          false },
    };
}

} // namespace earmark::tests
