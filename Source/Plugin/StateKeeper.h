// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/HostState.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earmark
{

/** What the host may ask for and bring at any moment, on any thread, with a window or without. It has the document as the message
    thread last showed it; what the host brings takes its place at once, and waits for the message thread to take it in. */
class StateKeeper
{
public:
    //==================================================================================================
    // The message thread

    /** The document as it is now, and its markers on the host's timeline. True when the document is news for the host. Unheard while
        something that the host brought waits. */
    bool show (std::shared_ptr<const Document>, std::vector<MarkerLink>);

    struct Brought
    {
        Document document;
        std::vector<MarkerLink> markers;
    };

    /** What the host brought last, once. */
    std::optional<Brought> takeBrought();

    /** A sentence for the user about what the host brought or asked for, once; else empty. */
    std::string takeComplaint();

    //==================================================================================================
    // Any thread

    /** The bytes of a project. Of those that cannot be read nothing is taken; those of a newer Earmark are given back as they
        were until the document changes, so that saving the project with this one does not lose them. Returns the waveform's
        bytes with what was taken. */
    std::optional<std::string> bring (std::string_view bytes);

    /** For the project, with this waveform. */
    std::string bytes (std::string waveform);

    void setEditorSize (int width, int height);
    std::pair<int, int> editorSize() const;

private:
    mutable std::mutex mutex;
    std::shared_ptr<const Document> document = std::make_shared<const Document>();
    std::vector<MarkerLink> markers;
    int width = 0, height = 0;
    bool isBrought = false; ///< the document waits to be taken
    std::string newer;      ///< what a newer Earmark wrote
    std::string complaint;
};

} // namespace earmark
