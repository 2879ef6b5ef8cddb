// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/PictureWell.h"

#include "Session/Paths.h"
#include "UI/Icons.h"

namespace earmark::ui
{

PictureWell::PictureWell (Workspace& w, const juce::String& title) : workspace (w)
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
    paste.onClick = [this] { takeCopied(); };
    crop.onClick = [this] { showCropper(); };
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

    if (image != made)
        source.clear();

    if (const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;
        embedded != nullptr && embedded->bytes != nullptr)
        picture = juce::ImageFileFormat::loadFrom (embedded->bytes->data(), embedded->bytes->size());

    remove.setVisible (image.has_value());
    crop.setVisible (picture.isValid());
    repaint();
}

void PictureWell::take (const std::string& path)
{
    if (! workspace.services.readDocument || ! workspace.services.preparePicture)
        return;

    if (const auto bytes = workspace.services.readDocument (path))
        use (*bytes, PictureCut());
    else
        workspace.say (Message::Grade::error, bytes.error().message);
}

void PictureWell::use (const std::string& bytes, const PictureCut& cut)
{
    const auto prepared = workspace.services.preparePicture (bytes, cut);

    if (! prepared)
        return workspace.say (Message::Grade::error, prepared.error().message);

    source = bytes;
    lastCut = cut;
    made = Image (*prepared);

    if (onChange)
        onChange (made);
}

void PictureWell::takeCopied()
{
    const auto path =
        workspace.services.clipboardText ? pathIn (workspace.services.clipboardText()) : std::string();

    if (path.empty())
        workspace.say (Message::Grade::warning,
                       earmark::tr ("No picture has been copied: copy its file, then paste it here."));
    else
        take (path);
}

void PictureWell::showCropper()
{
    if (! onCrop || ! current || ! workspace.services.preparePicture)
        return;

    const auto* embedded = std::get_if<EmbeddedImage> (&*current);

    if (source.empty() && (embedded == nullptr || embedded->bytes == nullptr))
        return;

    if (source.empty())
    {
        source = *embedded->bytes;
        lastCut = {};
        made = current;
    }

    const auto whole = workspace.services.preparePicture (source, std::nullopt);

    if (! whole)
        return workspace.say (Message::Grade::error, whole.error().message);

    onCrop (juce::ImageFileFormat::loadFrom (whole->bytes->data(), whole->bytes->size()), lastCut);
}

void PictureWell::cut (const PictureCut& wanted)
{
    if (! source.empty() && ! (wanted == lastCut))
        use (std::string (source), wanted);
}

bool PictureWell::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress ('v', juce::ModifierKeys::commandModifier, 0))
        return false;

    takeCopied();
    return true;
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
