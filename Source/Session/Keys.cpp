// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Keys.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Commands.h"

#include <algorithm>
#include <cctype>

namespace earmark
{

std::optional<Key> parseKey (std::string_view text)
{
    Key key;

    const auto take = [&] (std::string_view modifier)
    {
        if (! text.starts_with (modifier) || text.size() <= modifier.size())
            return false;

        text.remove_prefix (modifier.size());
        return true;
    };

    for (bool more = true; more;)
    {
        more = false;
        more |= take ("ctrl+") && (key.command = true);
        more |= take ("shift+") && (key.shift = true);
        more |= take ("alt+") && (key.alt = true);
    }

    key.name = toLowerAscii (text);
    return key.name.empty() ? std::nullopt : std::optional (key);
}

std::string toText (const Key& key)
{
    return std::string (key.command ? "ctrl+" : "") + (key.shift ? "shift+" : "") + (key.alt ? "alt+" : "")
           + key.name;
}

std::string describe (const Key& key)
{
    // As keyboards have them.
    const std::map<std::string_view, std::string> names {
        { "left", "\u2190" },         { "right", "\u2192" },
        { "up", "\u2191" },           { "down", "\u2193" },
        { "escape", tr ("Esc") },     { "space", tr ("Space") },
        { "enter", tr ("Enter") },    { "backspace", tr ("Backspace") },
        { "delete", tr ("Del") },     { "home", tr ("Home") },
        { "end", tr ("End") },        { "tab", tr ("Tab") },
        { "pageup", tr ("Page Up") }, { "pagedown", tr ("Page Down") }
    };

    const auto found = names.find (key.name);
    auto name = found != names.end() ? found->second : key.name;

    if (found == names.end())
        std::ranges::transform (name, name.begin(), [] (unsigned char c) { return char (std::toupper (c)); });

    return (key.command ? tr ("Ctrl+") : std::string()) + (key.shift ? tr ("Shift+") : std::string())
           + (key.alt ? tr ("Alt+") : std::string()) + name;
}

std::vector<Key> KeyMap::keysOf (std::string_view command) const
{
    if (const auto found = changed.find (std::string (command)); found != changed.end())
        return found->second;

    std::vector<Key> keys;

    if (const auto* row = findCommand (command))
        for (const auto text : row->keys)
            if (const auto key = parseKey (text))
                keys.push_back (*key);

    return keys;
}

void KeyMap::set (std::string_view command, std::vector<Key> keys)
{
    if (findCommand (command) == nullptr)
        return;

    changed[std::string (command)] = std::move (keys);
    rebuild();
}

void KeyMap::reset (std::string_view command)
{
    changed.erase (std::string (command));
    rebuild();
}

std::string KeyMap::toText() const
{
    std::string text;

    for (const auto& [command, keys] : changed)
    {
        text += command + '=';

        for (std::size_t i = 0; i < keys.size(); ++i)
            text += (i > 0 ? " " : "") + earmark::toText (keys[i]);

        text += '\n';
    }

    return text;
}

KeyMap KeyMap::fromText (std::string_view text)
{
    KeyMap map;

    for (const auto line : splitLines (text))
    {
        const auto equals = line.find ('=');

        if (equals == std::string_view::npos || findCommand (line.substr (0, equals)) == nullptr)
            continue;

        std::vector<Key> keys;
        auto rest = line.substr (equals + 1);

        while (! (rest = trim (rest)).empty())
        {
            const auto end = std::min (rest.find (' '), rest.size());

            if (const auto key = parseKey (rest.substr (0, end)))
                keys.push_back (*key);

            rest.remove_prefix (end);
        }

        map.changed[std::string (line.substr (0, equals))] = std::move (keys);
    }

    map.rebuild();
    return map;
}

void KeyMap::rebuild()
{
    byKey.clear();

    for (const auto& command : commands())
        for (const auto& key : keysOf (command.id))
            byKey[key].push_back (command.id);
}

} // namespace earmark
