// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <map>
#include <string>
#include <vector>

// Edits that are shown before they are done.

namespace earmark
{

struct Move
{
    ChapterId id;
    std::string title;
    Position from, to;

    bool operator== (const Move&) const = default;
};

/** A chapter of which more than its time changes. */
struct Alteration
{
    std::string before, after; ///< its title; the same where something else changes

    bool operator== (const Alteration&) const = default;
};

/** Edits with what they would do. */
struct Proposal
{
    std::string name;
    std::vector<Edit> edits;
    Document after;
    std::vector<Move> moves;
    std::vector<std::string> removed, added; ///< titles
    std::vector<Alteration> altered;
    std::string remark; ///< what else to know before it is done, in the language that is spoken

    bool changesNothing() const
    {
        return moves.empty() && removed.empty() && added.empty() && altered.empty();
    }
};

/** Fails as the edits do. */
Result<Proposal> proposalOf (const Document&, std::vector<Edit>, std::string name);

/** What the shift panel holds. */
struct ShiftForm
{
    enum class Scope
    {
        all,
        selected,
        fromHere, ///< the first selected chapter, else the focused one, else the playhead
        range     ///< the marked stretch
    };

    Scope scope = Scope::all;
    std::string by = "0.5"; ///< as typed; a minus sign is earlier
};

/** Scope::fromHere begins `here`; Scope::selected fails where nothing is, Scope::range without a range. */
Result<Edit> editOf (const ShiftForm&,
                     Position here,
                     const std::optional<TimeRange>& range,
                     const std::vector<ChapterId>& selected);

/** What the panel for inserted and removed time holds. */
struct TimeForm
{
    bool removes = false;
    std::string at = "0:00"; ///< where it begins
    std::string length = "0:30";
};

Result<Edit> editOf (const TimeForm&);

/** Where the stretch panel pins chapters, as typed, by id. */
using PinForm = std::map<ChapterId, std::string>;

Result<Edit> editOf (const PinForm&, const std::vector<Chapter>&);

} // namespace earmark
