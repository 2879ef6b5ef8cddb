// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/YamlLines.h"

#include "Foundation/Text.h"

#include <algorithm>

namespace earmark
{

namespace
{

bool isItem (std::string_view text)
{
    return text == "-" || text.starts_with ("- ");
}

/** ">-", "|": the text follows in the lines below. */
bool announcesBlock (std::string_view text)
{
    return (text.starts_with ('|') || text.starts_with ('>'))
           && text.find_first_not_of ("+-0123456789", 1) == std::string_view::npos;
}

/** A backslash that is none itself. */
bool endsWithEscape (std::string_view text)
{
    const auto last = text.find_last_not_of ('\\');
    return (text.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

class Joining
{
public:
    void take (std::size_t number, std::size_t indent, std::string_view text)
    {
        if (goesOn (indent, text))
            append (text);
        else if (! text.starts_with ('#'))
            begin ({ number, indent, std::string (text) });
    }

    std::vector<YamlLine> finish() { return std::move (lines); }

private:
    /** What the value of the last line is, as far as it may go on. */
    enum class Text
    {
        none, ///< or one that has ended
        plain,
        inSingleQuotes,
        inDoubleQuotes,
        block
    };

    std::vector<YamlLine> lines;
    Text open = Text::none;
    std::size_t depth = 0; ///< lines that go on are deeper

    bool goesOn (std::size_t indent, std::string_view text) const
    {
        if (open == Text::none || indent <= depth)
            return false;

        return open != Text::plain
               || (! isItem (text) && ! text.starts_with ('#') && yamlPair (text).key.empty());
    }

    void begin (YamlLine line)
    {
        auto value = std::string_view (line.text);
        depth = line.indent;

        if (line.beginsItem())
        {
            value = line.item();
            depth += line.text.size() - value.size();
        }

        if (const auto pair = yamlPair (value); ! pair.key.empty() || ! line.beginsItem())
            value = pair.written;
        else
            depth = line.indent;

        open = textIn (value);

        // All of a block is meant as it stands, as what is in single quotation marks.
        if (open == Text::block)
            line.text.replace (line.text.size() - value.size(), std::string::npos, "'");

        lines.push_back (std::move (line));
    }

    static Text textIn (std::string_view value)
    {
        if (value.empty())
            return Text::none;

        if (announcesBlock (value))
            return Text::block;

        const auto quote = value.front();

        if (quote != '"' && quote != '\'')
            return Text::plain;

        if (closesYamlQuote (value.substr (1), quote))
            return Text::none;

        return quote == '"' ? Text::inDoubleQuotes : Text::inSingleQuotes;
    }

    void append (std::string_view text)
    {
        auto& whole = lines.back().text;

        // A backslash at the end of a line joins it with the next one without a blank.
        if (open == Text::inDoubleQuotes && endsWithEscape (whole))
            whole.pop_back();
        else
            whole += ' ';

        if (open != Text::block)
            whole += text;
        else
            for (const char c : text)
                whole += c == '\'' ? std::string ("''") : std::string (1, c);

        if ((open == Text::inDoubleQuotes && closesYamlQuote (text, '"'))
            || (open == Text::inSingleQuotes && closesYamlQuote (text, '\'')))
            open = Text::none;
    }
};

} // namespace

YamlPair yamlPair (std::string_view text)
{
    const auto end = text.find_first_not_of ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    if (end == 0 || end == std::string_view::npos || text[end] != ':'
        || (end + 1 < text.size() && text[end + 1] != ' ' && text[end + 1] != '\t'))
        return {};

    return { text.substr (0, end), trim (text.substr (end + 1)) };
}

std::string_view YamlLine::item() const
{
    return trim (std::string_view (text).substr (1));
}

std::vector<YamlLine> yamlLines (std::span<const std::string_view> lines, std::size_t firstNumber)
{
    Joining joining;

    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const auto text = trim (lines[i]); ! text.empty())
            joining.take (
                firstNumber + i, std::min (lines[i].find_first_not_of (' '), lines[i].size()), text);

    return joining.finish();
}

} // namespace earmark
