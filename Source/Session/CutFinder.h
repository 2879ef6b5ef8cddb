// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/OpenAudio.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

/** What is known of the audio's length beside the chapters. */
struct CutFinding
{
    enum class Kind
    {
        unknown,   ///< there is nothing to compare, or not yet
        agrees,    ///< it is as long as the chapters expect
        explained, ///< one place explains the difference
        behindLast,
        unexplained
    };

    Kind kind = Kind::unknown;
    std::string sentence;     ///< in the language that is spoken
    std::optional<Edit> edit; ///< takes the difference out of the chapters' times; only where it is explained
};

/** What the chapters' times go by. */
enum class Expected
{
    byEarlierAudio,
    byStatedEnd ///< of their last one
};

/** What is heard in an audio. */
struct Heard
{
    std::span<const TimeRange> pauses; ///< in order
    std::optional<Position> splice;    ///< where it departs from the earlier one, if both were heard
};

/** About an audio that is longer by so much than expected, or shorter where that is negative. Goes by the splice, else by the pauses. */
CutFinding findingAbout (const Document&, Duration by, Expected, const Heard&);

/** Notices when audio is opened that is longer or shorter than the one for which the chapters were timed, looks for the one place that explains
    it, and asks. */
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

private:
    using Starts = std::vector<std::pair<ChapterId, Position>>;

    Desk& desk;
    OpenAudio& audio;

    /** The chapters belonged to audio of that length when they began there. */
    struct Timed
    {
        Duration length;
        Starts starts;
        PeakMap peaks; ///< none where it was not heard here
    };

    std::optional<Timed> timed;
    std::optional<Position> splice;
    std::optional<Starts> asked; // about chapters with these starts

    Starts startsNow() const;
    std::optional<Duration> lengthByEarlierAudio() const;
    void ask (const CutFinding&);
};

} // namespace earmark
