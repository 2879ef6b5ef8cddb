// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/WriteRows.h"

namespace earmark::ui
{

namespace
{

class WriteView final : public PanelFrame, public juce::FileDragAndDropTarget
{
public:
    explicit WriteView (Workspace& w)
        : PanelFrame (w, tr ("Write the chapters into audio files")), rows (w),
          add (w, "write-add", Icon::open, tr ("Add files\u2026")),
          accept (w, "write-now", Icon::check, tr ("Write")), stop (w, "escape", Icon::close, tr ("Cancel")),
          restore (w, "write-restore", Icon::undo, tr ("Restore previous"))
    {
        accept.setMain (true);
        profile.setTitle (tr ("For"));
        profiles = w.services.writeProfiles ? w.services.writeProfiles() : std::vector<WriteProfile>();

        for (std::size_t i = 0; i < profiles.size(); ++i)
            profile.addItem (i == 0 ? tr ("{} (default)", profiles[i].id) : text (profiles[i].id),
                             int (i) + 1);

        profile.onChange = [this]
        {
            if (const auto i = std::size_t (profile.getSelectedItemIndex()); i < profiles.size())
                workspace.setWriteProfile (profiles[i].id);
        };

        for (auto* child : std::initializer_list<juce::Component*> { &rows, &profile, &add, &accept })
            addAndMakeVisible (child);

        addChildComponent (stop);
        addChildComponent (restore);
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::writing | Changed::keys) && workspace.writing())
                    refresh();
            });

        if (workspace.writing())
            refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PanelFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (side.getX() - 1, side.getY(), 1, side.getHeight());
        paintFieldLabel (g, *this, tr ("Written for"), label);

        if (! workspace.writing())
            return;

        g.setFont (boldFont (type::large));
        g.setColour (t.text);
        g.drawFittedText (
            text (headlineOf (*workspace.writing())), headline, juce::Justification::centredLeft, 2);

        if (const auto i = std::size_t (profile.getSelectedItemIndex()); i < profiles.size())
        {
            g.setFont (regularFont (type::small));
            g.setColour (t.dimText);
            g.drawFittedText (text (trMade (profiles[i].promise)), promise, juce::Justification::topLeft, 4);
        }
    }

    void paintOverChildren (juce::Graphics& g) override
    {
        if (! isDropped)
            return;

        const auto& t = Look::of (*this);
        g.setColour (t.window.withAlpha (0.7f));
        g.fillAll();
        g.setColour (t.accent);
        g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (8), 8, 2);
        g.setColour (t.text);
        g.setFont (boldFont (type::large));
        g.drawText (
            tr ("Drop to write into these files too"), getLocalBounds(), juce::Justification::centred, true);
    }

    bool isInterestedInFileDrag (const juce::StringArray&) override { return true; }

    void fileDragEnter (const juce::StringArray&, int, int) override { setDropped (true); }

    void fileDragExit (const juce::StringArray&) override { setDropped (false); }

    void filesDropped (const juce::StringArray& files, int, int) override
    {
        setDropped (false);

        for (const auto& file : files)
            workspace.addWriteTarget (utf8 (file));
    }

private:
    WriteRows rows;
    juce::ComboBox profile;
    CommandButton add, accept, stop, restore;
    std::vector<WriteProfile> profiles;
    juce::Rectangle<int> side, headline, label, promise;
    bool isDropped = false;
    Workspace::Subscription subscription;

    void setDropped (bool is)
    {
        isDropped = is;
        repaint();
    }

    void refresh()
    {
        const auto& writing = *workspace.writing();

        for (std::size_t i = 0; i < profiles.size(); ++i)
            if (profiles[i].id == writing.profile)
                profile.setSelectedItemIndex (int (i), juce::dontSendNotification);

        rows.refresh();

        for (auto* button : { &add, &accept, &stop, &restore })
            button->refresh();

        profile.setEnabled (! writing.isBusy());
        stop.setVisible (writing.isBusy());
        accept.setVisible (! writing.isBusy());
        restore.setVisible (restore.isEnabled());
        repaint();
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        side = area.removeFromRight (std::clamp (area.getWidth() * 34 / 100, 230, 380));
        rows.setBounds (area);
        auto form = side.reduced (16, 10);
        headline = form.removeFromTop (form.getHeight() < 200 ? 24 : 44);
        accept.setBounds (form.removeFromBottom (36));
        stop.setBounds (accept.getBounds());
        form.removeFromBottom (6);
        auto others = form.removeFromBottom (30);
        add.setBounds (others.removeFromLeft (others.getWidth() * 48 / 100));
        others.removeFromLeft (6);
        restore.setBounds (others);
        form.removeFromBottom (6);
        label = form.removeFromTop (18);
        profile.setBounds (form.removeFromTop (30));
        form.removeFromTop (4);
        promise = form;
    }
};

} // namespace

std::unique_ptr<juce::Component> makeWritePanel (Workspace& w)
{
    return std::make_unique<WriteView> (w);
}

} // namespace earmark::ui
