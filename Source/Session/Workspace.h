// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/CutFinder.h"
#include "Session/Desk.h"
#include "Session/Documents.h"
#include "Session/HostRenders.h"
#include "Session/HostTimeline.h"
#include "Session/Keys.h"
#include "Session/OpenAudio.h"
#include "Session/OutlineImport.h"
#include "Session/Playback.h"
#include "Session/Players.h"
#include "Session/Projects.h"
#include "Session/RecentFiles.h"
#include "Session/Renaming.h"
#include "Session/WatchedFolder.h"
#include "Session/Writing.h"

#include <functional>
#include <map>
#include <memory>

namespace earmark
{

/** A field that a command puts the keyboard into. */
enum class TypingPlace
{
    title, ///< of the focused chapter, in the table
    start,
    filter
};

/** One open window's state and the only way to change it. Its own are the document's store, the view, the review, a proposal, messages and
    questions; every other subject is a class that is reached through it and that knows it as a Desk. Components read it and call it; commands
    (Commands.h) act on it. One thread only. */
class Workspace final : private Desk
{
public:
    explicit Workspace (Services);

    using Desk::chapters;
    using Desk::endOfAudio;
    using Desk::find;
    using Desk::look;
    using Desk::services;

    //==================================================================================================
    // The document

    const Document& document() const override { return *documentStore.current(); }

    const Store& history() const { return documentStore; }

    /** False, with a message, when the edit is refused. */
    bool perform (const Edit&, const std::string& series = {}) override;
    bool performAll (const std::vector<Edit>&, const std::string& name) override;

    /** For perform(): one that no other edits have. */
    std::string newSeries() { return documentStore.newSeries(); }

    void undo();
    void redo();
    void goToStep (std::size_t);

    void beginGesture() { documentStore.beginGesture(); }

    void performInGesture (const Edit&);
    void endGesture();
    void cancelGesture();

    /** Nothing is there yet: neither chapters nor audio. */
    bool isBlank() const { return chapters().empty() && ! document().media && audioFile.loading().empty(); }

    /** Nothing would be lost. */
    bool isSaved() const { return documentStore.isSaved(); }

    /** Projects and audio are opened, anything else goes to the import preview, or at once into an empty document when `directly`. */
    void openFile (const std::string& path, bool directly = false);

    /** Text that was pasted or dropped, or a document's bytes: where it is asked what was cut out a list of that, unless it is none but an
        outline with times and titles; else it goes to the import preview, under that name. */
    void takeText (std::string bytes, const std::string& name);

    //==================================================================================================
    // Questions

    /** What is asked now. */
    const Prompt* prompt() const { return prompts.empty() ? nullptr : &prompts.front(); }

    /** By the choice's index. */
    void answerPrompt (std::size_t choice);

    /** Whether Enter and Escape answer it. While a panel is open they are the panel's, unless what was done since it was opened made it
        be asked. */
    bool isAskedFirst() const
    {
        return prompt() != nullptr && (state.panel == Panel::inspector || askedInPanel == prompt()->kind);
    }

    //==================================================================================================
    // The view

    const ViewState& view() const override { return state; }

    /** Shows the open panel, or hides it when it is shown already. */
    void toggle (Panel);
    void open (Panel) override;
    void closePanel() override;

    /** Whoever shows that field gives it the keyboard, and is told which by typingPlace(). */
    void askToType (TypingPlace);

    TypingPlace typingPlace() const { return typing; }

    /** The focused chapter comes into sight wherever chapters are shown. */
    void revealSelection() { tell (Changed::selection); }

    bool isHosted() const { return bool (services.host); }

    /** The chapters that the table shows, in order. */
    const std::vector<std::size_t>& rows() const { return filtered; }

    std::vector<ChapterId> order() const override;

    //==================================================================================================
    // The review

    const Review& review() const override { return check; }

    void setReview (Review);

    /** The chapter under review is right where it is; goes on to the next. A step that can be undone. */
    void acceptReviewed();

    //==================================================================================================
    // The subjects

    Projects& projects() { return project; }

    const Projects& projects() const { return project; }

