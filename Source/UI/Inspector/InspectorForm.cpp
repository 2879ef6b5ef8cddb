// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/InspectorForm.h"

namespace earmark::ui
{

namespace
{

constexpr int margin = 14, labelHeight = 18, gap = 10;

} // namespace

InspectorForm::InspectorForm (Workspace& w) : workspace (w), visit (w.newSeries()) {}

void InspectorForm::place (int width)
{
    setSize (width, getHeight());
    labels.clear();
    next = gap;
    placeRows();
    setSize (width, next + gap);
    repaint();
}

void InspectorForm::heading (const juce::String& words)
{
    labels.emplace_back (words, juce::Rectangle<int> (margin, next, getWidth() - 2 * margin, labelHeight));
    next += labelHeight + gap;
}

void InspectorForm::row (const juce::String& label, juce::Component& c, int height)
{
    const auto width = getWidth() - 2 * margin;
    labels.emplace_back (label, juce::Rectangle<int> (margin, next, width, labelHeight));
    c.setBounds (margin, next + labelHeight, width, height);
    next += labelHeight + height + gap;
}

void InspectorForm::pair (const juce::String& left,
                          juce::Component& c1,
                          const juce::String& right,
                          juce::Component& c2)
{
    const auto half = (getWidth() - 2 * margin - gap) / 2;
    labels.emplace_back (left, juce::Rectangle<int> (margin, next, half, labelHeight));
    labels.emplace_back (right, juce::Rectangle<int> (margin + half + gap, next, half, labelHeight));
    c1.setBounds (margin, next + labelHeight, half, fieldHeight);
    c2.setBounds (margin + half + gap, next + labelHeight, half, fieldHeight);
    next += labelHeight + fieldHeight + gap;
}

void InspectorForm::connect (Field& field, const TakeTyped& take)
{
    field.onPause = [this, &field, take] { take (utf8 (field.getText()), visit); };
    field.onDone = [this, &field, take]
    { take (utf8 (field.getText()), std::exchange (visit, workspace.newSeries())); };
}

void InspectorForm::connect (PictureWell& well, std::function<void (const std::optional<Image>&)> take)
{
    well.onChange = std::move (take);
    well.onCrop = [this, &well] (const juce::Image& image, const PictureCut& cut)
    {
        if (onCrop)
            onCrop (well, image, cut);
    };
}

void InspectorForm::paint (juce::Graphics& g)
{
    for (const auto& [label, area] : labels)
        paintFieldLabel (g, *this, label, area);
}

} // namespace earmark::ui
