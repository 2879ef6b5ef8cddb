// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/NotesReading.h"

#include "Formats/Techniques/Markup.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <array>

namespace earmark
{

namespace
{

std::string withoutEscapes (std::string_view markdown)
{
    std::string text;

    for (std::size_t i = 0; i < markdown.size(); ++i)
    {
        if (markdown[i] == '\\' && i + 1 < markdown.size())
            ++i;

        text += markdown[i];
    }

    return text;
}

struct Heading
{
    std::string_view begin, end; ///< of its line
    std::string (*plain) (std::string_view);
};

constexpr std::array<Heading, 4> headings { { { "## ", "", withoutEscapes },
                                              { "### ", "", withoutEscapes },
                                              { "<h2>", "</h2>", unescapeHtml },
                                              { "<h3>", "</h3>", unescapeHtml } } };

} // namespace

Outline chaptersInNotes (std::string_view text)
{
    Outline outline;

    for (const auto line : splitLines (text))
        for (const auto& [begin, end, plain] : headings)
        {
            if (line.size() < begin.size() + end.size() || ! line.starts_with (begin)
                || ! line.ends_with (end))
                continue;

            const auto content = plain (line.substr (begin.size(), line.size() - begin.size() - end.size()));

            if (const auto time = timestampAt (content, 0))
                outline.chapters.push_back (
                    { .start = Position (time->value),
                      .title = std::string (trim (std::string_view (content).substr (time->end))) });
        }

    return outline;
}

} // namespace earmark
