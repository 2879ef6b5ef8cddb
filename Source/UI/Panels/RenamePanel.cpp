// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RetimePanel.h"

namespace earmark::ui
{

namespace
{

/** What most lists of chapters are called by. They show by example what a pattern is made of. */
juce::StringArray patterns()
{
    const auto numbered = tr ("Chapter {}", std::string ("{n}"));
    juce::StringArray all { numbered + ": {name}", numbered };

    for (const auto* pattern : { "{n}. {name}", "{nnn} - {name}", "{name}" })
        all.add (pattern);

    return all;
}

class RenamePanel final : public RetimePanel
{
public:
    explicit RenamePanel (Workspace& w) : RetimePanel (w, tr ("Rename or renumber"))
    {
        auto& form = workspace.renameForm;
        form.onlySelected = workspace.view().selection.ids.size() > 1;

        if (form.by.empty())
            form.by = utf8 (patterns()[0]);

        for (const auto& [field, typed] :
             { std::pair { &by, &form.by }, { &find, &form.find }, { &first, &form.first } })
        {
            addAndMakeVisible (field);
            field->appliesPanel = true;
            field->setText (text (*typed), false);
            field->onTextChange = [this, field, typed]
            {
                *typed = utf8 (field->getText());
                update();
            };
        }

        addAndMakeVisible (ready);
        ready.setTitle (tr ("Ready-made"));
        ready.setTextWhenNothingSelected (tr ("choose\u2026"));
        ready.addItemList (patterns(), 1);
        ready.onChange = [this] { by.setText (ready.getText()); };

        addAndMakeVisible (scope);
        scope.setTitle (tr ("Which"));
        scope.addItemList ({ tr ("All chapters"), tr ("The selected ones") }, 1);
        scope.setSelectedItemIndex (form.onlySelected ? 1 : 0, juce::dontSendNotification);
        scope.onChange = [this]
        {
            workspace.renameForm.onlySelected = scope.getSelectedItemIndex() == 1;
            update();
        };
        update();
    }

private:
    Field by { tr ("New title") }, find { tr ("Only these words") }, first { tr ("First number") };
    juce::ComboBox ready, scope;

    juce::Rectangle<int> placeForm (juce::Rectangle<int> area) override
    {
        using Labelled = std::pair<juce::String, juce::Component*>;
        const Labelled newTitle { tr ("New title"), &by }, pattern { tr ("Ready-made"), &ready },
            words { tr ("Only these words"), &find }, number { tr ("First number"), &first },
            which { tr ("Which"), &scope };

        if (isSideBySide (area))
        {
            row (area, { newTitle, pattern, words, number, which });
            return area;
        }

        row (area, { newTitle, pattern });
        row (area, { words, number });
        row (area, { which });
        return area;
    }

    void proposeNow() override { actions::proposeNames (workspace); }
};

} // namespace

std::unique_ptr<juce::Component> makeRenamePanel (Workspace& w)
{
    return std::make_unique<RenamePanel> (w);
}

} // namespace earmark::ui
