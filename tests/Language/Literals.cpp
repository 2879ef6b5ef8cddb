// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Literals.h"

#include "Support/Places.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace earmark::tests
{

namespace
{

bool isWord (char c)
{
    return std::isalnum (static_cast<unsigned char> (c)) != 0 || c == '_';
}

bool isLetter (char c)
{
    return std::isalpha (static_cast<unsigned char> (c)) != 0;
}

void appendUtf8 (std::string& text, unsigned code)
{
    if (code < 0x80)
        text += char (code);
    else if (code < 0x800)
        (text += char (0xC0 | (code >> 6))) += char (0x80 | (code & 0x3F));
    else
        ((text += char (0xE0 | (code >> 12))) += char (0x80 | ((code >> 6) & 0x3F))) +=
            char (0x80 | (code & 0x3F));
}

class Reader
{
public:
    explicit Reader (std::string_view s) : source (s) {}

    std::vector<Literal> read()
    {
        while (at < source.size())
            step();

        return std::move (found);
    }

private:
    std::string_view source;
    std::size_t at = 0;
    int line = 1;
    std::vector<std::string> callees;
    std::string word;      ///< the last one
    bool isJoined = false; ///< nothing but space since the last literal
    std::vector<Literal> found;

    bool starts (std::string_view what) const { return source.substr (at).starts_with (what); }

    void skipTo (std::string_view end, bool past)
    {
        const auto to = std::min (source.find (end, at), source.size());
        line += int (std::ranges::count (source.substr (at, to - at), '\n'));
        at = past ? std::min (to + end.size(), source.size()) : to;
    }

    void step()
    {
        const auto c = source[at];

        if (starts ("//") || starts ("#"))
            return skipTo ("\n", false);

        if (starts ("/*"))
            return skipTo ("*/", true);

        if (c == '"')
            return readLiteral();

        if (c == '\'' && (word.empty() || ! std::isdigit (static_cast<unsigned char> (word.back()))))
        {
            at += source[at + 1] == '\\' ? 2u : 1u;
            at = std::min (source.find ('\'', at + 1), source.size() - 1);
        }
        else if (isWord (c))
        {
            const auto begin = at;

            while (at < source.size() && isWord (source[at]))
                ++at;

            word = source.substr (begin, at - begin);
            isJoined = false;
            return;
        }

        if (c == '(' || c == '{' || c == '[')
            callees.push_back (c == '(' ? word : std::string());
        else if ((c == ')' || c == '}' || c == ']') && ! callees.empty())
            callees.pop_back();

        if (c == '\n')
            ++line;
        else if (c != ' ')
        {
            isJoined = false;
            word.clear();
        }

        ++at;
    }

    void readLiteral()
    {
        std::string text;

        for (++at; at < source.size() && source[at] != '"';)
            text += source[at] == '\\' ? readEscape() : std::string (1, source[at++]);

        ++at;

        if (isJoined)
            found.back().text += text;
        else
            found.push_back ({ text, callees.empty() ? std::string() : callees.back(), line });

        isJoined = true;
    }

    std::string readEscape()
    {
        const auto kind = source[at + 1];
        at += 2;

        if (kind == 'n' || kind == 't' || kind == 'r')
            return kind == 'n' ? "\n" : kind == 't' ? "\t" : "\r";

        if (kind != 'u')
            return std::string (1, kind);

        unsigned code = 0;
        std::from_chars (source.data() + at, source.data() + at + 4, code, 16);
        at += 4;
        std::string text;
        appendUtf8 (text, code);
        return text;
    }
};

} // namespace

std::vector<Literal> literalsIn (std::string_view source)
{
    return Reader (source).read();
}

std::map<std::string, std::vector<Literal>> literalsOfSources()
{
    std::map<std::string, std::vector<Literal>> found;

    const auto sources = projectFolder() / "Source";

    for (const auto& entry : std::filesystem::recursive_directory_iterator (sources))
    {
        const auto path = entry.path().lexically_relative (sources).generic_string();

        if ((! path.ends_with (".cpp") && ! path.ends_with (".h")) || path.starts_with ("Language/"))
            continue;

        std::ifstream file (entry.path(), std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        found.emplace (path, literalsIn (text.str()));
    }

    return found;
}

bool readsLikeText (std::string_view text)
{
    if (text.size() >= 3 && std::isupper (static_cast<unsigned char> (text[0])) != 0 && isLetter (text[1])
        && isLetter (text[2]))
        return true;

    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == ' ' && isLetter (text[i - 1]) && isLetter (text[i + 1]))
            return true;

    return text.size() >= 4 && text[0] == ' ' && isLetter (text[1]) && isLetter (text[2]);
}

} // namespace earmark::tests
