// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/KeyButton.h"

namespace earmark::ui
{

/** Lies over the line of a finding, which others paint: a click, Return or Space leads to the chapters that it is about. */
class FindingLink final : public KeyButton
{
public:
    FindingLink (Workspace&, const WriteLine&);

    /** It leads where that line does. */
    bool isFor (const WriteLine&) const;

    void paintButton (juce::Graphics&, bool over, bool down) override;
    void clicked() override;

private:
    Workspace& workspace;
    const WriteLine line;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (FindingLink)
};

} // namespace earmark::ui
