// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "UI/Look.h"
#include "UI/Panels/PageFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/WriteRows.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

class WriteView final : public PageFrame, public juce::FileDragAndDropTarget
{
public:
    explicit WriteView (Workspace& w)
        : PageFrame (w, Panel::write, tr ("Write the chapters into audio files")), rows (w),
          add (w, "write-add", Icon::open, tr ("Add files\u2026")),
          accept (w, "write-now", Icon::check, tr ("Write")), stop (w, "escape", Icon::close, tr ("Cancel")),
          restore (w, "write-restore", Icon::undo, tr ("Restore all")),
          fix (w, "write-fix", Icon::tools, tr ("Fix all")),
          proof (w, "save-proof", Icon::save, tr ("Save the proof\u2026")),
          advice (w, "write-advice", Icon::help, tr ("Advice"))
    {
        accept.setMain (true);
        profile.setTitle (tr ("For"));
        profiles = w.services.writeProfiles ? w.services.writeProfiles() : std::vector<WriteProfile>();

        for (std::size_t i = 0; i < profiles.size(); ++i)
            profile.addItem (i == 0 ? tr ("{} (default)", trMade (profiles[i].id))
                                    : text (trMade (profiles[i].id)),
                             int (i) + 1);

        profile.onChange = [this]
        {
            if (const auto i = std::size_t (profile.getSelectedItemIndex()); i < profiles.size())
                workspace.writing().setProfile (profiles[i].id);
        };

        for (auto* child :
             std::initializer_list<juce::Component*> { &rows, &profile, &add, &advice, &accept })
            addAndMakeVisible (child);

        for (auto* child : { &stop, &restore, &fix, &proof })
            addChildComponent (child);

        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::writing | Changed::keys | Changed::document)
                    && workspace.writing().panel())
                    refresh();
            });

        if (workspace.writing().panel())
            refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PageFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (side.getX() - 1, side.getY(), 1, side.getHeight());
        paintFieldLabel (g, *this, tr ("Written for"), label);

        if (! workspace.writing().panel())
            return;

        paintHeadline (g, *this, text (headlineOf (*workspace.writing().panel())), headline);

        if (const auto i = std::size_t (profile.getSelectedItemIndex()); i < profiles.size())
        {
            g.setFont (regularFont (type::small));
            g.setColour (t.dimText);
            paintRunningText (g, text (trMade (profiles[i].promise)), promise, juce::Justification::topLeft);
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
            workspace.writing().add (utf8 (file));
    }

private:
    WriteRows rows;
    juce::ComboBox profile;
    CommandButton add, accept, stop, restore, fix, proof, advice;
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
        const auto& writing = *workspace.writing().panel();

        for (std::size_t i = 0; i < profiles.size(); ++i)
            if (profiles[i].id == writing.wishes.profile)
                profile.setSelectedItemIndex (int (i), juce::dontSendNotification);

        rows.refresh();
        refreshTabs();

        for (auto* button : { &add, &accept, &stop, &restore, &fix, &proof, &advice })
            button->refresh();

        profile.setEnabled (! writing.isBusy());
        stop.setVisible (writing.isBusy());
        accept.setVisible (! writing.isBusy());
        advice.setToggleState (writing.showsAdvice, juce::dontSendNotification);

        for (auto* button : { &fix, &proof })
            button->setVisible (button->isEnabled());

        resized();
        repaint();
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        side = area.removeFromRight (std::clamp (area.getWidth() * 34 / 100, 250, 380));
        rows.setBounds (area);
        auto form = side.reduced (16, 10);
        const auto isLow = form.getHeight() < 260;
        headline = form.removeFromTop (isLow ? 24 : 44);

        // Each row has such a button of its own.
        restore.setVisible (restore.isEnabled() && ! isLow);
        accept.setBounds (form.removeFromBottom (36));
        stop.setBounds (accept.getBounds());
        placePairs (form);
        form.removeFromBottom (6);
        label = form.removeFromTop (18);
        profile.setBounds (form.removeFromTop (30));
        form.removeFromTop (4);
        promise = form;
    }

    /** The lesser buttons, two beside one another, above what is at the bottom. */
    void placePairs (juce::Rectangle<int>& form)
    {
        std::vector<CommandButton*> shown { &add, &advice };

        for (auto* button : { &restore, &proof, &fix })
            if (button->isVisible())
                shown.push_back (button);

        for (std::size_t i = 0; i < shown.size(); i += 2)
        {
            form.removeFromBottom (6);
            auto row = form.removeFromBottom (30);

            if (i + 1 < shown.size())
            {
                shown[i + 1]->setBounds (row.removeFromRight ((row.getWidth() - 6) / 2));
                row.removeFromRight (6);
            }

            shown[i]->setBounds (row);
        }
    }
};

} // namespace

std::unique_ptr<juce::Component> makeWritePanel (Workspace& w)
{
    return std::make_unique<WriteView> (w);
}

} // namespace earmark::ui
