// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"
#include "Tagging/Xiph/Comments.h"

#include <set>
#include <string>
#include <string_view>

// Chapters as Vorbis comments: CHAPTER000=00:00:00.000, CHAPTER000NAME=title, CHAPTER000URL=address. Source:
// wiki.xiph.org/Chapter_Extension.

namespace earmark::xiph
{

inline constexpr std::string_view chapterForm = "CHAPTERxxx comments";

/** Numbers have three digits. */
inline constexpr std::size_t maxChapters = 1000;

/** Which comments are a time, a name or an address of a chapter: those whose numbers have three digits, as the extension says, and of others
    those of a number that has a time. Whatever else programs store stays, such as "CHAPTER12=Genesis". */
class ChapterNames
{
public:
    explicit ChapterNames (const Comments&);

    bool own (std::string_view comment) const;

private:
    std::set<std::string> numbers; ///< as they are written
};

/** The chapters as TagLib reads the comments, sorted. A chapter without a time that can be read is none. */
std::vector<Chapter> readChapters (const Comments&);

/** Says which names have no time that can be read. */
Notices noticesOfReading (const Comments&);

/** What reading a plan's chapters must give. */
StoredList expectedList (const ChapterPlan&);

/** The plan's chapters in place of the old ones, or behind the other comments; an empty plan takes them out. Fails with Kind::tooLarge
    beyond 1,000 chapters and 99 hours. */
Result<void> replaceChapters (Comments&, const ChapterPlan&);

/** What the comments do not carry, and what players make of many chapters. */
Notices noticesFor (const ChapterPlan&);

} // namespace earmark::xiph
