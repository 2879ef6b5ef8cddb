// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/Panels.h"

#include "UI/Panels/PanelFrame.h"

namespace earmark::ui
{

std::unique_ptr<juce::Component> makePanel (Workspace& w, Panel panel)
{
    switch (panel)
    {
        case Panel::inspector:
            return makeInspector (w);
        case Panel::import:
            return makeImportPanel (w);
        case Panel::write:
            return makeWritePanel (w);
        case Panel::players:
            return makePlayersPanel (w);
        case Panel::documents:
            return makeDocumentsPanel (w);
        case Panel::watch:
            return makeWatchPanel (w);
        case Panel::shift:
        case Panel::stretch:
        case Panel::insertTime:
        case Panel::snapAll:
        case Panel::placeAll:
            return makeRetimePanel (w, panel);
        case Panel::findCut:
            return makeFindCutPanel (w);
        case Panel::rename:
            return makeRenamePanel (w);
        case Panel::history:
            return makeHistoryPanel (w);
        case Panel::contactSheet:
            return makeContactSheet (w);
        case Panel::host:
            return makeHostPanel (w);
        case Panel::shortcuts:
            return makeShortcutsPanel (w);
        case Panel::preferences:
            return makePreferencesPanel (w);
        case Panel::about:
            return makeAboutPanel (w);
    }

    return std::make_unique<juce::Component>();
}

namespace
{

bool isAside (const juce::TextEditor& editor)
{
    const auto* field = dynamic_cast<const Field*> (&editor);
    return field != nullptr && field->isAside;
}

juce::TextEditor* firstField (juce::Component& component)
{
    for (auto* child : component.getChildren())
    {
        if (auto* editor = dynamic_cast<juce::TextEditor*> (child);
            editor != nullptr && editor->isVisible() && ! editor->isReadOnly() && ! isAside (*editor))
            return editor;

        if (auto* deeper = firstField (*child))
            return deeper;
    }

    return nullptr;
}

} // namespace

void focusPanel (juce::Component& panel)
{
    if (auto* field = firstField (panel))
    {
        field->grabKeyboardFocus();
        field->selectAll();
    }
    else if (auto* parent = panel.getParentComponent())
    {
        parent->grabKeyboardFocus();
    }
}

} // namespace earmark::ui
