// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/OutlineLine.h"

namespace earmark::outline
{

/** "CHAPTERS", "⏰ Timestamps ⏰", "## Show notes", "INHALT", "Here are the chapters:": a line that announces the list. */
bool isListHeading (const Line&);

/** By its words alone: what lists of chapters and the sections of show notes are called, "Timestamps", "Kapitelmarken", "Summary".
    No episode is. */
bool namesListOrSection (const Line&);

/** The former: "Timestamps". */
bool namesChapters (const Line&);

/** "Quotes", "Social clips:", "Unsere Werbepartner": what lists of moments are called that are no chapters. */
bool namesMoments (const Line&);

/** "Links:", "🔗 Resources", "Mentioned in this episode": what the part of show notes is called that lists addresses. */
bool namesResources (const Line&);

} // namespace earmark::outline
