// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/CommandButton.h"
#include "UI/Panels/FindingLink.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace earmark::ui
{

/** A bare icon that is clicked. */
class IconButton final : public KeyButton
{
public:
    IconButton (Icon, const juce::String& title);

    void paintButton (juce::Graphics&, bool over, bool down) override;

private:
    const Icon icon;
};

/** A file of the write panel: what is said about it, and what can be done about that. */
class WriteRow final : public juce::Component
{
public:
    WriteRow (Workspace&, const std::string& path);

    const std::string path;

    void show (const WriteTarget&, bool withAdvice);

    /** Lays everything out for that width, and returns how high it is. */
    int heightFor (int width);

    void paint (juce::Graphics&) override;

private:
    Workspace& workspace;
    WriteTarget target;
    std::vector<WriteLine> said;
    std::vector<std::unique_ptr<FindingLink>> links; ///< one for each line that is about chapters
    std::vector<WriteFix> offered;
    std::vector<std::unique_ptr<juce::TextButton>> fixes;
    CommandButton findCut; ///< where the chapters belong to another cut
    juce::TextButton restore { tr ("Restore previous") };
    IconButton leaveOut { Icon::close, tr ("Leave this file out") };
    std::vector<std::pair<juce::TextLayout, float>> lines;
    juce::Rectangle<int> progress;

    using Links = std::vector<std::unique_ptr<FindingLink>>;

    void showFixes();
    void showLinks();
    std::unique_ptr<FindingLink> linkFor (const WriteLine&, Links& from);
    int placeButtons (int y, int width);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (WriteRow)
};

} // namespace earmark::ui
