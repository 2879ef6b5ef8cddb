// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"
#include "Session/History.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** Holds the current document; every change of it goes through here and can be undone. One thread only. */
class Store
{
public:
    explicit Store (Document = {});

    /** Never null. */
    std::shared_ptr<const Document> current() const { return document; }

    const std::vector<Chapter>& chapters() const { return document->outline.chapters; }

    /** Called after every change of the document or the history. */
    std::function<void()> onChange;

    /** Applies the edit and records one step, unless nothing changes. Edits with the same non-empty `series` that follow one
        another directly become one step, as when a key repeats. Ends a gesture that is going on. Fails as apply() does. */
    Result<void> perform (const Edit&, const std::string& series = {});

    /** One that no other edits have. */
    std::string newSeries() { return "series " + std::to_string (++lastSeries); }

    /** Several edits as one step with a name; all or none. */
    Result<void> performAll (const std::vector<Edit>&, const std::string& name);

    /** One step that leaves the document as it is: a chapter was accepted. */
    void note (std::string name, const Acceptance&);

    /** Another document altogether, as one step that can be undone. Keeps the media unless the document brings one. */
    void replace (Document, const std::string& name);

    enum class Saved
    {
        yes,
        no
    };

    /** What is no edit of the user's and no step: another file was opened. Forgets the history. */
    void reset (Document, Saved = Saved::yes);

    enum class MediaIs
    {
        found, ///< where it belongs: what was saved stays saved
        chosen ///< another one, which is to be saved
    };

    /** Changes the media reference without a step of its own, in all of the history: undoing does not unload the audio. */
    void setMedia (std::optional<MediaReference>, MediaIs = MediaIs::found);

    //==================================================================================================
    // A drag: many changes, one step.

    void beginGesture();

    /** Applies the edit to the document as it was when the gesture began. Nothing without a gesture: it was given up. */
    Result<void> performInGesture (const Edit&);

    void endGesture();

    /** Brings back what was there when the gesture began. */
    void cancelGesture();

    bool isInGesture() const { return gesture.has_value(); }

    /** The document that the gesture began with, or the current one. Never null. */
    std::shared_ptr<const Document> beforeGesture() const;

    //==================================================================================================
    bool canUndo() const { return history.canUndo(); }

    bool canRedo() const { return history.canRedo(); }

    /** In a gesture undo and redo give it up, and do no more. */
    void undo();
    void redo();

    /** To any step of the history; 0 is the oldest. */
    void goTo (std::size_t step);

    const History& steps() const { return history; }

    //==================================================================================================
    void markSaved() { saved = document; }

    bool isSaved() const { return saved == document || *saved == *document; }

private:
    struct Gesture
    {
        std::shared_ptr<const Document> before;
        std::string name;
    };

    std::shared_ptr<const Document> document, saved;
    History history;
    std::optional<Gesture> gesture;
    std::uint64_t lastSeries = 0;

    void take (Document, std::string name, const std::string& series);
    void show (std::shared_ptr<const Document>);
};

} // namespace earmark
