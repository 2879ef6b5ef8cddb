// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/ChapterForm.h"
#include "UI/Inspector/EpisodeForm.h"
#include "UI/Inspector/PictureCropper.h"
#include "UI/Look.h"
#include "UI/Panels/Panels.h"

namespace earmark::ui
{

namespace
{

/** What the inspector shows, scrolled as a whole: the chapter, or the episode where none has the focus. */
class Forms final : public juce::Component
{
public:
    Forms (Workspace& w, const InspectorForm::CropRequest& onCrop) : chapter (w), episode (w)
    {
        for (auto* form : std::initializer_list<InspectorForm*> { &chapter, &episode })
        {
            addChildComponent (form);
            form->onCrop = onCrop;
        }
    }

    void place (int width)
    {
        const auto isChapter = showsChapter();
        auto& form = isChapter ? static_cast<InspectorForm&> (chapter) : episode;
        form.place (width);
        chapter.setVisible (isChapter); // one that stays keeps the keyboard
        episode.setVisible (! isChapter);
        setSize (width, form.getHeight());
    }

    void refresh()
    {
        chapter.refresh();
        episode.refresh();
    }

    bool showsChapter() const { return chapter.hasChapter(); }

private:
    ChapterForm chapter;
    EpisodeForm episode;
};

class InspectorPanel final : public juce::Component
{
public:
    explicit InspectorPanel (Workspace& w)
        : workspace (w), forms (w,
                                [this] (PictureWell& well, const juce::Image& image, const PictureCut& cut)
                                { showCropper (well, image, cut); })
    {
        setTitle (tr ("Inspector"));
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&forms, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);
        shown = w.view().selection.focus;
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (! holds (c, Changed::document | Changed::selection))
                    return;

                if (const auto now = workspace.view().selection.focus; now != shown)
                {
                    // What is being typed belongs to the old chapter.
                    if (forms.hasKeyboardFocus (true))
                        giveBackFocus();

                    shown = now;
                    cropper.reset();
                }

                forms.refresh();
                resized();
                repaint();
            });
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        g.fillAll (t.panel);
        g.setColour (t.bar);
        g.fillRect (0, 0, getWidth(), 38);
        g.setColour (t.hairline);
        g.fillRect (0, 37, getWidth(), 1);
        g.setColour (t.text);
        g.setFont (boldFont (type::normal));
        const auto several = workspace.view().selection.ids.size();
        g.drawText (! forms.showsChapter() ? tr ("Episode")
                    : several > 1          ? tr ("{} chapters selected", several)
                                           : tr ("Chapter"),
                    getLocalBounds().removeFromTop (38).reduced (14, 0),
                    juce::Justification::centredLeft,
                    true);
    }

    void resized() override
    {
        const auto area = getLocalBounds().withTrimmedTop (38);
        viewport.setBounds (area);
        forms.place (area.getWidth() - 10);

        if (cropper != nullptr)
            cropper->setBounds (area);
    }

private:
    Workspace& workspace;
    juce::Viewport viewport;
    Forms forms;
    std::unique_ptr<PictureCropper> cropper; ///< over the forms; hidden once it has answered
    ChapterId shown = ChapterId::none;
    Workspace::Subscription subscription;

    void showCropper (PictureWell& well, const juce::Image& image, const PictureCut& cut)
    {
        cropper = std::make_unique<PictureCropper> (image, cut);
        cropper->onDone = [this, &well] (const std::optional<PictureCut>& wanted)
        {
            giveBackFocus();

            if (wanted)
                well.cut (*wanted);
        };
        addAndMakeVisible (*cropper);
        resized();

        if (cropper->isShowing())
            cropper->grabKeyboardFocus();
    }

    void giveBackFocus()
    {
        if (auto* parent = getParentComponent())
            parent->grabKeyboardFocus();
    }
};

} // namespace

std::unique_ptr<juce::Component> makeInspector (Workspace& w)
{
    return std::make_unique<InspectorPanel> (w);
}

} // namespace earmark::ui
