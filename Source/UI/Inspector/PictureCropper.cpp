// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/PictureCropper.h"

#include "UI/Look.h"

namespace earmark::ui
{

namespace
{

constexpr int margin = 14, buttonHeight = 30;
constexpr float handle = 9; // of a corner, to either side
constexpr double step = 0.01, largeStep = 0.1, sizeStep = 1.05;

} // namespace

PictureCropper::PictureCropper (const juce::Image& p, const PictureCut& c)
    : picture (p), size { double (p.getWidth()), double (p.getHeight()) }, current (inside (c, size)),
      atFirst (current), take (tr ("Crop")), cancel (tr ("Cancel"))
{
    setTitle (tr ("Crop the picture"));
    setHelpText (
        tr ("Arrow keys move the square, + and \u2212 change its size, Enter takes it, Esc gives up."));
    setWantsKeyboardFocus (true);
    take.getProperties().set ("main", true);
    take.onClick = [this] { finish (current); };
    cancel.onClick = [this] { finish (std::nullopt); };
    addAndMakeVisible (take);
    addAndMakeVisible (cancel);
}

void PictureCropper::set (const PictureCut& cut)
{
    current = cut;
    repaint();
}

void PictureCropper::finish (std::optional<PictureCut> result)
{
    setVisible (false);

    if (onDone)
        onDone (result);
}

void PictureCropper::resized()
{
    auto area = getLocalBounds().reduced (margin);
    auto buttons = area.removeFromBottom (buttonHeight);
    take.setBounds (buttons.removeFromLeft ((buttons.getWidth() - 8) / 2));
    cancel.setBounds (buttons.removeFromRight (take.getWidth()));
    area.removeFromBottom (margin);
    shown = juce::RectanglePlacement (juce::RectanglePlacement::centred)
                .appliedTo (juce::Rectangle<double> (size.width, size.height).toFloat(), area.toFloat());
}

juce::Rectangle<float> PictureCropper::square() const
{
    const auto side = float (current.side) * std::min (shown.getWidth(), shown.getHeight());
    return juce::Rectangle<float> (side, side)
        .withCentre ({ shown.getX() + float (current.centre.x) * shown.getWidth(),
                       shown.getY() + float (current.centre.y) * shown.getHeight() });
}

PicturePoint PictureCropper::pointAt (juce::Point<float> p) const
{
    return { double ((p.x - shown.getX()) / shown.getWidth()),
             double ((p.y - shown.getY()) / shown.getHeight()) };
}

std::optional<PicturePoint> PictureCropper::oppositeOf (juce::Point<float> p) const
{
    const auto s = square();

    for (const auto& [corner, opposite] : { std::pair { s.getTopLeft(), s.getBottomRight() },
                                            { s.getTopRight(), s.getBottomLeft() },
                                            { s.getBottomLeft(), s.getTopRight() },
                                            { s.getBottomRight(), s.getTopLeft() } })
        if (juce::Rectangle<float> (2 * handle, 2 * handle).withCentre (corner).contains (p))
            return pointAt (opposite);

    return {};
}

void PictureCropper::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.panel);
    g.drawImage (picture, shown);
    const auto kept = square();

    {
        const juce::Graphics::ScopedSaveState state (g);
        g.excludeClipRegion (kept.toNearestInt());
        g.setColour (juce::Colours::black.withAlpha (0.62f));
        g.fillRect (shown);
    }

    // Black and white together show on any picture.
    g.setColour (juce::Colours::black);
    g.drawRect (kept.expanded (1), 1);
    g.setColour (hasKeyboardFocus (false) ? t.focus : juce::Colours::white);
    g.drawRect (kept, hasKeyboardFocus (false) ? 2.0f : 1.0f);

    for (const auto corner :
         { kept.getTopLeft(), kept.getTopRight(), kept.getBottomLeft(), kept.getBottomRight() })
    {
        const auto knob = juce::Rectangle<float> (8, 8).withCentre (corner);
        g.setColour (juce::Colours::white);
        g.fillRect (knob);
        g.setColour (juce::Colours::black);
        g.drawRect (knob, 1);
    }
}

bool PictureCropper::keyPressed (const juce::KeyPress& key)
{
    const auto by = key.getModifiers().isShiftDown() ? largeStep : step;
    const auto is = [&] (int code) { return key.getKeyCode() == code; };

    if (is (juce::KeyPress::leftKey))
        set (earmark::moved (current, size, { -by, 0 }));
    else if (is (juce::KeyPress::rightKey))
        set (earmark::moved (current, size, { by, 0 }));
    else if (is (juce::KeyPress::upKey))
        set (earmark::moved (current, size, { 0, -by }));
    else if (is (juce::KeyPress::downKey))
        set (earmark::moved (current, size, { 0, by }));
    else if (const auto c = key.getTextCharacter(); c == '+' || c == '=')
        set (earmark::resized (current, size, sizeStep));
    else if (c == '-')
        set (earmark::resized (current, size, 1 / sizeStep));
    else if (is (juce::KeyPress::returnKey))
        finish (current);
    else if (is (juce::KeyPress::escapeKey))
        finish (std::nullopt);
    else
        return false;

    return true;
}

void PictureCropper::mouseMove (const juce::MouseEvent& e)
{
    setMouseCursor (oppositeOf (e.position)          ? juce::MouseCursor::CrosshairCursor
                    : square().contains (e.position) ? juce::MouseCursor::DraggingHandCursor
                                                     : juce::MouseCursor::NormalCursor);
}

void PictureCropper::mouseDown (const juce::MouseEvent& e)
{
    atFirst = current;
    fixed = oppositeOf (e.position);
}

void PictureCropper::mouseDrag (const juce::MouseEvent& e)
{
    const auto from = pointAt (e.mouseDownPosition), to = pointAt (e.position);
    set (fixed ? spanned (size, *fixed, to)
               : earmark::moved (atFirst, size, { to.x - from.x, to.y - from.y }));
}

void PictureCropper::mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails& wheel)
{
    set (earmark::resized (current, size, wheel.deltaY > 0 ? sizeStep : 1 / sizeStep));
}

std::unique_ptr<juce::AccessibilityHandler> PictureCropper::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::image);
}

} // namespace earmark::ui
