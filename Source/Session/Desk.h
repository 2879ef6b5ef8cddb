// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Changed.h"
#include "Session/Message.h"
#include "Session/Prompt.h"
#include "Session/Proposal.h"
#include "Session/Review.h"
#include "Session/Services.h"
#include "Session/Store.h"
#include "Session/ViewState.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

/** What the subjects of a window have in common, and all that each may use of it: writing, the watched folder, the host's timeline … A
    subject keeps its own state, and knows the desk and the few other subjects that its constructor names. One thread only. */
class Desk
{
public:
    /** What one subject has done and others follow. */
    enum class Event
    {
        projectLeft,   ///< all that was about it goes
        documentTaken, ///< the host's took the place of the one before
        audioForgotten,
        audioOpened,
        audioHeard,         ///< to its end: its length and its pauses are known
        hostReachedFarther, ///< than what is shown
        targets,            ///< a file that chapters go into was planned or restored, or they are others
        wishes,             ///< files are to be written in another way
        written             ///< nothing is written any more
    };

    explicit Desk (Services s) : services (std::move (s)) {}

    Desk (const Desk&) = delete;
    Desk& operator= (const Desk&) = delete;

    const Services services;

    virtual Store& store() = 0;
    virtual const Document& document() const = 0;

    const std::vector<Chapter>& chapters() const { return document().outline.chapters; }

    /** False, with a message, when the edit is refused. Edits of one `series` become one step. */
    virtual bool perform (const Edit&, const std::string& series) = 0;
    virtual bool performAll (const std::vector<Edit>&, const std::string& name) = 0;

    /** Null for an unknown id. */
    const Chapter* find (ChapterId) const;

    /** Where there is audio. */
    std::optional<Position> endOfAudio() const;

    /** Where the project is saved; empty before that. */
    virtual const std::string& projectPath() const = 0;

    virtual const ViewState& view() const = 0;

    /** `change (ViewState&)` may change anything in it; listeners hear what. */
    template <class Change>
    void look (const Change& change)
    {
        auto next = view();
        change (next);
        show (std::move (next));
    }

    /** Of the chapters that the table shows. */
    virtual std::vector<ChapterId> order() const = 0;

    virtual void open (Panel) = 0;
    virtual void closePanel() = 0;

    /** Edits that are shown before they are done; a failure shows as its sentence. */
    virtual void propose (Result<Proposal>) = 0;
    virtual const std::optional<Proposal>& proposal() const = 0;
    virtual void dropProposal() = 0;

    virtual const Review& review() const = 0;

    /** There are other chapters: those that were accepted before are so again. */
    virtual void resumeReview() = 0;

    virtual void say (Message::Grade, const std::string&) = 0;

    /** What was said last; empty where nothing was, or it was taken back. */
    virtual const Message& message() const = 0;

    /** What was said last is about something that is no more. */
    virtual void hush() = 0;

    virtual void tell (Changed) = 0;
    virtual void ask (Prompt) = 0;
    virtual void withdraw (Prompt::Kind) = 0;
    virtual void happened (Event) = 0;

protected:
    ~Desk() = default;

    virtual void show (ViewState) = 0;
};

} // namespace earmark
