// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/DocumentsPage.h"
#include "Session/OpenAudio.h"
#include "Session/Projects.h"
#include "Session/Writing.h"

#include <optional>
#include <string>

namespace earmark
{

/** Chapters on their way into documents, and to all destinations at once. */
class Documents
{
public:
    Documents (Desk& d, const OpenAudio& a, const Projects& p, Writing& w)
        : desk (d), audio (a), projects (p), writing (w)
    {}

    /** Not there until it is opened. */
    const std::optional<DocumentsPage>& page() const { return papers; }

    /** What files beside the audio are called: after the first one that chapters go into, the document's audio, or the project. */
    std::string stem() const;

    void open();
    void choose (std::size_t);

    /** The one that is chosen. */
    void copy();
    void save (const std::string& path);

    /** Writes into the audio files of the write panel, then all documents into this folder, and checks that they agree. */
    void publishInto (const std::string& folder);

    //==================================================================================================
    // What happened elsewhere

    void documentChanged();

    /** Once all files are planned, they are written; without a list of files there is nothing to wait for. */
    void targetsChanged();

    /** After the files come the documents. */
    void targetsWritten();

    /** The project goes, and with it what is not being written yet. What is ends by itself. */
    void projectLeft();

private:
    Desk& desk;
    const OpenAudio& audio;
    const Projects& projects;
    Writing& writing;
    std::optional<DocumentsPage> papers;

    void read();
    void publishDocuments();
};

} // namespace earmark
