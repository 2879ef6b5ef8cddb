// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TitleText.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

/** Words that end the names of shows. */
constexpr std::array<std::string_view, 30> showWords {
    "Podcast", "Podcasts", "Pod",     "Show",       "Radio",  "Hour",    "Cast",    "Talk",
    "Talks",   "Daily",    "Weekly",  "News",       "Report", "Live",    "Lab",     "Files",
    "Diaries", "Stories",  "Session", "Sessions",   "Club",   "Academy", "Minutes", "Morning",
    "Tonight", "Network",  "Project", "Experience", "Review", "Brief"
};

/** Words that are written with a capital inside: no joint. */
constexpr std::array<std::string_view, 34> camelWords {
    "YouTube",  "GitHub",   "GitLab",    "LinkedIn",    "PayPal",      "TikTok",     "OpenAI",
    "DeepMind", "DeepSeek", "ChatGPT",   "iPhone",      "iPad",        "iOS",        "macOS",
    "eBay",     "WhatsApp", "WordPress", "JavaScript",  "TypeScript",  "PowerPoint", "SpaceX",
    "FaceTime", "AirPods",  "MacBook",   "BioNTech",    "AstraZeneca", "PostgreSQL", "MySQL",
    "GraphQL",  "WeWork",   "DoorDash",  "CrowdStrike", "McDonald",    "PhD"
};

bool isLower (char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9)
           || (c >= 0x430 && c <= 0x44F);
}

struct Word
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

Word wordAround (std::string_view text, std::size_t at)
{
    Word word { at, at };

    while (word.begin > 0 && isWordCharacter (codePointBefore (text, word.begin).value))
        word.begin -= codePointBefore (text, word.begin).size;

    while (word.end < text.size() && isWordCharacter (codePointAt (text, word.end).value))
        word.end += codePointAt (text, word.end).size;

    return word;
}

/** "Episode 42: Fog", "Ep. 42", "#42". */
bool beginsWithEpisodeNumber (std::string_view text)
{
    constexpr std::array<std::string_view, 8> words { "episode", "ep",       "folge",    "Épisode",
                                                      "avsnitt", "episodio", "episódio", "aflevering" };
    const auto digitsAt = text.find_first_of ("0123456789");

    if (digitsAt == std::string_view::npos)
        return false;

    auto before = trim (text.substr (0, digitsAt));

    if (before.ends_with ('#') || before.ends_with ('.'))
        before = trim (before.substr (0, before.size() - 1));
    else if (before.empty())
        return false;

    return before.empty() ? text.starts_with ('#') : std::ranges::contains (words, toLowerAscii (before));
}

/** "Episode 42" with no title behind the number. */
bool isEpisodeNumber (std::string_view text)
{
    if (! beginsWithEpisodeNumber (text))
        return false;

    const auto digits = text.substr (text.find_first_of ("0123456789"));
    return ! hasWord (digits.substr (std::min (digits.size(), digits.find_first_not_of ("0123456789"))));
}

} // namespace

bool hasShowWord (std::string_view text)
{
    for (const auto word : showWords)
        if (text.contains (word))
            return true;

    return text.contains ("podcast") || text.contains (" FM");
}

bool hasTwoSentences (std::string_view text)
{
    constexpr std::size_t shortestWord = 3;

    for (auto at = text.find (". "); at != std::string_view::npos; at = text.find (". ", at + 1))
    {
        const auto word = at == 0 ? Word {} : wordAround (text, at - codePointBefore (text, at).size);
        const bool ends =
            word.end == at && at - word.begin >= shortestWord && isLower (codePointBefore (text, at).value);
        const auto behind = text.substr (at + 2);

        if (ends && ! behind.empty() && isCapital (codePointAt (behind, 0).value))
            return true;
    }

    return false;
}

std::optional<GluedTitle> splitAtSeparator (std::string_view line)
{
    for (const std::string_view separator : { " | ", " — ", " – ", " - ", " :: ", " • ", " · " })
    {
        const auto at = line.find (separator);

        if (at == std::string_view::npos)
            continue;

        const auto left = trim (line.substr (0, at));
        const auto right = trim (line.substr (at + separator.size()));

        if (hasShowWord (left) && ! hasShowWord (right))
            return GluedTitle { std::string (left), std::string (right), true };

        if (hasShowWord (right) && ! hasShowWord (left))
            return GluedTitle { std::string (right), std::string (left), true };

        if (left.size() <= longestShow && beginsWithEpisodeNumber (right) && ! beginsWithEpisodeNumber (left))
            return GluedTitle { std::string (left), std::string (right), ! isEpisodeNumber (right) };
    }

    return {};
}

bool isLikelyShow (std::string_view text)
{
    constexpr std::ptrdiff_t mostBlanks = 2;
    return std::ranges::count (text, ' ') <= mostBlanks;
}

std::optional<GluedTitle> splitGluedTitle (std::string_view line)
{
    constexpr std::size_t longestTitle = 1000; // bounds the work: each joint looks at its whole word

    if (line.empty() || line.size() > longestTitle)
        return {};

    std::optional<GluedTitle> guess;

    for (std::size_t i = codePointAt (line, 0).size; i < line.size();)
    {
        const auto [c, size] = codePointAt (line, i);
        const auto before = codePointBefore (line, i).value;
        const bool joint = isCapital (c)
                           && (isLower (before) || (before >= '0' && before <= '9') || before == '!'
                               || before == '?' || before == ')');

        if (joint)
        {
            const auto word = wordAround (line, i);
            const auto left = line.substr (word.begin, i - word.begin);
            const auto whole = line.substr (word.begin, word.end - word.begin);
            const bool known =
                std::ranges::any_of (camelWords, [&] (std::string_view w) { return whole.starts_with (w); });

            if (! known)
            {
                GluedTitle split { std::string (trim (line.substr (0, i))),
                                   std::string (trim (line.substr (i))),
                                   std::ranges::contains (showWords, left)
                                       || beginsWithEpisodeNumber (line.substr (i)) };

                if (split.isCertain)
                    return split;

                constexpr std::size_t shortestPart = 3;

                if (! guess && left.size() >= shortestPart && word.end - i >= shortestPart)
                    guess = split;
            }
        }

        i += size;
    }

    return guess;
}

} // namespace earmark::outline
