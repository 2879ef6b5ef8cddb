// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

constexpr int rowHeight = 24;

/** Earmark itself, what it may be used for, and what it is made of. */
class Credits final : public juce::Component
{
public:
    explicit Credits (std::vector<Credit> all) : credits (std::move (all))
    {
        setTitle (tr ("Licences and versions"));
        setDescription (asText());
        setWantsKeyboardFocus (true); // the arrow keys scroll it
    }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override
    {
        return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::staticText);
    }

    void place (int width) { setSize (width, 148 + int (credits.size()) * rowHeight); }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);

        if (credits.empty())
            return;

        auto area = getLocalBounds();
        auto head = area.removeFromTop (44);
        g.setColour (t.accent);
        drawIcon (g, Icon::flag, head.removeFromLeft (30).toFloat().withSizeKeepingCentre (22, 22), t.accent);
        g.setColour (t.text);
        g.setFont (boldFont (type::title));
        g.drawText (text (credits.front().name + " " + credits.front().version),
                    head.withTrimmedLeft (6),
                    juce::Justification::centredLeft,
                    true);
        g.setColour (t.dimText);
        g.setFont (regularFont (type::small));
        paintRunningText (
            g,
            tr ("Free software under the GNU Affero General Public License, version 3 or later: you "
                "may use, study, share and change it. It comes without any warranty."),
            area.removeFromTop (68),
            juce::Justification::topLeft);
        paintFieldLabel (g, *this, tr ("Made with"), area.removeFromTop (24));

        for (std::size_t i = 1; i < credits.size(); ++i)
        {
            auto row = area.removeFromTop (rowHeight);
            g.setColour (t.hairline);
            g.fillRect (row.removeFromBottom (1));
            g.setFont (regularFont (type::small));
            g.setColour (t.faintText);
            g.drawText (text (credits[i].licence),
                        row.removeFromRight (row.getWidth() * 45 / 100),
                        juce::Justification::centredRight,
                        true);
            const auto name = text (credits[i].name);
            const auto width = juce::GlyphArrangement::getStringWidthInt (boldFont (type::small), name) + 8;
            g.setColour (t.text);
            g.setFont (boldFont (type::small));
            g.drawText (name, row.removeFromLeft (width), juce::Justification::centredLeft, true);
            g.setColour (t.dimText);
            g.setFont (tabularFont (type::small));
            g.drawText (text (credits[i].version), row, juce::Justification::centredLeft, true);
        }
    }

    /** For a report of a fault. */
    juce::String asText() const
    {
        juce::String all;

        for (const auto& credit : credits)
            all << text (credit.name) << ' ' << text (credit.version) << " (" << text (credit.licence)
                << ")\n";

        return all;
    }

private:
    const std::vector<Credit> credits;
};

class AboutPanel final : public PanelFrame
{
public:
    explicit AboutPanel (Workspace& w)
        : PanelFrame (w, tr ("About Earmark")),
          credits (w.services.credits ? w.services.credits() : std::vector<Credit>())
    {
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&credits, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);
        addAndMakeVisible (copy);
        copy.setMouseClickGrabsKeyboardFocus (false);
        copy.onClick = [this]
        {
            if (! workspace.services.copyText)
                return;

            workspace.services.copyText (utf8 (credits.asText()));
            workspace.say (Message::Grade::info, earmark::tr ("The versions are on the clipboard."));
        };
    }

private:
    juce::Viewport viewport;
    Credits credits;
    juce::TextButton copy { tr ("Copy the versions") };

    void placeContent (juce::Rectangle<int> area) override
    {
        copy.setBounds (area.removeFromBottom (46).reduced (14, 8).withWidth (160));
        viewport.setBounds (area.reduced (14, 6).withTrimmedRight (-10));
        credits.place (std::max (1, std::min (viewport.getWidth() - 14, 520)));
    }
};

} // namespace

std::unique_ptr<juce::Component> makeAboutPanel (Workspace& w)
{
    return std::make_unique<AboutPanel> (w);
}

} // namespace earmark::ui
