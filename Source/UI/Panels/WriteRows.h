// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>
#include <vector>

namespace earmark::ui
{

class WriteRow;

/** The files of the write panel, one under the other: each with its plan, its progress or its proof. */
class WriteRows final : public juce::Component
{
public:
    explicit WriteRows (Workspace&);
    ~WriteRows() override;

    void refresh();
    void resized() override;
    void paint (juce::Graphics&) override;

private:
    Workspace& workspace;
    juce::Viewport viewport;
    juce::Component content;
    std::vector<std::unique_ptr<WriteRow>> rows;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (WriteRows)
};

} // namespace earmark::ui
