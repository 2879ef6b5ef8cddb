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

/** About an audio that is longer by so much than expected, or shorter where that is negative. `pauses` are its own, in order. */
CutFinding findingAbout (const Document&, Duration by, Expected, std::span<const TimeRange> pauses);

/** Notices when audio is opened that is longer or shorter than the one for which the chapters were timed, looks for the one place that explains
    it, and asks. */
class CutFinder
{
public:
    CutFinder (Desk& d, OpenAudio& a) : desk (d), audio (a) {}

    /** As the chapters are now. Costs little: the pauses are known. */
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
    };

    std::optional<Timed> timed;
    std::optional<Starts> asked; // about chapters with these starts

    Starts startsNow() const;
    std::optional<Duration> lengthByEarlierAudio() const;
    void ask (const CutFinding&);
};

} // namespace earmark
