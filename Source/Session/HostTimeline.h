// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/HostMarkers.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** The host's own timeline: where the episode begins on it, and the chapters as its markers, where the host lets a plug-in reach it. */
class HostTimeline
{
public:
    explicit HostTimeline (Desk& d) : desk (d) {}

    /** The way to it; null where there is none. */
    const HostLink* link() const { return desk.services.hostLink ? desk.services.hostLink() : nullptr; }

    /** It may be one that is reached by OSC: by its name, or since the user said so once, as hosts need not tell theirs. */
    bool mayTakeOsc() const;

    /** The chapters' markers on it, as they were set last. */
    const std::vector<MarkerLink>& markers() const { return links; }

    /** The host has not taken all yet. */
    bool isPushing() const { return pushing; }

    /** Makes the host's markers, or regions by preference, those of the chapters that have their places. */
    void push();

    /** How many wait for theirs, and so have no marker, as a sentence; empty where none does. */
    std::string whatWaits() const;

    /** Shows what the host's markers would change, in the panel for it. */
    void pull();

    /** What the chapters keep when the episode starts elsewhere. */
    enum class Keep
    {
        times, ///< in the episode, as in an outline that was pasted
        places ///< on the host's timeline, as of what was marked there; what is before the start comes to it
    };

    /** Makes this place on it 0:00 of the episode. */
    void setEpisodeStart (Position, Keep = Keep::times);

    /** After it was moved from there, with the chapters in their times: asks whether they are to be in their places, where they have any. */
    void offerPlaces (Position startedBefore);

    /** Where the episode started when the chapters had their places: before the first move that nobody has answered about. */
    Position startOfPlaces() const;

    void documentChanged();

    /** The document that the host kept, unless it is the same as the current one. A step that can be undone, where there is something
        to undo to. The links are to the chapters of that document. */
    void take (Document, std::vector<MarkerLink> = {});

private:
    Desk& desk;
    std::vector<MarkerLink> links;
    bool pushing = false;

    /** To keep the places, which nobody has answered yet. */
    struct Offer
    {
        Position startedBefore;
        std::shared_ptr<const Document> about;
    };

    std::optional<Offer> offered;

    void setLinks (std::vector<MarkerLink>);
    void keepPlaces (Position startedBefore);
};

} // namespace earmark
