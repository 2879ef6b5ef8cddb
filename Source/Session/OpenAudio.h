// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/RecentFiles.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

/** The audio that is open, with all that is found out about it: peaks, pauses, samples, and where speech begins. */
class OpenAudio
{
public:
    OpenAudio (Desk& d, RecentFiles& r) : desk (d), recent (r) {}

    void load (const std::string& path);

    /** Stops and closes it. */
    void forget();

    /** The project's is not to be had: asks where it is. */
    void askFor (const std::string& why);

    const std::optional<MediaInfo>& file() const { return opened; }

    /** What the document had before this file was opened, as far as it was heard to its end; none where the chapters came with the file. */
    const std::optional<MediaReference>& earlier() const { return replaced; }

    /** What was heard in it; nothing where it was not open here. */
    const PeakMap& earlierPeaks() const { return replacedWaveform; }

    const std::vector<TimeRange>& earlierPauses() const { return replacedQuiet; }

    const std::string& loading() const { return awaited; } ///< its path; empty when none is

    /** Of the file, or in a host without one of the audio that has passed. */
    const PeakMap& peaks() const { return waveform; }

    /** Without a file. What was found in those before stays where they are the same. */
    void setPeaks (PeakMap);

    /** Where sample 0 of the peaks lies: before the episode's start, if the host's timeline begins there. */
    Position startOfPeaks() const;

    const std::vector<TimeRange>& pauses() const { return quiet; }

    std::shared_ptr<const SampleExcerpt> samples() const { return excerpt; }

    /** Asks for samples where the zoom is closer than the peaks. */
    void wantSamples();

    /** Null while they are not known. */
    const std::vector<Candidate>* candidatesOf (const Chapter&) const;

    /** Asks for those of all chapters, and of these first: the answers come as Changed::media; without a file once the host has played
        there. What is known is not asked for again. */
    void wantCandidates (const std::vector<ChapterId>&);

    /** Chapters may begin where nobody has listened yet. */
    void documentChanged() { wantCandidates ({}); }

    /** Where "snap" would put a marker: before it, by as much as the user wants. */
    Position placeOf (const Candidate&) const;

    /** Where "snap" takes a chapter: the best speech onset's place, if that is good enough. */
    std::optional<Position> suggestionFor (const Chapter&) const;

private:
    Desk& desk;
    RecentFiles& recent;
    std::string awaited;
    std::optional<MediaInfo> opened;
    std::optional<MediaReference> replaced;
    PeakMap waveform, replacedWaveform;
    std::vector<TimeRange> quiet, replacedQuiet;
    std::shared_ptr<const SampleExcerpt> excerpt;
    std::optional<std::pair<std::int64_t, std::int64_t>> asked; // of samples, not yet answered
    std::map<Position, std::vector<Candidate>> candidates;
    std::set<Position> wanted, wantedFirst;
    Position foundFrom; // where the audio began on the episode's timeline when they were

    void forgetFindings();
    void findInPeaks (const std::vector<Position>&);
    void take (MediaInfo);
    void takeOutline();
    void askAboutChapters();
    void forgetEarlier();
};

} // namespace earmark
