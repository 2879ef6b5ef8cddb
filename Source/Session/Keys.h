// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** A key with its modifiers. `name` is a lower-case letter, a digit, a sign ("?", ","), or one of space, enter, escape, tab, backspace,
    delete, home, end, pageup, pagedown, left, right, up, down, f1 to f12. Signs are what they show: "?" has no shift. */
struct Key
{
    std::string name;
    bool command = false; ///< control, on a Mac the command key
    bool shift = false, alt = false;

    auto operator<=> (const Key&) const = default;
};

/** "ctrl+shift+z", as tables and settings have it. */
std::optional<Key> parseKey (std::string_view);
std::string toText (const Key&);

/** "Ctrl+Shift+Z", for people. */
std::string describe (const Key&);

/** Which keys run which command: the table's own, with what the user has changed. */
class KeyMap
{
public:
    /** The first command in the table's order that is enabled by `isEnabled` and has the key; empty when none. */
    template <class IsEnabled>
    std::string_view commandFor (const Key& key, const IsEnabled& isEnabled) const
    {
        if (const auto found = byKey.find (key); found != byKey.end())
            for (const auto id : found->second)
                if (isEnabled (id))
                    return id;

        return {};
    }

    std::vector<Key> keysOf (std::string_view command) const;

    /** These and no others; no keys take all away. Unknown commands are left out. */
    void set (std::string_view command, std::vector<Key>);

    /** Back to the table's own. */
    void reset (std::string_view command);

    bool isChanged (std::string_view command) const { return changed.contains (std::string (command)); }

    /** The changes, a line for each command: "nudge-later=ctrl+right alt+n". */
    std::string toText() const;

    /** The table's keys with these changes. */
    static KeyMap fromText (std::string_view);

    KeyMap() { rebuild(); }

private:
    std::map<std::string, std::vector<Key>> changed;
    std::map<Key, std::vector<std::string_view>> byKey;

    void rebuild();
};

} // namespace earmark
