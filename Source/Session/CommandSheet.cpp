// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CommandSheet.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"

#include <algorithm>
#include <array>
#include <string>

namespace earmark
{

namespace
{

/** Playing and markers, which every episode needs, before what is seldom done. */
constexpr std::array<std::string_view, 8> order { "Playback", "Chapters", "Review", "Edit",
                                                  "View",     "File",     "Host",   "Questions" };

/** Without capitals, those of German with them. */
std::string folded (std::string_view text)
{
    auto plain = toLowerAscii (text);

    for (std::size_t i = 1; i < plain.size(); ++i)
        if (const auto last = static_cast<unsigned char> (plain[i]);
            plain[i - 1] == '\xc3' && last >= 0x80 && last <= 0x9e)
            plain[i] = char (last + 0x20);

    return plain;
}

std::vector<std::string> wordsOf (std::string_view text)
{
    std::vector<std::string> words;
    auto rest = trim (text);

    while (! rest.empty())
    {
        const auto end = std::min (rest.find (' '), rest.size());
        words.push_back (folded (rest.substr (0, end)));
        rest = trim (rest.substr (end));
    }

    return words;
}

bool isIn (const Key& key, std::string_view word)
{
    // An arrow is one sign to read, and a word to type.
    return std::ranges::any_of (std::array { folded (describe (key)), toText (key) },
                                [&] (const std::string& name)
                                { return word.size() == 1 ? name == word : name.contains (word); });
}

bool isFound (const Command& command, const KeyMap& map, const std::string& word)
{
    const auto said = ' ' + folded (tr (command.label)) + ' ' + folded (tr (command.group)) + ' ';
    return said.contains (word.size() == 1 ? ' ' + word + ' ' : word)
           || std::ranges::any_of (map.keysOf (command.id),
                                   [&] (const Key& key) { return isIn (key, word); });
}

} // namespace

std::vector<CommandGroup> commandSheet (std::string_view searched, const KeyMap& map)
{
    const auto words = wordsOf (searched);
    std::vector<CommandGroup> sheet;

    for (const auto name : order)
    {
        CommandGroup group { name, {} };

        for (const auto& command : commands())
            if (command.group == name
                && std::ranges::all_of (words,
                                        [&] (const auto& word) { return isFound (command, map, word); }))
                group.commands.push_back (&command);

        if (! group.commands.empty())
            sheet.push_back (std::move (group));
    }

    return sheet;
}

} // namespace earmark
