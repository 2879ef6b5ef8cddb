// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"

#include <array>
#include <format>

// Label tracks of Audacity (manual.audacityteam.org, "Importing and Exporting Labels"): start TAB end TAB text, in seconds. A line
// that begins with a backslash holds the frequencies of the label above it.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".labels.txt", ".labels" };

struct Label
{
    Duration start;
    std::optional<Duration> end;
    std::string_view text;
};

/** The next field and what follows it. Audacity takes a run of tabs for one; text pasted from a page has blanks instead. */
std::string_view takeField (std::string_view& rest, std::string_view separators)
{
    const auto begin = std::min (rest.find_first_not_of (separators), rest.size());
    rest.remove_prefix (begin);
    const auto field = rest.substr (0, rest.find_first_of (separators));
    rest.remove_prefix (std::min (field.size() + 1, rest.size()));
    return field;
}

std::optional<Label> labelIn (std::string_view line)
{
    const std::string_view separators = line.find ('\t') != std::string_view::npos ? "\t" : " ";
    auto rest = line;
    const auto start = parseSeconds (takeField (rest, separators));

    if (! start)
        return {};

    const auto behindStart = rest;

    if (const auto end = parseSeconds (takeField (rest, separators)))
        return Label { *start, end, trim (rest) };

    return Label { *start, {}, trim (behindStart) };
}

bool isSpectral (std::string_view line)
{
    return line.starts_with ("\\\t") || line.starts_with ("\\ ");
}

/** The lists of cuts of MPlayer, Kodi and comskip have the shape of labels, with an action, 0 to 3, for the text. Labels that are called
    1, 2, 3 in turn are chapters. */
class ListOfCuts
{
public:
    void take (const Label& label)
    {
        const auto text = label.text;
        const bool isAction = text.size() == 1 && text[0] >= '0' && text[0] <= '3' && label.end;
        const auto action = isAction ? std::size_t (text[0] - '0') : none;
        first = lines == 0 ? action : first;
        counted += isAction && first < 2 && action == first + lines ? 1u : 0u;
        cutOut += isAction && *label.end > label.start ? 1u : 0u;
        actions += isAction ? 1u : 0u;
        ++lines;
    }

    /** Labels may count 0, 1, 2 as well, and a single one without a length cuts nothing. */
    bool isOne() const
    {
        return lines > 0 && actions == lines && (lines == 1 ? cutOut == 1 : counted < lines);
    }

private:
    static constexpr std::size_t none = 9;
    std::size_t first = none, lines = 0, actions = 0, counted = 0, cutOut = 0;
};

Confidence sniff (std::string_view text)
{
    std::size_t labels = 0;
    bool fractions = false;
    ListOfCuts cuts;

    for (const auto line : splitLines (text.substr (0, 4096)))
    {
        if (trim (line).empty() || isSpectral (line))
            continue;

        const auto label = labelIn (line);

        if (! label || ! label->end)
            return labels > 1 ? 60 : 0; // the sample may end in the middle of a line

        ++labels;
        cuts.take (*label);
        fractions = fractions || line.substr (0, 12).find_first_of (".,") != std::string_view::npos;
    }

    if (cuts.isOne())
        return fractions || text.contains ('\t') ? 92 : 0; // so that none reads what read() refuses

    // Whole numbers without tabs might be anything.
    return labels == 0 ? 0 : text.contains ('\t') ? (fractions ? 92 : 75) : fractions ? 55 : 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::size_t number = 0;
    std::size_t spectral = 0;
    ListOfCuts cuts;

    for (const auto line : splitLines (text))
    {
        ++number;

        if (isSpectral (line))
        {
            ++spectral;
        }
        else if (const auto label = labelIn (line))
        {
            cuts.take (*label);
            Chapter chapter { .start = Position (label->start), .title = std::string (label->text) };

            if (label->end)
                chapter.end = Position (*label->end);

            gathering.add (std::move (chapter), Place::atLine (number));
        }
        else if (! trim (line).empty())
        {
            gathering.warn ("The line does not begin with a time in seconds; it was left out.",
                            Place::atLine (number));
        }
    }

    if (cuts.isOne())
        return failure (Error::Kind::empty, "It is a list of cuts, without titles.");

    gathering.ignoreMany (spectral, "{} line of frequencies.", "{} lines of frequencies.");

    return std::move (gathering).finish ("No line begins with a time in seconds.");
}

std::string write (const Outline& outline, const Answers&)
{
    constexpr int decimals = 6; // as Audacity itself writes
    std::string text;

    for (const auto& chapter : outline.chapters)
        text += std::format ("{}\t{}\t{}\n",
                             formatSeconds (chapter.start.sinceStart(), decimals),
                             formatSeconds (chapter.end.value_or (chapter.start).sinceStart(), decimals),
                             oneLine (chapter.title));

    return text;
}

} // namespace

extern const ChapterFormat audacityFormat;

constexpr ChapterFormat audacityFormat {
    .id = "audacity",
    .name = "Audacity labels",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 1'000'000 },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
