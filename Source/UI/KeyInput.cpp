// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/KeyInput.h"

#include <utility>

namespace earmark::ui
{

std::optional<Key> keyOf (const juce::KeyPress& press)
{
    using K = juce::KeyPress;

    static const std::pair<int, const char*> names[] { { K::spaceKey, "space" },
                                                       { K::returnKey, "enter" },
                                                       { K::escapeKey, "escape" },
                                                       { K::tabKey, "tab" },
                                                       { K::backspaceKey, "backspace" },
                                                       { K::deleteKey, "delete" },
                                                       { K::homeKey, "home" },
                                                       { K::endKey, "end" },
                                                       { K::pageUpKey, "pageup" },
                                                       { K::pageDownKey, "pagedown" },
                                                       { K::leftKey, "left" },
                                                       { K::rightKey, "right" },
                                                       { K::upKey, "up" },
                                                       { K::downKey, "down" },
                                                       { K::F1Key, "f1" },
                                                       { K::F2Key, "f2" },
                                                       { K::F3Key, "f3" },
                                                       { K::F4Key, "f4" },
                                                       { K::F5Key, "f5" },
                                                       { K::F6Key, "f6" },
                                                       { K::F7Key, "f7" },
                                                       { K::F8Key, "f8" },
                                                       { K::F9Key, "f9" },
                                                       { K::F10Key, "f10" },
                                                       { K::F11Key, "f11" },
                                                       { K::F12Key, "f12" } };

    const auto mods = press.getModifiers();
    Key key {
        .name = {}, .command = mods.isCommandDown(), .shift = mods.isShiftDown(), .alt = mods.isAltDown()
    };

    for (const auto& [code, name] : names)
        if (press.getKeyCode() == code)
        {
            key.name = name;
            return key;
        }

    // With control held down there is no character, or a control character.
    auto character = press.getTextCharacter();

    if (character < 33 || character == 127 || key.command)
        character = juce::juce_wchar (press.getKeyCode());

    if (character < 33 || character > 0x10000)
        return {};

    key.name = juce::String::charToString (juce::CharacterFunctions::toLowerCase (character)).toStdString();

    // A sign is what it shows, on whatever key and with whatever shift the keyboard has it.
    if (! juce::CharacterFunctions::isLetter (character))
        key.shift = false;

    return key;
}

void giveKeyboardBack (juce::Component& from)
{
    if (! from.hasKeyboardFocus (true))
        return;

    for (auto* around = from.getParentComponent(); around != nullptr; around = around->getParentComponent())
        if (around->getWantsKeyboardFocus())
            return around->grabKeyboardFocus();
}

} // namespace earmark::ui
