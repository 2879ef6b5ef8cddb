// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/BoldTitle.h"

#include "Formats/Outline/OutlineLine.h"
#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <optional>

namespace earmark::outline
{

namespace
{

constexpr std::string_view boldMark = "**";

/** Whether the bold text that begins `rest`, a part of the text, began before it: "**0:34 Title:** text". */
bool isBoldFromTime (std::string_view text, std::string_view rest)
{
    const auto front = text.substr (0, std::size_t (rest.data() - text.data()));
    bool isOpen = false;

    for (auto at = front.find (boldMark); at != std::string_view::npos;
         at = front.find (boldMark, at + boldMark.size()))
        isOpen = ! isOpen;

    return isOpen;
}

/** Where the run of bold text that holds the beginning of `rest`, a part of the text, ends: "**0:34 Title:** text", "**0:34** **Title** text".
    Nothing where the title is not bold from its first word. */
std::optional<std::size_t> endOfBold (std::string_view text, std::string_view rest)
{
    const auto front = text.substr (0, std::size_t (rest.data() - text.data()));
    std::size_t from = 0;

    if (! isBoldFromTime (text, rest))
    {
        const auto open = front.contains (boldMark) ? rest.find (boldMark) : std::string_view::npos;

        if (open == std::string_view::npos || hasWord (rest.substr (0, open)))
            return {};

        from = open + boldMark.size();
    }

    const auto close = rest.find (boldMark, from);
    return close == std::string_view::npos ? std::nullopt : std::optional (close);
}

/** Whether what follows a bold title says something of its own: "**Docker** vs **Podman**", "**Ida** sings", "**Rock**-Paper" and "**1.** Water"
    are one. */
bool isOwnText (std::string_view title, std::string_view behind)
{
    const bool isNumber = title.find_first_not_of ("0123456789.:)( ") == std::string_view::npos;
    const bool isApart = behind.starts_with (' ');
    const auto text = trim (behind);
    const bool isParted = title.ends_with (':') || text.starts_with (':')
                          || (isApart && afterSeparator (text).size() < text.size());
    return ! isNumber
           && (isParted || (isApart && ! text.contains ('*') && ! isSmall (codePointAt (text, 0).value)));
}

} // namespace

TitleAndText splitAtEndOfBold (std::string_view line, std::string_view rest)
{
    const auto close = endOfBold (line, rest);

    if (! close)
        return { withoutEmphasis (rest), {} };

    const auto title = withoutEmphasis (rest.substr (0, *close));
    const auto behind = rest.substr (*close + boldMark.size());
    const auto text = dropLeading (behind.starts_with (' ') ? afterSeparator (behind) : behind, ": ");

    if (! hasWord (title) || ! hasWord (text)
        || (! isBoldFromTime (line, rest) && ! isOwnText (title, behind)))
        return { withoutEmphasis (rest), {} };

    const auto end = title.find_last_not_of (':') + 1;
    return { std::string (trim (std::string_view (title).substr (0, end))), withoutEmphasis (text) };
}

} // namespace earmark::outline
