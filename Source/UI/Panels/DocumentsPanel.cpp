// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/NoticeText.h"
#include "UI/Panels/PageFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RowList.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

/** Every document that can be written, what the chosen one says and loses, and all destinations at once. */
class DocumentsView final : public PageFrame
{
public:
    explicit DocumentsView (Workspace& w)
        : PageFrame (w, Panel::documents, tr ("Descriptions and exports")), kinds (tr ("Documents"), 44),
          places (tr ("All destinations"), 44), copy (w, "copy-document", Icon::paste, tr ("Copy")),
          save (w, "save-document", Icon::save, tr ("Save as\u2026")),
          publish (w, "publish", Icon::exportFile, tr ("All destinations\u2026"))
    {
        copy.setMain (true);
        preview.setTitle (tr ("What it says"));
        preview.setMultiLine (true, false);
        preview.setReadOnly (true);
        preview.setCaretVisible (false);
        preview.setWantsKeyboardFocus (false);
        preview.setIndents (10, 8);
        kinds.count = [this] { return page() != nullptr ? int (page()->rows.size()) : 0; };
        kinds.nameOf = [this] (int row)
        { return text (trMade (rowAt (row).kind.name) + ", " + summaryOf (rowAt (row))); };
        kinds.paintRow = [this] (auto& g, int row, auto area) { paintKind (g, rowAt (row), area); };
        kinds.onChoose = [this] (int row) { workspace.documents().choose (std::size_t (row)); };
        losses.layout = [this] (int width) { return lossesLayout (width); };
        places.count = [this] { return page() != nullptr ? int (page()->published.size()) : 0; };
        places.nameOf = [this] (int row)
        { return text (placeAt (row).name + ": " + trMade (placeAt (row).text)); };
        places.paintRow = [this] (auto& g, int row, auto area) { paintPlace (g, placeAt (row), area); };

        for (auto* child : std::initializer_list<juce::Component*> {
                 &kinds, &losses, &preview, &copy, &save, &publish, &places })
            addAndMakeVisible (child);

        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::writing | Changed::keys | Changed::document))
                    refresh();
            });
        refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PageFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (kinds.getRight(), kinds.getY(), 1, kinds.getHeight());
        g.fillRect (side.getX() - 1, side.getY(), 1, side.getHeight());

        if (page() == nullptr)
            return;

        paintHeadline (g,
                       *this,
                       page()->publishing == DocumentsPage::Publishing::nothing ? tr ("Everywhere at once")
                                                                                : text (headlineOf (*page())),
                       headline);

        if (places.isVisible())
            return;

        g.setFont (regularFont (type::small));
        g.setColour (t.dimText);
        paintRunningText (g,
                          tr ("Writes the chapters into the audio files, and the feed's documents and the "
                              "descriptions into a folder. "
                              "Then all of it is read back: whether it agrees."),
                          promise,
                          juce::Justification::topLeft);
    }

    void lookAndFeelChanged() override { showText(); }

