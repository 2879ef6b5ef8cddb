// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/PictureWell.h"

#include "UI/Icons.h"

namespace earmark::ui
{

PictureWell::PictureWell (Workspace& w) : workspace (w)
{
    setTitle (tr ("Picture"));
    choose.setTitle (tr ("Choose a picture"));
    remove.setTitle (tr ("Remove the picture"));
    addAndMakeVisible (choose);
    addChildComponent (remove);
    choose.onClick = [this]
    {
        if (workspace.services.chooseFile)
            workspace.services.chooseFile (
                FileKind::picture,
                [safe = juce::Component::SafePointer (this)] (const std::string& path)
                {
                    if (safe != nullptr)
                        safe->take (path);
                });
    };
    remove.onClick = [this]
    {
        if (onChange)
            onChange (std::nullopt);
    };
}

void PictureWell::show (const std::optional<Image>& image)
{
    if (image == current)
        return;

    current = image;
    picture = {};

    if (const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;
        embedded != nullptr && embedded->bytes != nullptr)
        picture = juce::ImageFileFormat::loadFrom (embedded->bytes->data(), embedded->bytes->size());

    remove.setVisible (image.has_value());
    repaint();
}

void PictureWell::take (const std::string& path)
{
    if (! workspace.services.readDocument || ! workspace.services.preparePicture)
        return;

    const auto prepared = workspace.services.readDocument (path).and_then (
        [this] (const std::string& bytes) { return workspace.services.preparePicture (bytes, true); });

    if (! prepared)
        workspace.say (Message::Grade::error, prepared.error().message);
    else if (onChange)
        onChange (Image (*prepared));
}

void PictureWell::filesDropped (const juce::StringArray& files, int, int)
{
    isOver = false;
    take (utf8 (files[0]));
}

void PictureWell::mouseDown (const juce::MouseEvent&)
{
    choose.triggerClick();
}

void PictureWell::resized()
{
    auto area = getLocalBounds();
    area.removeFromLeft (area.getHeight() + 12);
    choose.setBounds (area.removeFromTop (28).withWidth (90));
    area.removeFromTop (6);
    remove.setBounds (area.removeFromTop (28).withWidth (90));
}

void PictureWell::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    const auto square = getLocalBounds().withWidth (getHeight()).toFloat().reduced (0.5f);
    g.setColour (t.well);
    g.fillRoundedRectangle (square, 5);

    if (picture.isValid())
    {
        const juce::Graphics::ScopedSaveState state (g);
        juce::Path clip;
        clip.addRoundedRectangle (square, 5);
        g.reduceClipRegion (clip);
        g.drawImage (picture, square, juce::RectanglePlacement::fillDestination);
    }
    else
    {
        drawIcon (g, Icon::picture, square, t.faintText);
    }

    g.setColour (isOver ? t.accent : t.edge);
    g.drawRoundedRectangle (square, 5, isOver ? 2 : 1);

    if (const auto* linked = current ? std::get_if<LinkedImage> (&*current) : nullptr)
    {
        g.setColour (t.dimText);
        g.setFont (regularFont (type::small));
        g.drawText (text (linked->url),
                    getLocalBounds().withTrimmedLeft (getHeight() + 12).removeFromBottom (18),
                    juce::Justification::centredLeft,
                    true);
    }
}

} // namespace earmark::ui
