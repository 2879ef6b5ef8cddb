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

/** How long the quoted text's next part is: an escape, a doubled mark, or a byte. Nothing for the mark that ends it. */
std::size_t nextPart (std::string_view rest, char quote)
{
    if (quote == '"' && rest.front() == '\\' && rest.size() > 1)
        return 2;

    if (rest.front() != quote)
        return 1;

    return quote == '\'' && rest.starts_with ("''") ? 2 : 0;
}

std::string quotedIn (std::string_view text)
{
    const auto quote = text.front();
    std::string value;

    for (std::size_t i = 1; i < text.size();)
    {
        const auto rest = text.substr (i);
        const auto size = nextPart (rest, quote);

        if (size == 0)
            break;

        if (size == 2 && quote == '"')
        {
            i += takeEscape (rest, value);
            continue;
        }

        value += rest.front();
        i += size;
    }

    return value;
}

bool isQuoted (std::string_view text)
{
    return text.starts_with ('"') || text.starts_with ('\'');
}

} // namespace

bool closesYamlQuote (std::string_view text, char quote)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const auto size = nextPart (text.substr (i), quote);

        if (size == 0)
            return true;

        i += size;
    }

    return false;
}

std::string yamlScalar (std::string_view text)
{
    text = trim (text);

    if (isQuoted (text))
        return quotedIn (text);

    return text.starts_with ('#') ? std::string() : std::string (trim (text.substr (0, text.find (" #"))));
}

} // namespace earmark
