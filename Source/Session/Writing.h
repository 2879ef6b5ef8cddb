// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/OpenAudio.h"
#include "Session/WritePanel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** Chapters on their way into audio files: one file after the other, each planned, shown, written and read back. */
class Writing
{
public:
    Writing (Desk& d, const OpenAudio& a) : desk (d), audio (a) {}

    /** Not there until it is opened. A write goes on when it is closed. */
    const std::optional<WritePanel>& panel() const { return outgoing; }

    /** What the plans were made of; null before the first. */
    const std::shared_ptr<const Document>& plannedDocument() const { return plannedFor; }

    /** As earmark::rulesBrokenBy(), by the files of the panel; none without one. */
    std::vector<const LintRule*> rulesBrokenBy (ChapterId) const;

    /** Whether the cut can be looked for that makes a file's chapters those of another: in the audio that is open alone. */
    bool canFindCut (const WriteTarget&) const;

    WriteWishes wishes() const { return outgoing ? outgoing->wishes : WriteWishes(); }

    /** Also while something is restored. */
    bool isBusy() const { return outgoing && outgoing->isBusy(); }

    /** Opens a page about the files, Panel::write or Panel::players: with the open media at first, later with the files that it had, and
        looks at them anew. */
    void open (Panel);

    /** The files as they are to be written now, for who needs no page about them. */
    void prepare();

    /** One that is there already is looked at anew. */
    void add (const std::string& path);

    void remove (const std::string& path);
    void setProfile (const std::string& id);

    /** The next write, too, does so; what is about the chapters themselves is an edit. */
    void apply (WriteFix);
    void showAdvice (bool);

    /** Writes all that are ready. */
    void start();
    void stop();

    /** Takes the last write of one file back. */
    void restore (const std::string& path);

    /** The proofs of what was written, as a page. */
    void saveProof (const std::string& path);

    //==================================================================================================
    // What happened elsewhere

    void documentChanged();

    /** Other audio: what was to be written to is a thing of the past. A file that is among the targets is looked at anew. */
    void audioOpened();

    /** The project goes. A write that goes on ends by itself; the panel tells of it. */
    void projectLeft();

private:
    Desk& desk;
    const OpenAudio& audio;
    std::optional<WritePanel> outgoing;
    std::shared_ptr<const Document> plannedFor;
    int playersAsked = 0; // counts the questions, so that late answers to earlier ones are known

    bool isShown() const;
    bool make();
    bool forget();
    std::optional<Position> endOf (const std::string& path) const;
    void plan (WriteTarget&);
    void planAgain (WriteTarget&);
    void planAll();
    void askPlayers();
    void writeNext();
    void written (const std::string& path, Result<WriteProof>);
    void tellOutcome();
};

} // namespace earmark
