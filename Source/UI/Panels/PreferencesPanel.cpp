// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/OutputChoice.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/RunningText.h"

#include <array>

namespace earmark::ui
{

namespace
{

constexpr int labelHeight = 22, rowHeight = 30, margin = 14, widest = 420;

/** A theme, as a small picture of the window in it. */
class ThemeTile final : public juce::Button
{
public:
    ThemeTile (ThemeName n, const juce::String& label) : Button (label), theme (n)
    {
        setTitle (label);
        setRadioGroupId (1, juce::dontSendNotification);
    }

    const ThemeName theme;

    void paintButton (juce::Graphics& g, bool over, bool) override
    {
        const auto& own = Look::of (*this);
        const auto& t = themeOf (theme);
        auto area = getLocalBounds();
        const auto label = area.removeFromBottom (24);
        const auto frame = area.toFloat().reduced (1.5f);
        juce::Path clip;
        clip.addRoundedRectangle (frame, 6);

        {
            const juce::Graphics::ScopedSaveState state (g);
            g.reduceClipRegion (clip);
            paintWindow (g, t, area);
        }

        const auto isFocused = hasKeyboardFocus (false);
        g.setColour (isFocused ? own.focus : getToggleState() ? own.accent : over ? own.dimText : own.edge);
        g.drawRoundedRectangle (frame, 6, isFocused || getToggleState() ? 2.5f : 1);
        g.setColour (getToggleState() ? own.text : own.dimText);
        g.setFont (getToggleState() ? boldFont (type::small) : regularFont (type::small));
        g.drawText (getName(), label, juce::Justification::centred, true);
    }

private:
    static void paintWindow (juce::Graphics& g, const Theme& t, juce::Rectangle<int> area)
    {
        g.fillAll (t.panel);
        g.setColour (t.bar);
        g.fillRect (area.removeFromTop (12));
        auto wave = area.removeFromTop (area.getHeight() * 6 / 10);
        g.setColour (t.well);
        g.fillRect (wave);
        constexpr std::array heights { 3, 7, 5, 9, 4, 2, 6, 10, 8, 3, 5, 9, 6, 2, 4, 8 };

        for (int x = wave.getX() + 4, i = 0; x < wave.getRight() - 2; x += 3, ++i)
        {
            const auto height = heights[std::size_t (i) % heights.size()] * wave.getHeight() / 24;
            g.setColour (t.chapter (std::size_t (i / 8)));
            g.fillRect (x, wave.getCentreY() - height, 2, 2 * height);
        }

        g.setColour (t.accent);
        g.fillRect (wave.getX() + wave.getWidth() / 3, wave.getY(), 2, wave.getHeight());
        g.fillRect (wave.getX() + wave.getWidth() / 3, wave.getY() + 2, 12, 6);
        area.reduce (6, 6);

        for (const auto& colour : { t.text, t.dimText })
        {
            g.setColour (colour);
            g.fillRect (area.removeFromTop (3).withTrimmedRight (colour == t.text ? 12 : 28));
            area.removeFromTop (4);
        }
    }
};

/** All there is to choose. */
class Choices final : public juce::Component
{
public:
    explicit Choices (Workspace& w) : workspace (w)
    {
        for (auto& tile : tiles)
        {
            addAndMakeVisible (tile);
            tile.onClick = [this, theme = tile.theme] { set ([&] (Preferences& p) { p.theme = theme; }); };
        }

        for (std::size_t i = 0; i < sizes.size(); ++i)
        {
            auto& size = sizes[i];
            size.setButtonText (juce::String (uiScales[i]) + " %");
            size.setTitle (tr ("Size {} %", uiScales[i]));
            size.setRadioGroupId (2, juce::dontSendNotification);
            size.onClick = [this, i] { set ([&] (Preferences& p) { p.scale = uiScales[i]; }); };
            addAndMakeVisible (size);
        }

        language.setTitle (tr ("Language"));
        language.addItemList ({ tr ("The system's own"), "English", "Deutsch" }, 1); // each in its own tongue
        language.onChange = [this]
        { set ([&] (Preferences& p) { p.language = LanguageChoice (language.getSelectedItemIndex()); }); };
        addAndMakeVisible (language);

        motion.onClick = [this]
        { set ([&] (Preferences& p) { p.reducedMotion = motion.getToggleState(); }); };
        addAndMakeVisible (motion);

        if (workspace.services.outputs && workspace.services.chooseOutput)
        {
            output = std::make_unique<OutputChoice> (workspace);
            output->onHeightChange = [this]
            {
                if (auto* panel = findParentComponentOfClass<PanelFrame>())
                    panel->resized();
            };
            addAndMakeVisible (*output);
        }

        refresh();
    }

