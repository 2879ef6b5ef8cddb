// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/Documents.h"
#include "Session/ImportPreview.h"
#include "Session/Keys.h"
#include "Session/Players.h"
#include "Session/Review.h"
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

/** One open window's state and the only way to change it: the document, the view, the review, the audio's look, a pending
    import or proposal. Components read it and call it; commands (Commands.h) act on it. One thread only. */
class Workspace final : private Desk
{
public:
    explicit Workspace (Services);

    using Desk::look;
    using Desk::services;

    //==================================================================================================
    // The document

    const Document& document() const override { return *documentStore.current(); }

    const std::vector<Chapter>& chapters() const { return documentStore.chapters(); }

    const Store& history() const { return documentStore; }

    /** Null for an unknown id. */
    const Chapter* find (ChapterId) const;

    /** Of the audio, where there is some. */
    std::optional<Position> endOfAudio() const;

    /** False, with a message, when the edit is refused. */
    bool perform (const Edit&, const std::string& series = {}) override;
    bool performAll (const std::vector<Edit>&, const std::string& name);

    void undo();
    void redo();
    void goToStep (std::size_t);

    void beginGesture() { documentStore.beginGesture(); }

    void performInGesture (const Edit&);
    void endGesture();
    void cancelGesture();

    //==================================================================================================
    // Projects

    /** Where the project is saved; empty before that. */
    const std::string& projectPath() const { return project; }

    /** The project's, without its suffix; else the episode's title or the audio's name. Empty where there is nothing. */
    std::string name() const override;

    /** "Episode 41 * – Earmark"; the star tells of unsaved changes. */
    std::string windowTitle() const;

    /** Nothing is there yet: neither chapters nor audio. */
    bool isBlank() const { return chapters().empty() && ! document().media && loading.empty(); }

    /** Nothing would be lost. */
    bool isSaved() const { return documentStore.isSaved(); }

    /** Whatever the file is called. Asks first where changes would be lost; harms nothing when it cannot be read. */
    void openProject (const std::string& path);
    void newProject();

    /** Asks where to when that is not known, or `elsewhere`. `then` is called once it is saved. */
    void saveProject (bool elsewhere, std::function<void()> then = {});

    /** Save goes there from now on, without asking. */
    void saveTo (const std::string& path) { project = path; }

    /** The window is to go: asks first where changes would be lost, then quits. */
    void close();

    /** Asks about what crashed instances had not saved. */
    void offerRecovered();

    /** What is asked now. */
    const Prompt* prompt() const { return prompts.empty() ? nullptr : &prompts.front(); }

    /** By the choice's index. */
    void answerPrompt (std::size_t choice);

    //==================================================================================================
    // The view

    const ViewState& view() const override { return state; }

    /** Puts the playhead, and the sound with it. */
    void seek (Position);

    /** Shows the open panel, or hides it when it is shown already. */
    void toggle (Panel);
    void open (Panel) override;
    void closePanel();

    /** Whoever shows that field gives it the keyboard, and is told which by typingPlace(). */
    void askToType (TypingPlace);

    TypingPlace typingPlace() const { return typing; }

    /** To be called for every frame: asks the transport, moves the playhead and follows it. */
    void tick();

    const Transport& transport() const { return heard; }

    /** The chapters that the table shows, in order. */
    const std::vector<std::size_t>& rows() const { return filtered; }

    std::vector<ChapterId> order() const;

    //==================================================================================================
    // The audio

    void loadMedia (const std::string& path);

    const std::optional<MediaInfo>& media() const override { return sound; }

    const std::string& loadingMedia() const { return loading; } ///< its path; empty when none is

    /** Of the file, or in a host without one of the audio that has passed. */
    const PeakMap& peaks() const { return waveform; }

    /** Where sample 0 of the peaks lies: before the episode's start, if the host's timeline begins there. */
    Position startOfPeaks() const;

    const std::vector<TimeRange>& pauses() const { return quiet; }

    std::shared_ptr<const SampleExcerpt> samples() const { return excerpt; }

    /** Null while they are not known. Asks for those of some chapters: the answers come as Changed::media. */
    const std::vector<Candidate>* candidatesOf (const Chapter&) const;
    void wantCandidates (const std::vector<ChapterId>&);

    /** Where "snap" takes a chapter: the best speech onset, if it is good enough. */
    std::optional<Position> suggestionFor (const Chapter&) const;

    /** Asks for samples where the zoom is closer than the peaks. */
    void wantSamples();

    //==================================================================================================
    // The host

    bool isHosted() const { return bool (services.host); }

    /** As tick() found it. */
    const HostTransport& host() const { return hosted; }

    /** Makes this place on the host's timeline 0:00 of the episode. The chapters keep their times. */
    void setEpisodeStart (Position onHost);

    /** The document that the host kept, unless it is the same as the current one. A step that can be undone, where there is
        something to undo to. The links are to the chapters of that document. */
    void takeFromHost (Document, std::vector<MarkerLink> = {});

    /** The way to the host's own timeline; null where there is none. */
    const HostLink* hostLink() const { return services.hostLink ? services.hostLink() : nullptr; }

