// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/QuotedCell.h"

#include "Foundation/Text.h"

#include <array>

namespace earmark
{

namespace
{

struct CurlyQuotes
{
    char32_t opening, closing;
};

constexpr std::array curlyQuotes { CurlyQuotes { U'“', U'”' },
                                   CurlyQuotes { U'„', U'“' },
                                   CurlyQuotes { U'«', U'»' } };

/** Nothing where a single one stands inside. */
std::optional<std::string> withoutDoubling (std::string_view inside)
{
    std::string text;

    for (std::size_t i = 0; i < inside.size(); ++i)
    {
        text += inside[i];

        if (inside[i] == '"' && (++i == inside.size() || inside[i] != '"'))
            return {};
    }

    return text;
}

/** Whether each pair inside is whole, so that the outer two are one. */
bool isPaired (std::string_view inside, const CurlyQuotes& quotes)
{
    std::size_t open = 0;

    for (std::size_t at = 0; at < inside.size();)
    {
        const auto [c, size] = codePointAt (inside, at);
        at += size;

        if (c == quotes.opening)
            ++open;
        else if (c == quotes.closing && open-- == 0)
            return false;
    }

    return open == 0;
}

} // namespace

std::optional<std::string> contentOfOnlyCell (std::string_view text)
{
    const auto begin = text.data();
    text = trim (text);

    // Lines above would be missing from the count.
    if (text.data() != begin || text.find_first_of ("\r\n") == std::string_view::npos)
        return {};

    if (text.starts_with ('"') && text.ends_with ('"'))
        return withoutDoubling (text.substr (1, text.size() - 2));

    const auto first = codePointAt (text, 0), last = codePointBefore (text, text.size());

    for (const auto& quotes : curlyQuotes)
        if (const auto inside = text.substr (first.size, text.size() - first.size - last.size);
            first.value == quotes.opening && last.value == quotes.closing && isPaired (inside, quotes))
            return std::string (inside);

    return {};
}

} // namespace earmark
