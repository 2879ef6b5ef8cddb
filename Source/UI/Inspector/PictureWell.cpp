// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/PictureWell.h"

#include "UI/Icons.h"

namespace earmark::ui
{

PictureWell::PictureWell (Workspace& w, const juce::String& title) : workspace (w), source (w)
{
    setTitle (title);
    choose.setTitle (tr ("Choose a picture"));
    remove.setTitle (tr ("Remove the picture"));
    paste.setTitle (tr ("Paste a picture"));
    crop.setTitle (tr ("Crop the picture"));
    paste.setTooltip (tr ("Takes the picture whose file has been copied"));
    addAndMakeVisible (choose);
    addAndMakeVisible (paste);
    addChildComponent (crop);
    addChildComponent (remove);
    paste.onClick = [this] { use (source.takeCopied()); };
    crop.onClick = [this] { showCropper(); };
    choose.onClick = [this]
    {
        if (workspace.services.chooseFile)
            workspace.services.chooseFile (
                FileKind::picture,
                [safe = juce::Component::SafePointer (this)] (const std::string& path)
                {
                    if (safe != nullptr)
                        safe->use (safe->source.take (path));
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
    if (image == source.picture())
        return;

    source.follow (image);
    picture = {};

    if (const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;
        embedded != nullptr && embedded->bytes != nullptr)
        picture = juce::ImageFileFormat::loadFrom (embedded->bytes->data(), embedded->bytes->size());

    remove.setVisible (image.has_value());
    crop.setVisible (picture.isValid());
    repaint();
}

void PictureWell::use (const std::optional<Image>& taken)
{
    if (taken && onChange)
        onChange (taken);
}

void PictureWell::showCropper()
{
    if (! onCrop)
        return;

    if (const auto wanted = source.toCrop())
        onCrop (juce::ImageFileFormat::loadFrom (wanted->whole.bytes->data(), wanted->whole.bytes->size()),
                wanted->cut);
}

void PictureWell::cut (const PictureCut& wanted)
{
    use (source.cut (wanted));
}

bool PictureWell::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress ('v', juce::ModifierKeys::commandModifier, 0))
        return false;

    use (source.takeCopied());
    return true;
}

void PictureWell::filesDropped (const juce::StringArray& files, int, int)
{
    isOver = false;
    use (source.take (utf8 (files[0])));
}

void PictureWell::mouseDown (const juce::MouseEvent&)
{
    choose.triggerClick();
}

void PictureWell::resized()
{
    auto area = getLocalBounds();
    area.removeFromLeft (area.getHeight() + 12);
    const auto width = std::min (104, (area.getWidth() - 6) / 2);

    for (const auto& [left, right] : { std::pair { &choose, &paste }, { &crop, &remove } })
    {
        auto row = area.removeFromTop (28);
        left->setBounds (row.removeFromLeft (width));
        row.removeFromLeft (6);
        right->setBounds (row.removeFromLeft (width));
        area.removeFromTop (6);
    }
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

    if (const auto* linked = source.picture() ? std::get_if<LinkedImage> (&*source.picture()) : nullptr)
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
