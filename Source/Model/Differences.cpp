// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Differences.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Lint.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>
#include <map>

namespace earmark
{

namespace
{

Duration magnitude (Duration d)
{
    return d < Duration() ? -d : d;
}

Position rounded (Position p)
{
    return Position::fromSeconds ((p.milliseconds (Rounding::nearest) + 500) / 1000);
}

/** Titles differ in nothing that a reader would notice. */
std::string keyOf (const Chapter& chapter)
{
    return toLowerAscii (collapseSpaces (chapter.title));
}

/** Each title with how often it was there before. */
std::vector<std::pair<std::string, std::size_t>> countedKeys (const std::vector<Chapter>& chapters)
{
    std::map<std::string, std::size_t> before;
    std::vector<std::pair<std::string, std::size_t>> keys;

    for (const auto& chapter : chapters)
    {
        auto key = keyOf (chapter);
        const auto count = before[key]++;
        keys.emplace_back (std::move (key), count);
    }

    return keys;
}

/** With places for the chapter, the difference, both lists' names and how many times differ otherwise. */
std::string_view sentenceAboutOffset (Duration by, bool isFromThereOn, bool isOneOffset)
{
    const auto isEarlier = by < Duration();

    if (isFromThereOn)
        return isEarlier ? "From {} on, everything begins {} earlier in {} than in {}."
                         : "From {} on, everything begins {} later in {} than in {}.";

    if (isOneOffset)
        return isEarlier ? "{} begins {} earlier in {} than in {}." : "{} begins {} later in {} than in {}.";

    return isEarlier ? "{} begins {} earlier in {} than in {}, and {} more times differ otherwise."
                     : "{} begins {} later in {} than in {}, and {} more times differ otherwise.";
}

} // namespace

std::string secondsOf (Duration d)
{
    const auto seconds = std::round (std::abs (d.seconds()) * 10) / 10;
    return std::format ("{:g} s", seconds);
}

std::optional<Position> statedEnd (const Outline& outline)
{
    return outline.chapters.empty() ? std::nullopt : outline.chapters.back().end;
}

std::optional<Duration> differenceOfLength (const Outline& outline, Duration lengthOfAudio)
{
    return statedEnd (outline).transform ([&] (Position end) { return Position (lengthOfAudio) - end; });
}

std::vector<std::pair<std::size_t, std::size_t>> pairByTitle (const std::vector<Chapter>& first,
                                                              const std::vector<Chapter>& second)
{
    std::map<std::pair<std::string, std::size_t>, std::size_t> places;
    const auto keys = countedKeys (second);

    for (std::size_t j = 0; j < keys.size(); ++j)
        places.emplace (keys[j], j);

    // The longest run that rises. For each length, the pair that ends such a run the earliest; each pair knows the one before it.
    struct Step
    {
        std::pair<std::size_t, std::size_t> indices;
        std::size_t before;
    };

    constexpr auto none = std::numeric_limits<std::size_t>::max();
    std::vector<Step> steps;
    std::vector<std::size_t> ends;
    std::size_t i = 0;

    for (const auto& key : countedKeys (first))
    {
        if (const auto place = places.find (key); place != places.end())
        {
            const auto j = place->second;
            const auto end = std::ranges::lower_bound (
                ends, j, {}, [&] (std::size_t step) { return steps[step].indices.second; });
            steps.push_back ({ { i, j }, end == ends.begin() ? none : *(end - 1) });

            if (end == ends.end())
                ends.push_back (steps.size() - 1);
            else
                *end = steps.size() - 1;
        }

        ++i;
    }

    std::vector<std::pair<std::size_t, std::size_t>> pairs;

    for (auto step = ends.empty() ? none : ends.back(); step != none; step = steps[step].before)
        pairs.push_back (steps[step].indices);

    std::ranges::reverse (pairs);
    return pairs;
}

Differences compareLists (const Outline& first, const Outline& second, Duration tolerance)
{
    Differences differences;
    std::vector<bool> met (second.chapters.size());
    const auto pairs = pairByTitle (first.chapters, second.chapters);
    auto pair = pairs.begin();
    auto offset = Duration();
    bool differs = false;

    for (std::size_t i = 0; i < first.chapters.size(); ++i)
    {
        if (pair == pairs.end() || pair->first != i)
        {
            differences.onlyInFirst.push_back (i);
            continue;
        }

        const auto j = (pair++)->second;
        met[j] = true;
        const auto by = second.chapters[j].start - first.chapters[i].start;

        // A marker at 0:00 means the beginning of the file, whatever was put in front.
        if (magnitude (by - offset) > tolerance)
        {
            differs = differs || (! differences.offsets.empty() && by != Duration());
            differences.offsets.push_back ({ i, by });
            offset = by;
        }
    }

    for (std::size_t j = 0; j < met.size(); ++j)
        if (! met[j])
            differences.onlyInSecond.push_back (j);

    differences.isOneOffset = ! differences.offsets.empty() && ! differs;
    return differences;
}

std::string describe (const Differences& differences,
                      const Outline& first,
                      const Outline& second,
                      std::string_view firstName,
                      std::string_view secondName)
{
    std::string text;
    const auto add = [&] (std::string_view sentence) { (text += text.empty() ? "" : " ") += sentence; };

    const auto only =
        [&] (const std::vector<std::size_t>& indices, const Outline& list, std::string_view name)
    {
        if (indices.empty())
            return;

        const auto call = callOf (list.chapters[indices.front()], indices.front());
        add (indices.size() == 1
                 ? std::format ("Only {} has {}.", name, call)
                 : std::format ("Only {} has {} and {} more.", name, call, indices.size() - 1));
    };

    only (differences.onlyInFirst, first, firstName);
    only (differences.onlyInSecond, second, secondName);

    if (! differences.offsets.empty())
    {
        const auto& [from, by] = differences.offsets.front();
        const auto call = callOf (first.chapters[from], from);
        const auto seconds = secondsOf (by);
        const auto more = differences.offsets.size() - 1;
        const auto isFromThereOn = differences.isOneOffset && more == 0 && from + 1 < first.chapters.size();
        add (std::vformat (sentenceAboutOffset (by, isFromThereOn, differences.isOneOffset),
                           std::make_format_args (call, seconds, secondName, firstName, more)));
    }

    if (text.starts_with ('c'))
        text.front() = 'C';

    return text;
}

std::string sentenceAboutLength (const Outline& outline, Duration lengthOfAudio)
{
    const auto audio = rounded (Position (lengthOfAudio));

    if (const auto difference = differenceOfLength (outline, lengthOfAudio);
        difference && magnitude (*difference) > lengthTolerance)
    {
        const auto end = rounded (*statedEnd (outline));
        const auto outlineEnd = formatTime (end), audioEnd = formatTime (audio), by = secondsOf (audio - end);
        return *difference < Duration()
                   ? std::format (
                         "The outline ends at {}, the audio at {}: {} are missing.", outlineEnd, audioEnd, by)
                   : std::format ("The outline ends at {}, the audio at {}: {} have come in.",
                                  outlineEnd,
                                  audioEnd,
                                  by);
    }

    if (! outline.chapters.empty() && beginsAfterAudio (outline.chapters.back(), Position (lengthOfAudio)))
        return std::format (
            "The last chapter begins at {}, but the audio ends at {}: at least {} are missing.",
            formatTime (outline.chapters.back().start),
            formatTime (audio),
            secondsOf (outline.chapters.back().start - audio));

    return {};
}

} // namespace earmark