    /** The chapters' markers on the host's timeline, as they were set last. */
    const std::vector<MarkerLink>& markerLinks() const { return links; }

    bool isPushingMarkers() const { return isPushing; }

    /** Makes the host's markers, or regions by preference, those of the chapters. */
    void pushMarkers();

    /** Shows what the host's markers would change, in the panel for it. */
    void pullMarkers();

    /** A render has ended: as soon as its files are complete, asks whether the chapters are to be written into them. Which they are tells
        the host, or the folder that the user has named. */
    void hostHasRendered();

    /** Where renders lie, of hosts that do not tell. */
    void chooseRenderFolder();

    /** Puts the host's playhead where that place of the episode is; nothing where the host does not allow it, or records. */
    void jumpHost (Position inEpisode);

    //==================================================================================================
    // Review, import, proposals

    const Review& review() const { return check; }

    void setReview (Review);

    const std::optional<ImportPreview>& import() const { return incoming; }

    void beginImport (std::string bytes, std::string name);

    /** Reads it again with these changes. */
    template <class Change>
    void changeImport (const Change& change)
    {
        if (! incoming)
            return;

        change (*incoming);
        readImport();
    }

    void acceptImport();

    /** Audio is loaded, anything else goes to the import preview, or at once into an empty document when `directly`. */
    void openFile (const std::string& path, bool directly = false);

    /** Paths opened lately, the last first. */
    std::vector<std::string> recent() const;

    //==================================================================================================
    // The subjects

    Writing& writing() { return writes; }

    const Writing& writing() const { return writes; }

    Players& players() { return shows; }

    const Players& players() const { return shows; }

    Documents& documents() { return papers; }

    const Documents& documents() const { return papers; }

    WatchedFolder& watchedFolder() { return watched; }

    const WatchedFolder& watchedFolder() const { return watched; }

    //==================================================================================================
    const std::optional<Proposal>& proposal() const { return pending; }

    void propose (Result<Proposal>); ///< a failure shows as its sentence in the panel

    const std::string& proposalProblem() const { return problem; }

    void acceptProposal();
    void dropProposal();

    ShiftForm shiftForm;
    TimeForm timeForm;
    PinForm pinForm;

    //==================================================================================================
    const Message& message() const { return said; }

    void say (Message::Grade, const std::string&) override;

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
    Transport heard;
    std::vector<std::size_t> filtered;
    std::string project, loading;

    HostTransport hosted;
    std::shared_ptr<const PeakMap> captured; // what the waveform is of, without a file
    std::vector<MarkerLink> links;
    bool isPushing = false;            // the host has not taken all yet
    std::vector<std::string> rendered; // complete, and not yet asked about to the end

    std::optional<MediaInfo> sound;
    PeakMap waveform;
    std::vector<TimeRange> quiet;
    std::shared_ptr<const SampleExcerpt> excerpt;
    std::optional<std::pair<std::int64_t, std::int64_t>> asked; // of samples, not yet answered
    std::map<Position, std::vector<Candidate>> candidates;
    std::vector<Position> wanted;

    std::optional<ImportPreview> incoming;
    std::optional<Proposal> pending;
    std::string problem;

    std::optional<std::size_t>
        onDisk; // what the project's file held when it was opened or saved; none where there was none
    std::vector<Prompt> prompts;          // the first is asked now
    std::vector<RecoveredWork> recovered; // not yet asked about

    std::vector<std::weak_ptr<Listener>> listeners;

    Writing writes { *this };
    Players shows { *this, writes };
    Documents papers { *this, writes };
    WatchedFolder watched { *this, writes };

    Store& store() override { return documentStore; }

    void show (ViewState) override;
    void tell (Changed) override;
    void ask (Prompt) override;
    void happened (Event) override;

    void speakAsChosen() const;
    void leave (const std::string& why, std::function<void()> then);
    void showProject (Document, std::string path, Store::Saved);
    void forgetMedia();
    void saveAs (const std::string& path, const std::function<void()>& then);
    void writeProject (const std::string& path, const std::function<void()>& then);
    void askToOverwrite (const std::string& path, const std::string& why, const std::function<void()>& then);
    std::optional<std::size_t> fingerprintOf (const std::string& path) const;
    void askForAudio (const std::string& why);
    void askAboutOwnChapters();
    void askAboutRecovered();
    void keepRecovered (const RecoveredWork&);
    void keepUnsaved() const;
    void documentChanged();
    void forgetSound(); ///< what was found out about the audio
    void mediaOpened (MediaInfo);
    void readImport();
    void proposeImport();
    void updateTotal();
    Duration reachOfHost() const;
    Transport listenNow();
    void setLinks (std::vector<MarkerLink>);
    void renderIsComplete (const std::string& path);
    void askAboutRenders();
    bool lookAtHost();
    void updateRows();
    void remember (const std::string& path);
    void keepReview() const;
    void resumeReview();
    std::string reviewName() const;
};

/** What "snap" takes for good enough; candidates below it are shown only. */
inline constexpr double goodEnough = 0.25;

} // namespace earmark
