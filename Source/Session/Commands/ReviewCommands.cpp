// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// Going through the markers one by one.

namespace earmark::commandtables
{

namespace
{

bool isReviewing (const W& w)
{
    return w.review().active && w.view().panel != Panel::import && ! isAboutWriting (w.view().panel);
}

/** Over a review it only looks on: there Enter accepts, as the bar says. */
bool isInSheet (const W& w)
{
    return w.view().panel == Panel::contactSheet && w.view().selection.focus != ChapterId::none
           && ! w.review().active;
}

template <std::size_t n>
bool hasCandidate (const W& w)
{
    return isReviewing (w) && actions::reviewCandidates (w).size() > n;
}

template <std::size_t n>
void takeCandidate (W& w)
{
    actions::takeCandidate (w, n);
}

} // namespace

std::vector<Command> reviewCommands()
{
    using namespace actions;

    return {
        { "sheet-choose",
          "Review",
          "Go to the marker chosen in the contact sheet",
          { "enter" },
          isInSheet,
          leaveSheet },
        { "review-accept", "Review", "Accept and next", { "enter", "a" }, isReviewing, acceptAndNext },
        { "review-play", "Review", "Play around the marker again", { "space" }, isReviewing, playReviewed },
        { "review-previous",
          "Review",
          "Previous chapter",
          { "shift+enter", "up", "p" },
          isReviewing,
          [] (W& w) { reviewStep (w, -1); } },
        { "review-next",
          "Review",
          "Next chapter, not accepted",
          { "down", "n" },
          isReviewing,
          [] (W& w) { reviewStep (w, 1); } },
        { "candidate-1", "Review", "Take candidate 1", { "1" }, hasCandidate<0>, takeCandidate<0> },
        { "candidate-2", "Review", "Take candidate 2", { "2" }, hasCandidate<1>, takeCandidate<1> },
        { "candidate-3", "Review", "Take candidate 3", { "3" }, hasCandidate<2>, takeCandidate<2> },
        { "candidate-4", "Review", "Take candidate 4", { "4" }, hasCandidate<3>, takeCandidate<3> },
        { "candidate-5", "Review", "Take candidate 5", { "5" }, hasCandidate<4>, takeCandidate<4> },
        { "candidate-6", "Review", "Take candidate 6", { "6" }, hasCandidate<5>, takeCandidate<5> },
        { "review-earlier", "Review", "10 ms earlier", { "left" }, isReviewing, nudge<-10> },
        { "review-later", "Review", "10 ms later", { "right" }, isReviewing, nudge<10> },
        { "review-earlier-100", "Review", "100 ms earlier", { "shift+left" }, isReviewing, nudge<-100> },
        { "review-later-100", "Review", "100 ms later", { "shift+right" }, isReviewing, nudge<100> },
        { "review", "Review", "Review the chapters one by one", { "r" }, hasChapters, beginReview },
        { "contact-sheet", "Review", "Contact sheet", { "g" }, hasChapters, toggle<Panel::contactSheet> },
    };
}

} // namespace earmark::commandtables
