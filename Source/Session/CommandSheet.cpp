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

struct OtherWords
{
    std::string_view id, words;
};

/** What people call a command that its label calls something else. */
constexpr std::array<OtherWords, 29> otherWords { {
    { "marker-here", "mark new chapter" },
    { "ad-break", "advertisement sponsor" },
    { "earlier-10", "nudge fine move left" },
    { "later-10", "nudge fine move right" },
    { "earlier-100", "nudge fine move left" },
    { "later-100", "nudge fine move right" },
    { "earlier-1000", "nudge move left" },
    { "later-1000", "nudge move right" },
    { "review-earlier", "nudge fine move left" },
    { "review-later", "nudge fine move right" },
    { "review-earlier-100", "nudge fine move left" },
    { "review-later-100", "nudge fine move right" },
    { "edit-title", "rename one" },
    { "filter", "search find" },
    { "remove", "delete erase" },
    { "merge", "join combine" },
    { "shift", "offset move all times" },
    { "stretch", "fit retime drift" },
    { "insert-time", "ripple cut gap" },
    { "rename", "find and replace numbers" },
    { "write-restore", "restore undo write" },
    { "players", "preview apps" },
    { "export", "show notes youtube spotify" },
    { "zoom-in", "zoom magnify" },
    { "zoom-out", "zoom shrink" },
    { "show-all", "zoom fit" },
    { "preferences", "settings options language" },
    { "shortcuts", "help keyboard" },
    { "theme", "colours appearance" },
} };

std::string_view otherWordsFor (std::string_view id)
{
    const auto* const found = std::ranges::find (otherWords, id, &OtherWords::id);
    return found != otherWords.end() ? found->words : std::string_view();
}

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
    const auto said = ' ' + folded (tr (command.label)) + ' ' + folded (tr (command.group)) + ' '
                      + folded (tr (otherWordsFor (command.id))) + ' ';
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
