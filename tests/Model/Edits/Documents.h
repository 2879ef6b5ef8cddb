// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

// The documents that edits are tried on.

namespace earmark::tests
{

/** The outline after an edit, on one line, or the failure. */
inline std::string after (const Document& document, const Edit& edit)
{
    const auto result = apply (document, edit);

    if (! result)
        return result.error().kind == Error::Kind::notFound     ? "not found"
               : result.error().kind == Error::Kind::wrongUsage ? "wrong usage"
                                                                : "another error";

    return summaryOf (*result);
}

/** a to d at every ten seconds, without ends. */
inline Document fourOpen()
{
    return documentOf (
        { chapter ("0:00", "a"), chapter ("0:10", "b"), chapter ("0:20", "c"), chapter ("0:30", "d") });
}

/** The same with ends that meet the next start, as pasted outlines have them. */
inline Document fourClosed()
{
    return documentOf ({ chapter ("0:00", "0:10", "a"),
                         chapter ("0:10", "0:20", "b"),
                         chapter ("0:20", "0:30", "c"),
                         chapter ("0:30", "0:40", "d") });
}

inline Document locked (Document document, std::size_t index)
{
    document.outline.chapters.at (index).locked = true;
    return document;
}

} // namespace earmark::tests
