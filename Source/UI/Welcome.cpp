// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Welcome.h"

#include "Session/Paths.h"
#include "UI/Look.h"

namespace earmark::ui
{

namespace
{

constexpr int widest = 620, buttonHeight = 40, rowHeight = 26, gap = 14;
constexpr std::size_t maxRecent = 6;

} // namespace

/** One of the files that were open lately. */
class Welcome::Recent final : public juce::Button
{
public:
    Recent (Workspace& w, std::string p)
        : Button (ui::text (fileNameOf (p))), workspace (w), path (std::move (p))
    {
        setTitle (tr ("Open {}", fileNameOf (path)));
        setTooltip (ui::text (path));
        setMouseClickGrabsKeyboardFocus (false);
    }

    void clicked() override
    {
        // This goes with what is empty.
        juce::MessageManager::callAsync (
            [&w = workspace, safe = SafePointer (this), p = path]
            {
                if (safe != nullptr)
                    w.openFile (p);
            });
    }

    void paintButton (juce::Graphics& g, bool over, bool) override
    {
        const auto& t = Look::of (*this);
        auto area = getLocalBounds();

        if (over)
        {
            g.setColour (t.hover);
            g.fillRoundedRectangle (area.toFloat(), 4);
        }

        if (hasKeyboardFocus (false))
        {
            g.setColour (t.focus);
            g.drawRoundedRectangle (area.toFloat().reduced (1), 4, 2);
        }

        area.reduce (8, 0);
        const auto width = juce::GlyphArrangement::getStringWidthInt (regularFont (type::normal), getName());
        g.setColour (t.text);
        g.setFont (regularFont (type::normal));
        g.drawText (getName(),
                    area.removeFromLeft (std::min (width + 12, area.getWidth() * 6 / 10)),
                    juce::Justification::centredLeft,
                    true);
        g.setColour (t.faintText);
        g.setFont (regularFont (type::small));
        g.drawText (ui::text (path.substr (0, path.size() - fileNameOf (path).size())),
                    area,
                    juce::Justification::centredLeft,
                    true);
    }

private:
    Workspace& workspace;
    const std::string path;
};

//======================================================================================================
Welcome::Welcome (Workspace& w)
    : workspace (w), open (w, "open", Icon::open, tr ("Open audio, a project or an outline\u2026")),
      paste (w, "paste", Icon::paste, tr ("Paste an outline"))
{
    setOpaque (true);
    open.setMain (true);
    addAndMakeVisible (open);
    addAndMakeVisible (paste);
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (isVisible() && holds (c, Changed::media | Changed::document))
                refresh();

            if (holds (c, Changed::keys))
                for (auto* button : { &open, &paste })
                    button->refresh();
        });
}

Welcome::~Welcome() = default;

void Welcome::visibilityChanged()
{
    if (isVisible())
        refresh();
}

void Welcome::refresh()
{
    auto paths = workspace.recentFiles().paths();
    paths.resize (std::min (paths.size(), maxRecent));
    recent.clear();

    for (auto& path : paths)
    {
        recent.push_back (std::make_unique<Recent> (workspace, std::move (path)));
        addChildComponent (*recent.back());
    }

    resized();
    repaint();
}

void Welcome::resized()
{
    auto area = getLocalBounds().reduced (20, 0);
    area = area.withSizeKeepingCentre (std::min (widest, area.getWidth()), area.getHeight());
    const auto needed = 34 + buttonHeight + 30;
    const auto rows =
        std::clamp ((area.getHeight() - needed - gap - rowHeight - 10) / rowHeight, 0, int (recent.size()));
    const auto height = needed + (rows > 0 ? gap + rowHeight + rows * rowHeight : 0);
    area = area.withSizeKeepingCentre (area.getWidth(), std::min (height, area.getHeight()));

    heading = area.removeFromTop (34);
    auto buttons = area.removeFromTop (buttonHeight);
    open.setBounds (buttons.removeFromLeft (std::min (open.bestWidth() + 6, buttons.getWidth() * 62 / 100)));
    buttons.removeFromLeft (8);
    paste.setBounds (buttons.removeFromLeft (std::min (paste.bestWidth() + 6, buttons.getWidth())));
    hint = area.removeFromTop (30);
    recentHeading = {};

    if (rows > 0)
    {
        area.removeFromTop (gap);
        recentHeading = area.removeFromTop (rowHeight);
    }

    for (std::size_t i = 0; i < recent.size(); ++i)
    {
        recent[i]->setVisible (int (i) < rows);

        if (int (i) < rows)
            recent[i]->setBounds (area.removeFromTop (rowHeight).expanded (8, 0));
    }
}

void Welcome::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.panel);
    g.setColour (t.text);
    g.setFont (boldFont (type::large));
    g.drawText (tr ("Chapters begin with the audio, or with its outline"),
                heading,
                juce::Justification::centredLeft,
                true);
    g.setColour (t.dimText);
    g.setFont (regularFont (type::small));
    g.drawText (tr ("Or drop files anywhere in the window. Press ? to see what every key does."),
                hint,
                juce::Justification::centredLeft,
                true);

    if (! recentHeading.isEmpty())
    {
        g.setColour (t.faintText);
        g.drawText (tr ("Open again"), recentHeading, juce::Justification::centredLeft, true);
    }
}

} // namespace earmark::ui
