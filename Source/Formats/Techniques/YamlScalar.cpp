// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/YamlScalar.h"

#include "Foundation/Text.h"

#include <charconv>
#include <optional>

namespace earmark
{

namespace
{

/** How many hexadecimal digits follow \x, \u and \U. */
std::size_t digitsBehind (char letter)
{
    return letter == 'x' ? 2u : letter == 'u' ? 4u : letter == 'U' ? 8u : 0u;
}

std::optional<char32_t> numberIn (std::string_view digits)
{
    constexpr std::uint32_t last = 0x10FFFF, firstSurrogate = 0xD800, lastSurrogate = 0xDFFF;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars (digits.data(), digits.data() + digits.size(), value, 16);

    if (error != std::errc() || end != digits.data() + digits.size() || value == 0 || value > last
        || (value >= firstSurrogate && value <= lastSurrogate))
        return {};

    return char32_t (value);
}

/** What a letter behind a backslash stands for. */
std::string_view meantBy (char letter)
{
    switch (letter)
    {
        case 'n':
        case 't':
        case 'r':
        case 'N':
        case 'L':
        case 'P':
            return " ";
        case '_':
            return "\u00A0";
        default:
            return {};
    }
}

/** Takes an escape, from its backslash on, and says how long it is. */
std::size_t takeEscape (std::string_view text, std::string& value)
{
    const auto letter = text[1];
    const auto digits = digitsBehind (letter);

    if (digits > 0 && text.size() >= 2 + digits)
        if (const auto character = numberIn (text.substr (2, digits)))
        {
            value += toUtf8 (*character);
            return 2 + digits;
        }

    const auto meant = meantBy (letter);
    value += meant.empty() ? text.substr (1, 1) : meant;
    return 2;
}

struct Quoted
{
    std::string value;
    bool isClosed = false;
};

Quoted quotedIn (std::string_view text)
{
    const auto quote = text.front();
    Quoted quoted;

    for (std::size_t i = 1; i < text.size();)
    {
        const auto rest = text.substr (i);

        if (quote == '"' && rest.front() == '\\' && rest.size() > 1)
        {
            i += takeEscape (rest, quoted.value);
        }
        else if (quote == '\'' && rest.starts_with ("''"))
        {
            quoted.value += '\'';
            i += 2;
        }
        else if (rest.front() == quote)
        {
            quoted.isClosed = true;
            break;
        }
        else
        {
            quoted.value += rest.front();
            ++i;
        }
    }

    return quoted;
}

bool isQuoted (std::string_view text)
{
    return text.starts_with ('"') || text.starts_with ('\'');
}

} // namespace

bool isOpenYamlQuote (std::string_view text)
{
    text = trim (text);
    return isQuoted (text) && ! quotedIn (text).isClosed;
}

bool beginsYamlBlock (std::string_view text)
{
    text = trim (text);
    return (text.starts_with ('|') || text.starts_with ('>'))
           && text.find_first_not_of ("+-0123456789", 1) == std::string_view::npos;
}

std::string yamlScalar (std::string_view text)
{
    text = trim (text);

    if (isQuoted (text))
        return quotedIn (text).value;

    return text.starts_with ('#') ? std::string() : std::string (trim (text.substr (0, text.find (" #"))));
}

std::string joinedYamlLines (std::string_view above, std::string_view below)
{
    // A backslash at the end of a line joins it with the next one without a blank.
    const bool isEscaped = isOpenYamlQuote (above) && above.ends_with ('\\');
    return isEscaped ? std::string (above.substr (0, above.size() - 1)) + std::string (trim (below))
                     : std::string (above) + ' ' + std::string (trim (below));
}

} // namespace earmark
