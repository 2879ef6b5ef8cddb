// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Document.h"
#include "Session/Review.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** Snapshots of a document with the names of what led to them. Undo and redo move a pointer over them. */
class History
{
public:
    struct Step
    {
        std::string name; ///< "Move chapter"; of the first: "Opened"
        std::shared_ptr<const Document> document;
        std::string series;
        std::optional<Acceptance> acceptance {}; ///< of the step that changed no document but the review
    };

    explicit History (std::shared_ptr<const Document>);

    /** Drops what could be redone. A step of the same non-empty series as the current one takes its place. When it grows too
        large, the oldest go. */
    void record (std::string name, std::shared_ptr<const Document>, const std::string& series);

    /** A chapter was accepted, and the document stays. */
    void record (std::string name, const Acceptance&);

    bool canUndo() const { return at > 0; }

    bool canRedo() const { return at + 1 < steps.size(); }

    /** `step` must be below all().size(). */
    void goTo (std::size_t step) { at = step; }

    std::size_t current() const { return at; }

    const std::vector<Step>& all() const { return steps; }

    /** In every step. */
    void setMedia (const std::optional<MediaReference>&);

private:
    std::vector<Step> steps; // never empty
    std::size_t at = 0;
};

/** So many are kept, and fewer of large documents. */
inline constexpr std::size_t maxSteps = 500, maxChaptersInHistory = 400'000, leastSteps = 20;

} // namespace earmark