    void refresh()
    {
        const auto& preferences = workspace.view().preferences;

        for (auto& tile : tiles)
            tile.setToggleState (tile.theme == preferences.theme, juce::dontSendNotification);

        for (std::size_t i = 0; i < sizes.size(); ++i)
            sizes[i].setToggleState (uiScales[i] == preferences.scale, juce::dontSendNotification);

        language.setSelectedItemIndex (int (preferences.language), juce::dontSendNotification);
        motion.setToggleState (preferences.reducedMotion, juce::dontSendNotification);
    }

    /** As high as it needs to be; with less room between all where there is little. */
    void place (int width, int room)
    {
        const auto isTight = room < 400;
        const auto gap = isTight ? 8 : 18;
        labels.clear();
        juce::Rectangle<int> area (margin, isTight ? 6 : 12, std::min (widest, width - 2 * margin), 1000);

        labels.emplace_back (tr ("Theme"), area.removeFromTop (labelHeight));
        auto row = area.removeFromTop (isTight ? 74 : 92);
        const auto tileWidth = (row.getWidth() - 2 * 8) / 3;

        for (auto& tile : tiles)
        {
            tile.setBounds (row.removeFromLeft (tileWidth));
            row.removeFromLeft (8);
        }

        area.removeFromTop (gap);
        labels.emplace_back (tr ("Size of everything"), area.removeFromTop (labelHeight));
        row = area.removeFromTop (rowHeight);
        const auto sizeWidth = (row.getWidth() - 5 * 4) / 6;

        for (auto& size : sizes)
        {
            size.setBounds (row.removeFromLeft (sizeWidth));
            row.removeFromLeft (4);
        }

        area.removeFromTop (gap);
        labels.emplace_back (tr ("Language"), area.removeFromTop (labelHeight));
        language.setBounds (area.removeFromTop (rowHeight));

        if (output != nullptr)
        {
            area.removeFromTop (gap);
            labels.emplace_back (tr ("Sound output"), area.removeFromTop (labelHeight));
            output->setBounds (area.removeFromTop (output->heightNeeded()));
        }

        area.removeFromTop (gap);
        motion.setBounds (area.removeFromTop (rowHeight));
        explanation = area.removeFromTop (34).withTrimmedLeft (24);
        setSize (width, area.getY() + 6);
        repaint();
    }

    void paint (juce::Graphics& g) override
    {
        for (const auto& [label, area] : labels)
            paintFieldLabel (g, *this, label, area);

        g.setColour (Look::of (*this).faintText);
        g.setFont (regularFont (type::small));
        paintRunningText (
            g,
            tr ("The view turns over like a page when it follows the playhead, and nothing glides."),
            explanation,
            juce::Justification::topLeft);
    }

private:
    Workspace& workspace;
    std::array<ThemeTile, 3> tiles { ThemeTile { ThemeName::dark, tr ("Dark") },
                                     ThemeTile { ThemeName::light, tr ("Light") },
                                     ThemeTile { ThemeName::highContrast, tr ("High contrast") } };
    std::array<juce::TextButton, uiScales.size()> sizes;
    juce::ComboBox language;
    std::unique_ptr<OutputChoice> output; ///< where it can be chosen
    juce::ToggleButton motion { tr ("Reduced motion") };
    std::vector<std::pair<juce::String, juce::Rectangle<int>>> labels;
    juce::Rectangle<int> explanation;

    template <class Change>
    void set (const Change& change)
    {
        workspace.look ([&] (ViewState& v) { change (v.preferences); });
    }
};

class PreferencesPanel final : public PanelFrame
{
public:
    explicit PreferencesPanel (Workspace& w) : PanelFrame (w, tr ("Preferences")), choices (w)
    {
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&choices, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::panels))
                    choices.refresh();
            });
    }

private:
    juce::Viewport viewport;
    Choices choices;
    Workspace::Subscription subscription;

    void placeContent (juce::Rectangle<int> area) override
    {
        viewport.setBounds (area);
        choices.place (area.getWidth() - 6, area.getHeight());
    }
};

} // namespace

std::unique_ptr<juce::Component> makePreferencesPanel (Workspace& w)
{
    return std::make_unique<PreferencesPanel> (w);
}

} // namespace earmark::ui
