// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::outline
{

// What an assistant says around the outline that it was asked for, and people copy along. Of a line without emphasis; only where it says
// something of a document, since hosts begin and end with such words, too.

/** "Sure! Here's a chapter outline for your episode:", in front of all else. */
bool opensAnswer (std::string_view);

/** Who has the last word below an outline: an assistant where its answer was opened as one. */
enum class Speaker
{
    anyone,
    assistant
};

/** "Would you like me to write show notes?", and of an assistant "Let me know if you'd like me to adjust the tone!", too. */
bool isLastWord (std::string_view, Speaker);

/** That such a line was left out, as a sentence that quotes it. */
std::string leftOutAsTalk (std::string_view);

} // namespace earmark::outline
