// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Timecode.h"

#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

struct NamedRate
{
    std::string_view name;
    FrameRate rate;
};

constexpr std::array rates {
    NamedRate { "23.976", { 24000, 1001 } },
    NamedRate { "23.98", { 24000, 1001 } },
    NamedRate { "24", { 24, 1 } },
    NamedRate { "25", { 25, 1 } },
    NamedRate { "29.97", { 30000, 1001 } },
    NamedRate { "29.97df", { 30000, 1001, true } },
    NamedRate { "30", { 30, 1 } },
    NamedRate { "47.952", { 48000, 1001 } },
    NamedRate { "48", { 48, 1 } },
    NamedRate { "50", { 50, 1 } },
    NamedRate { "59.94", { 60000, 1001 } },
    NamedRate { "59.94df", { 60000, 1001, true } },
    NamedRate { "60", { 60, 1 } },
    NamedRate { "100", { 100, 1 } },
    NamedRate { "119.88", { 120000, 1001 } },
    NamedRate { "120", { 120, 1 } },
};

std::int64_t countOfFrames (const Timecode& t, FrameRate rate)
{
    const auto minutes = t.hours * 60 + t.minutes;
    const auto frames = (minutes * 60 + t.seconds) * rate.nominal() + t.frames;
    const auto dropped = rate.dropFrame ? rate.nominal() / 15 : 0;
    return frames - dropped * (minutes - minutes / 10);
}

} // namespace

std::optional<FrameRate> parseFrameRate (std::string_view text)
{
    auto name = toLowerAscii (trim (text));
    const bool drop = name.contains ("drop") || name.ends_with ("df");

    if (const auto slash = name.find ('/'); slash != std::string::npos)
    {
        const auto frames = parseInteger (name.substr (0, slash));
        const auto seconds = parseInteger (name.substr (slash + 1));

        if (! frames || ! seconds || *seconds < 1 || *frames < *seconds || *frames > 1'000'000)
            return {};

        return FrameRate { *frames, *seconds };
    }

    const auto isNon = name.contains ("non");
    name.erase (std::min (name.find_first_not_of ("0123456789."), name.size()));

    while (name.contains ('.') && (name.ends_with ('0') || name.ends_with ('.')))
        name.pop_back(); // "25.00"

    if (drop && ! isNon)
        name += "df";

    const auto found = std::ranges::find (rates, std::string_view (name), &NamedRate::name);
    return found == rates.end() ? std::nullopt : std::optional (found->rate);
}

std::string formatFrameRate (FrameRate rate)
{
    const auto found = std::ranges::find (rates, rate, &NamedRate::rate);
    return found == rates.end() ? std::format ("{}/{}", rate.frames, rate.seconds)
                                : std::string (found->name);
}

std::optional<Timecode> parseTimecode (std::string_view text)
{
    text = trim (text);
    Timecode code;
    const std::array fields { &code.hours, &code.minutes, &code.seconds, &code.frames };

    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        const auto digits = std::min (text.find_first_not_of ("0123456789"), text.size());
        const auto number = parseInteger (text.substr (0, digits));

        if (digits == 0 || digits > 3 || ! number || ((i == 1 || i == 2) && *number > 59))
            return {};

        *fields[i] = *number;
        text.remove_prefix (digits);

        if (i + 1 == fields.size())
            break;

        // Drop-frame shows in the last separator, or in all of them; some write a full stop there.
        if (text.empty() || ! (text.front() == ':' || text.front() == ';' || (i == 2 && text.front() == '.')))
            return {};

        code.dropFrame = code.dropFrame || text.front() == ';';
        text.remove_prefix (1);
    }

    if (text.starts_with ('.') && text.size() == 3)
    {
        const auto hundredths = parseInteger (text.substr (1));

        if (! hundredths || *hundredths < 0)
            return {};

        code.hundredths = *hundredths;
        text = {};
    }

    return text.empty() ? std::optional (code) : std::nullopt;
}

Duration toDuration (const Timecode& code, FrameRate rate)
{
    const auto hundredths = countOfFrames (code, rate) * 100 + code.hundredths;
    return fromUnits (hundredths * rate.seconds, rate.frames * 100).value_or (Duration());
}

std::int64_t framesUntil (Duration time, FrameRate rate)
{
    const auto ns = std::max<std::int64_t> (time.nanoseconds(), 0);
    constexpr std::int64_t billion = 1'000'000'000;

    // Whole groups of rate.seconds seconds first, so that nothing overflows.
    const auto groupNs = rate.seconds * billion;
    return ns / groupNs * rate.frames + (ns % groupNs * rate.frames + groupNs / 2) / groupNs;
}

std::string formatTimecode (Duration time, FrameRate rate)
{
    auto count = framesUntil (time, rate);

    if (rate.dropFrame)
    {
        const auto dropped = rate.nominal() / 15;
        const auto perTenMinutes = rate.nominal() * 600 - dropped * 9;
        const auto perMinute = rate.nominal() * 60 - dropped;
        const auto tens = count / perTenMinutes;
        const auto rest = count % perTenMinutes;
        count += dropped * 9 * tens;
        count += rest >= dropped ? dropped * ((rest - dropped) / perMinute) : 0;
    }

    const auto nominal = rate.nominal();
    const auto seconds = count / nominal;
    return std::format ("{:02}:{:02}:{:02}{}{:02}",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60,
                        rate.dropFrame ? ';' : ':',
                        count % nominal);
}

FrameRate askFrameRate (Gathering& gathering, std::int64_t largestFrame, bool dropFrame, std::int64_t atLeast)
{
    std::string guess = "60";

    if (dropFrame)
        guess = largestFrame > 29 ? "59.94df" : "29.97df";
    else
        for (const std::int64_t usual : { 24, 25, 30, 50, 60, 120 })
            if (usual > largestFrame && usual >= atLeast)
            {
                guess = std::to_string (usual);
                break;
            }

    Question question {
        "fps", "How many frames has a second? The file counts in frames and does not say.", guess, {}
    };

    for (const auto& rate : rates)
        if (rate.name != "23.98")
            question.choices.emplace_back (rate.name);

    return parseFrameRate (gathering.ask (std::move (question))).value_or (FrameRate {});
}

FrameRate frameRateFor (const Answers& answers)
{
    const auto answer = answers.find ("fps");
    return answer == answers.end() ? FrameRate {} : parseFrameRate (answer->second).value_or (FrameRate {});
}

Duration askTimelineStart (Gathering& gathering,
                           const std::optional<Timecode>& first,
                           FrameRate rate,
                           std::int64_t within)
{
    if (! first || first->hours == 0)
        return {};

    const auto hours = first->minutes < within ? first->hours : 0;
    const auto answer =
        gathering.ask ({ "start",
                         "At which timecode does the timeline begin? It is taken off every time.",
                         formatTimecode (toDuration ({ .hours = hours }, rate), rate),
                         {} });

    if (const auto start = parseTimecode (answer))
        return toDuration (*start, rate);

    gathering.warn (
        std::format ("'{}' is no timecode such as 01:00:00:00; the timeline begins at zero.", answer));
    return {};
}

} // namespace earmark
