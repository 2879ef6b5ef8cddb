// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <memory>
#include <string>
#include <vector>

// Chapters on their way into documents: descriptions to paste, files for feeds and other programs, and all destinations at once.

namespace earmark
{

/** A format that can be written. */
struct DocumentKind
{
    std::string id, name;
    std::string suffix;         ///< ".chapters.json"
    bool isDescription = false; ///< made to be pasted into a text field
    bool isText = true;         ///< can be shown, and copied

    bool operator== (const DocumentKind&) const = default;
};

struct DocumentRow
{
    DocumentKind kind;
    Notices losses; ///< what it does not carry, and what its platform's own rules say
};

/** What became of one destination. */
struct PublishedPlace
{
    std::string name; ///< of the file
    bool isGood = true;
    std::string text; ///< a sentence

    bool operator== (const PublishedPlace&) const = default;
};

struct DocumentsPage
{
    /** How far all destinations are. */
    enum class Publishing
    {
        nothing,
        planning, ///< the audio files are looked at
        audio,    ///< they are written
        documents,
        done
    };

    std::vector<DocumentRow> rows;
    std::size_t chosen = 0;
    std::string text; ///< the chosen one's beginning, where it is text

    Publishing publishing = Publishing::nothing;
    std::string folder, stem;              ///< where the documents go, and what their names begin with
    std::shared_ptr<const Document> meant; ///< whose chapters they get, once the audio files are looked at
    std::vector<PublishedPlace> published;

    bool isPublishing() const { return publishing != Publishing::nothing && publishing != Publishing::done; }

    /** Null when there is none. */
    const DocumentRow* current() const { return chosen < rows.size() ? &rows[chosen] : nullptr; }
};

/** "holds everything", "2 warnings", "3 things are left out". */
std::string summaryOf (const DocumentRow&);

/** "6 destinations, and all agree": empty while none was asked for. */
std::string headlineOf (const DocumentsPage&);

} // namespace earmark
