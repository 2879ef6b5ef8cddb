// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/RandomOutline.h"

#include "Foundation/Text.h"

namespace earmark::tests
{

namespace
{

std::string anyText (Random& random)
{
    static const std::vector<char32_t> interesting { 0,      1,      '\t',   '\n',    '\r',    ' ',    '"',
                                                     '\\',   '/',    '<',    '&',     'a',     'Z',    '0',
                                                     ':',    0x7F,   0x80,   0xA0,    0xE9,    0x200B, 0x2028,
                                                     0x5929, 0xFFFD, 0xFEFF, 0x1F3AC, 0x10FFFF };
    std::string text;

    for (auto n = random.below (12); n > 0; --n)
        text += toUtf8 (random.pick (interesting));

    return text;
}

std::string words (Random& random)
{
    static const std::vector<std::string> vocabulary {
        "tide", "Harbour", "ferry,", "gauge:",     "Öland",       "“fog”",  "fish?", "boat's",
        "C++",  "24",      "S-12",   "(live)",     "$3M",         "~40",    "cm",    "–",
        "-",    "潮水",    "灯塔の", "مرفأ",       "паром",       "🎬",     "&",     "#tide",
        "e.g.", "5.30",    "half;",  "2:1",        "Array<Boat>", "what’s", "[sic]", "at",
        "to",   "100%",    "a/b",    "snake_case", "Part",        "…",      "`code`"
    };
    std::string text;

    // Begins and ends with a plain word: marks at the ends of a title are taken for separators.
    static const std::vector<std::string> plain {
        "Tide", "boats", "Öland", "潮水", "مرفأ", "паром", "Letters"
    };
    text = random.pick (plain);

    for (auto n = random.below (6); n > 0; --n)
        text += ' ' + random.pick (vocabulary);

    return text + ' ' + random.pick (plain);
}

std::string textIn (Random& random, TextStyle style)
{
    return style == TextStyle::any ? anyText (random) : words (random);
}

Image anyImage (Random& random)
{
    if (random.oneIn (2))
        return LinkedImage { "https://example.org/" + std::to_string (random.below (100)) };

    return EmbeddedImage { "image/png", std::make_shared<const std::string> (anyText (random)) };
}

} // namespace

Outline randomOutline (Random& random, const Capabilities& can, TextStyle style)
{
    const bool all = style == TextStyle::any && can.holdsEverything();
    Outline outline;

    if (can.episodeTitle)
    {
        outline.episode.title = textIn (random, style);

        if (all)
        {
            auto& e = outline.episode;
            e.show = anyText (random);
            e.number = anyText (random);
            e.date = anyText (random);
            e.author = anyText (random);
            e.description = anyText (random);
            e.cover = random.oneIn (2) ? std::optional (anyImage (random)) : std::nullopt;
        }
    }

    auto time = Duration::fromSeconds (random.between (0, 2) * random.between (0, 60));
    const auto longestStep = random.pick (std::vector<std::int64_t> { 20'000, 600'000, 4'000'000 });

    // Two at least: a single line with a time may as well be a sentence.
    for (auto n = 2 + random.below (8); n > 0; --n)
    {
        Chapter c { .start = Position (time), .title = textIn (random, style) };
        auto step = Duration::fromMilliseconds (random.between (1, longestStep));

        const bool coarse = can.stepsPerSecond < 1000;

        if (coarse || random.oneIn (2)) // whole seconds are the rule
            step = Duration::fromSeconds (1 + step.milliseconds (Rounding::down) / 1000);

        if (all && random.oneIn (3))
            step = step + Duration::fromNanoseconds (random.between (0, 999'999));

        time = time + step;

        if (can.ends == Capabilities::Ends::stated && random.oneIn (2))
            c.end = coarse || random.oneIn (2)
                        ? Position (time)
                        : c.start
                              + Duration::fromMilliseconds (
                                  1 + random.between (0, step.milliseconds (Rounding::down)));

        if (can.summaries && random.oneIn (2))
            c.summary = textIn (random, style)
                        + (style == TextStyle::words && random.oneIn (3) ? '\n' + words (random) : "");

        if (can.points)
            for (auto p = random.below (4); p > 0; --p)
                c.points.push_back (textIn (random, style));

        if (can.links && random.oneIn (2))
            c.link = Link { "https://example.org/" + std::to_string (random.below (1000)),
                            all ? anyText (random) : std::string {} };

        if (can.images && random.oneIn (3))
            c.image = all ? anyImage (random)
                          : LinkedImage { "https://example.org/" + std::to_string (random.below (100)) };

        if (can.hidden)
            c.inContents = ! random.oneIn (4);

        if (all)
        {
            c.level = int (random.below (4));
            c.kind = Chapter::Kind (random.below (3));
            c.locked = random.oneIn (4);
        }

        outline.chapters.push_back (std::move (c));
    }

    return outline;
}

} // namespace earmark::tests