    const RecentFiles& recentFiles() const { return recents; }

    OpenAudio& audio() { return audioFile; }

    const OpenAudio& audio() const { return audioFile; }

    const CutFinder& cutFinder() const { return cuts; }

    Playback& playback() { return played; }

    const Playback& playback() const { return played; }

    OutlineImport& outlineImport() { return outlineIn; }

    const OutlineImport& outlineImport() const { return outlineIn; }

    Writing& writing() { return writingOut; }

    const Writing& writing() const { return writingOut; }

    Players& players() { return playersShown; }

    const Players& players() const { return playersShown; }

    Documents& documents() { return documentsOut; }

    const Documents& documents() const { return documentsOut; }

    HostTimeline& hostTimeline() { return timeline; }

    const HostTimeline& hostTimeline() const { return timeline; }

    HostRenders& hostRenders() { return hostsRenders; }

    WatchedFolder& watchedFolder() { return watched; }

    const WatchedFolder& watchedFolder() const { return watched; }

    //==================================================================================================
    // A proposal

    const std::optional<Proposal>& proposal() const override { return pending; }

    void propose (Result<Proposal>) override; ///< a failure shows as its sentence in the panel

    const std::string& proposalProblem() const { return problem; }

    void acceptProposal();
    void dropProposal() override;

    ShiftForm shiftForm;
    TimeForm timeForm;
    PinForm pinForm;
    RenameForm renameForm;

    /** What was removed from the audio, as whoever removed it lists it; empty: that is to be found. Holds while its panel is open. */
    const std::string& listedCuts() const { return cutList; }

    void listCuts (std::string bytes);

    //==================================================================================================
    // Messages, keys, listeners

    /** Empty once the document has changed after it. */
    const Message& message() const override { return said; }

    void say (Message::Grade, const std::string&) override;
    void hush() override;

    const KeyMap& keys() const { return keyMap; }

    void setKeys (KeyMap);

    /** Calls back after changes, in the order in which listeners came. Handles must go before the workspace does. */
    using Listener = std::function<void (Changed)>;

    struct [[nodiscard]] Subscription
    {
        std::shared_ptr<void> alive;
    };

    Subscription listen (Listener);

private:
    Store documentStore;
    ViewState state;
    Review check;
    KeyMap keyMap;
    Message said;
    TypingPlace typing = TypingPlace::title;
    std::vector<std::size_t> filtered;

    std::optional<Proposal> pending;
    std::string problem;
    std::string cutList;

    std::vector<Prompt> prompts;              // the first is asked now
    std::optional<Prompt::Kind> askedInPanel; // because of what was done since the panel was opened

    std::vector<std::weak_ptr<Listener>> listeners;

    RecentFiles recents { services };
    OpenAudio audioFile { *this, recents };
    CutFinder cuts { *this, audioFile };
    HostTimeline timeline { *this };
    Playback played { *this, audioFile, timeline };
    Projects project { *this, audioFile, cuts, recents };
    OutlineImport outlineIn { *this, audioFile };
    Writing writingOut { *this, audioFile };
    Players playersShown { *this, writingOut };
    Documents documentsOut { *this, audioFile, project, writingOut };
    WatchedFolder watched { *this, writingOut };
    HostRenders hostsRenders { *this, timeline, writingOut };

    Store& store() override { return documentStore; }

    void show (ViewState) override;
    void tell (Changed) override;
    void ask (Prompt) override;
    void withdraw (Prompt::Kind) override;

    const std::string& projectPath() const override { return project.path(); }

    void happened (Event) override;

    void speakAsChosen() const;
    bool change (const std::function<Result<void>()>& make);
    void documentChanged();
    bool isOutlineAlone (const std::string& bytes, const std::string& name) const;
    void leaveProject();
    void travelTo (std::size_t step);
    void showChange (const Document& before, const Selection& selected);
    void updateTotal();
    void updateRows();
    void showAcceptances (std::size_t from, std::size_t to);
    void reviewFollows();
    void keepReview() const;
    void rememberReview() const;
    void resumeReview() override;
    std::string reviewName() const;
};

} // namespace earmark
