// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/CutFinding.h"
#include "Session/Desk.h"
#include "Session/OpenAudio.h"

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace earmark
{

/** Notices when audio is opened that is longer or shorter than the one for which the chapters were timed, looks for the places that explain it,
    one or several, and asks. */
class CutFinder
{
public:
    CutFinder (Desk& d, OpenAudio& a) : desk (d), audio (a) {}

    /** As the chapters are now. Costs little: what is heard is known. */
    CutFinding finding() const;

    void audioOpened();
    void audioHeard();
    void documentChanged();
    void projectLeft();

    /** Another document took the place of the one before: what is known of its audio is what it says itself. */
    void documentTaken();

    /** Marks were accepted by ear, on the audio that is open. */
    void reviewed();

    /** Whether these edits take out of the chapters' times all by which the audio is longer or shorter. */
    bool areAllOfIt (std::span<const Edit>) const;

    /** They were made: as the chapters are now they belong to this audio. Until undone. */
    void allTakenOut();

    /** The document with the audio for which its chapters have their times, to be saved: it is not only kept while the window is open.
        Never null. */
    std::shared_ptr<const Document> toKeep() const;

private:
    using Starts = std::vector<std::pair<ChapterId, Position>>;

    Desk& desk;
    OpenAudio& audio;

    /** The chapters belonged to audio of that length when they began there. */
    struct Timed
    {
        enum class Told
        {
            surely,
            byReference ///< the project names an audio of that length, and that the chapters are of another one is as likely
        };

        Duration length;
        Starts starts;
        PeakMap peaks;                 ///< none where it was not heard here
        std::vector<TimeRange> pauses; ///< none where it was never heard
        Told told = Told::surely;
    };

    std::optional<Timed> timed;

    // Where the chapters began when all of the difference had been taken out: this audio's. It need not show in the last of them.
    std::optional<Starts> settled;

    // Between that audio and this one.
    std::optional<Position> splice;
    std::vector<Piece> pieces;

    std::optional<Starts> asked; // about chapters with these starts

    Starts startsNow() const;
    Duration lengthNow() const;
    bool isHeard() const;
    bool isSettled() const;
    std::optional<Duration> lengthByEarlierAudio (Duration present) const;
    std::optional<TimedFor> timedFor() const;
    void forgetPlaces();
    bool isUnsure() const;
    void belongToPresent();
    void ask (const CutFinding&);
};

} // namespace earmark
