// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/ContactSheet.h"

#include "Imaging/SheetCellPainter.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr float scale = 2; ///< pixels for a point: sharp on the screens of today
constexpr float margin = 28, gap = 14, headHeight = 66, footHeight = 26;

/** A sheet of few is not a wide one with holes. */
std::size_t columnsFor (std::size_t cells)
{
    return cells <= 4 ? 2 : cells <= 9 ? 3 : 4;
}

void paintLegend (juce::Graphics& g, const Palette& palette, juce::Rectangle<float> line)
{
    const auto entry = [&] (juce::Colour colour, const char* label)
    {
        const auto font = regularFont (13);
        const auto width = juce::GlyphArrangement::getStringWidth (font, label);
        g.setFont (font);
        g.setColour (palette.faintText);
        g.drawText (label, line.removeFromRight (width + 1), juce::Justification::centredRight, false);
        line.removeFromRight (6);
        g.setColour (colour);
        g.fillRoundedRectangle (line.removeFromRight (3).withSizeKeepingCentre (3, 13), 1.5f);
        line.removeFromRight (18);
    };

    entry (palette.other, "a pause begins");
    entry (palette.onset, "speech begins");
    entry (palette.marker, "marker");
}

} // namespace

std::size_t pagesFor (std::size_t cells)
{
    return std::max<std::size_t> (1, (cells + cellsPerPage - 1) / cellsPerPage);
}

Result<std::string>
drawContactSheet (std::span<const SheetCell> all, const SheetOptions& options, std::size_t page)
{
    const auto pages = pagesFor (all.size());

    if (page >= pages)
        return failure (Error::Kind::wrongUsage, "The contact sheet has no such page.");

    // All pages are as wide as the first.
    const auto columns = columnsFor (all.size());
    const auto cells =
        all.subspan (page * cellsPerPage, std::min (cellsPerPage, all.size() - page * cellsPerPage));
    const auto rows = std::max<std::size_t> (1, (cells.size() + columns - 1) / columns);
    const auto width = 2 * margin + float (columns) * cellWidth + float (columns - 1) * gap;
    const auto height =
        2 * margin + headHeight + float (rows) * cellHeight + float (rows - 1) * gap + footHeight;
    const auto& palette = paletteOf (options.theme);

    const juce::Image image (juce::Image::RGB,
                             juce::roundToInt (width * scale),
                             juce::roundToInt (height * scale),
                             false,
                             juce::SoftwareImageType());

    {
        juce::Graphics g (image);
        g.addTransform (juce::AffineTransform::scale (scale));
        g.fillAll (palette.page);

        juce::Rectangle<float> head (margin, margin, width - 2 * margin, headHeight - 16);
        auto titleLine = head.removeFromTop (28);
        g.setColour (palette.text);
        g.setFont (boldFont (24));
        g.drawText (juce::String::fromUTF8 (options.heading.c_str()),
                    titleLine,
                    juce::Justification::centredLeft,
                    true);
        g.setColour (palette.faintText);
        g.setFont (regularFont (14));
        g.drawText (juce::String::fromUTF8 (options.subheading.c_str()),
                    head,
                    juce::Justification::centredLeft,
                    true);
        paintLegend (g, palette, head);

        for (std::size_t i = 0; i < cells.size(); ++i)
        {
            const juce::Graphics::ScopedSaveState state (g);
            const auto column = i % columns, row = i / columns;
            g.addTransform (
                juce::AffineTransform::translation (margin + float (column) * (cellWidth + gap),
                                                    margin + headHeight + float (row) * (cellHeight + gap)));
            paintCell (g, cells[i], palette);
        }

        const juce::Rectangle<float> foot (margin, height - margin - 12, width - 2 * margin, 16);
        g.setColour (palette.faintText);
        g.setFont (regularFont (12.5f));
        g.drawText ("Earmark", foot, juce::Justification::centredLeft, false);

        if (pages > 1)
            g.drawText ("page " + juce::String (page + 1) + " of " + juce::String (pages),
                        foot,
                        juce::Justification::centredRight,
                        false);
    }

    juce::MemoryOutputStream stream;

    if (! juce::PNGImageFormat().writeImageToStream (image, stream))
        return failure (Error::Kind::tooLarge, "The contact sheet could not be made into a PNG.");

    return std::string (static_cast<const char*> (stream.getData()), stream.getDataSize());
}

} // namespace earmark
