// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/Icons.h"
#include "UI/KeyButton.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>

namespace earmark::ui
{

/** A button that runs a command: it is enabled when the command is, and its tooltip tells the command's name and key. */
class CommandButton final : public KeyButton
{
public:
    /** `id` is the command's. With an icon, a label, or both. */
    CommandButton (Workspace&, std::string_view id, std::optional<Icon>, const juce::String& label = {});

    /** To be called when the workspace has changed. */
    void refresh();

    void setIcon (Icon);

    void setMain (bool isMain)
    {
        main = isMain;
        repaint();
    }

    /** What its label and icon need. */
    int bestWidth() const;

    void paintButton (juce::Graphics&, bool over, bool down) override;
    void clicked() override;

private:
    Workspace& workspace;
    const std::string_view command;
    std::optional<Icon> icon;
    bool main = false;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (CommandButton)
};

} // namespace earmark::ui