private:
    static constexpr int margin = 14, nameHeight = 19, iconWidth = 28, barWidth = 12;

    RowList kinds, places;
    NoticeView losses { tr ("What it does not hold") };
    juce::TextEditor preview;
    CommandButton copy, save, publish;
    juce::Rectangle<int> side, headline, promise;
    Workspace::Subscription subscription;

    const DocumentsPage* page() const
    {
        return workspace.documents().page() ? &*workspace.documents().page() : nullptr;
    }

    const DocumentRow& rowAt (int row) const { return page()->rows[std::size_t (row)]; }

    const PublishedPlace& placeAt (int row) const { return page()->published[std::size_t (row)]; }

    void showText()
    {
        const auto* row = page() != nullptr ? page()->current() : nullptr;
        const auto shown = row == nullptr     ? juce::String()
                           : row->kind.isText ? text (page()->text)
                                              : tr ("It is no text: save it to see it in another program.");
        preview.applyFontToAllText (regularFont (type::small));
        preview.applyColourToAllText (Look::of (*this).text);

        if (shown != preview.getText())
            preview.setText (shown, false);
    }

    void refresh()
    {
        refreshTabs();
        kinds.refresh (page() != nullptr ? int (page()->chosen) : -1);
        places.refresh();
        places.setVisible (page() != nullptr && ! page()->published.empty());
        showText();

        for (auto* button : { &copy, &save, &publish })
            button->refresh();

        resized();
        losses.refresh();
        repaint();
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        const auto isNarrow = area.getWidth() < 860;
        kinds.setBounds (area.removeFromLeft (isNarrow ? area.getWidth() * 42 / 100 : 290));
        area.removeFromLeft (1);

        // In a narrow window the text gives way: what is lost, and the buttons, stay.
        side = area.removeFromRight (isNarrow ? area.getWidth() : 290);
        preview.setVisible (! isNarrow);

        auto form = side.reduced (14, 8);
        publish.setBounds (form.removeFromBottom (30));
        form.removeFromBottom (6);

        if (isNarrow)
        {
            auto own = form.removeFromTop (30);
            copy.setBounds (own.removeFromLeft ((own.getWidth() - 6) / 2));
            save.setBounds (own.withTrimmedLeft (6));
            placeLosses (form);
        }
        else
        {
            auto own = area.removeFromBottom (46).reduced (12, 8); // in a row with the button beside it
            save.setBounds (own.removeFromRight (std::max (120, save.bestWidth() + 12)));
            own.removeFromRight (6);
            copy.setBounds (own.removeFromRight (std::max (120, copy.bestWidth() + 12)));
            area.reduce (margin, 0);
            placeLosses (area);
            preview.setBounds (area.expanded (2, 0).reduced (0, 6));
        }

        headline = form.removeFromTop (isNarrow ? 30 : 44);
        promise = form;
        places.setBounds (form.expanded (14, 0));
        places.setRowHeight (placeHeight());
    }

    /** Half of the height at most. */
    void placeLosses (juce::Rectangle<int>& area)
    {
        const auto wanted = losses.heightFor (area.getWidth()) + margin;
        losses.setBounds (
            area.removeFromTop (std::min (area.getHeight() / 2, wanted)).reduced (0, margin / 2));
    }

    /** As high as the longest sentence needs. */
    int placeHeight() const
    {
        const auto width = places.getWidth() - 2 * margin - iconWidth - barWidth;
        int longest = 0;

        if (page() != nullptr)
            for (const auto& place : page()->published)
                longest = std::max (
                    longest,
                    heightOfRunningText (text (trMade (place.text)), regularFont (type::small), width));

        return std::max (44, nameHeight + longest + 10);
    }

    juce::TextLayout lossesLayout (int width) const
    {
        const auto& t = Look::of (*this);
        const auto* row = page() != nullptr ? page()->current() : nullptr;

        if (row == nullptr || ! row->losses.empty())
            return layoutOf (row != nullptr ? row->losses : Notices(), t, width);

        juce::AttributedString all (tr ("It holds everything that the chapters have."));
        all.setFont (regularFont (type::small));
        all.setColour (t.good);
        all.setWordWrap (juce::AttributedString::WordWrap::byWord);
        juce::TextLayout layout;
        layout.createLayout (all, float (std::max (80, width)));
        return layout;
    }

    void paintKind (juce::Graphics& g, const DocumentRow& row, juce::Rectangle<int> area) const
    {
        const auto& t = Look::of (*this);
        area = area.reduced (14, 4);
        const auto isWarned = std::ranges::contains (row.losses, Notice::Grade::warning, &Notice::grade);
        g.setFont (regularFont (type::small));
        g.setColour (t.dimText);
        g.drawText (text (row.kind.suffix),
                    area.withHeight (19).removeFromRight (110),
                    juce::Justification::centredRight,
                    true);
        g.setFont (row.kind.isDescription ? boldFont (type::normal) : regularFont (type::normal));
        g.setColour (t.text);
        g.drawText (
            text (trMade (row.kind.name)),
            area.removeFromTop (19).withTrimmedRight (
                juce::GlyphArrangement::getStringWidthInt (regularFont (type::small), text (row.kind.suffix))
                + 8),
            juce::Justification::centredLeft,
            true);
        g.setFont (regularFont (type::small));
        g.setColour (row.losses.empty() ? t.good : isWarned ? t.warning : t.dimText);
        g.drawText (text (summaryOf (row)), area, juce::Justification::centredLeft, true);
    }

    void paintPlace (juce::Graphics& g, const PublishedPlace& place, juce::Rectangle<int> area) const
    {
        const auto& t = Look::of (*this);
        area = area.reduced (margin, 4);
        drawIcon (g,
                  place.isGood ? Icon::check : Icon::close,
                  area.removeFromLeft (iconWidth).withSize (22, nameHeight).toFloat(),
                  place.isGood ? t.good : t.bad);
        g.setFont (boldFont (type::normal));
        g.setColour (t.text);
        g.drawText (
            text (place.name), area.removeFromTop (nameHeight), juce::Justification::centredLeft, true);
        g.setFont (regularFont (type::small));
        g.setColour (place.isGood ? t.dimText : t.bad);
        paintRunningText (
            g, text (trMade (place.text)), area.withTrimmedTop (2), juce::Justification::topLeft);
    }
};

} // namespace

std::unique_ptr<juce::Component> makeDocumentsPanel (Workspace& w)
{
    return std::make_unique<DocumentsView> (w);
}

} // namespace earmark::ui
