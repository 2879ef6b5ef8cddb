// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/SheetCellPainter.h"

#include "Foundation/Timestamp.h"
#include "Model/Verdict.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

constexpr float padding = 8;

juce::Rectangle<float> waveArea()
{
    return { padding, 34, cellWidth - 2 * padding, 84 };
}

juce::String text (const std::string& utf8)
{
    return juce::String::fromUTF8 (utf8.data(), int (utf8.size()));
}

float xOf (const SheetCell& cell, Position at)
{
    const auto share = (at - cell.marker + sheetReach).seconds() / (2 * sheetReach.seconds());
    return waveArea().getX() + float (share) * waveArea().getWidth();
}

void paintHead (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const auto time = text (formatTime (cell.marker));
    const auto timeFont = regularFont (14);
    const auto timeWidth = juce::GlyphArrangement::getStringWidth (timeFont, time) + 2;
    juce::Rectangle<float> line (padding + 2, 8, cellWidth - 2 * padding - 4, 20);

    g.setColour (palette.faintText);
    g.setFont (timeFont);
    g.drawText (time, line.removeFromRight (timeWidth), juce::Justification::centredRight, false);

    const auto number = juce::String (cell.number);
    const auto numberFont = boldFont (14);
    const auto numberWidth = juce::GlyphArrangement::getStringWidth (numberFont, number) + 8;
    g.setColour (palette.marker);
    g.setFont (numberFont);
    g.drawText (number, line.removeFromLeft (numberWidth), juce::Justification::centredLeft, false);

    g.setColour (palette.text);
    g.setFont (boldFont (15));
    g.drawText (text (cell.title), line.withTrimmedRight (8), juce::Justification::centredLeft, true);
}

void paintGrid (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const auto area = waveArea();
    g.setFont (regularFont (10.5f));

    for (std::int64_t second = -4; second <= 4; ++second)
    {
        if (second == 0)
            continue;

        const auto x = xOf (cell, cell.marker + Duration::fromSeconds (second));
        g.setColour (palette.grid);
        g.fillRect (x - 0.25f, area.getY(), 0.5f, area.getHeight());

        if (second % 2 == 0)
        {
            g.setColour (palette.faintText);
            g.drawText (juce::String (second > 0 ? "+" : juce::String::fromUTF8 ("\xE2\x88\x92"))
                            + juce::String (std::abs (second)) + " s",
                        juce::Rectangle<float> (x - 20, area.getBottom() + 1, 40, 13),
                        juce::Justification::centred,
                        false);
        }
    }
}

void paintWave (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const auto area = waveArea();
    const auto middle = area.getCentreY();
    const auto half = area.getHeight() / 2 - 2;

    // Quiet episodes are to be seen as well: the loudest fills the cell, up to 18 dB more than it is.
    float loudest = 0;

    for (const auto& peak : cell.columns)
        if (peak)
            loudest = std::max ({ loudest, std::abs (float (peak->low)), std::abs (float (peak->high)) });

    const auto gain = half / std::max (loudest, 32767 / 8.0f);
    const auto width = area.getWidth() / float (std::max<std::size_t> (cell.columns.size(), 1));

    g.setColour (palette.grid);
    g.fillRect (area.getX(), middle - 0.25f, area.getWidth(), 0.5f);

    for (std::size_t i = 0; i < cell.columns.size(); ++i)
    {
        if (! cell.columns[i])
            continue;

        const auto& peak = *cell.columns[i];
        const auto x = area.getX() + float (i) * width;
        const auto top = middle - float (peak.high) * gain;
        const auto bottom = middle - float (peak.low) * gain;
        const auto rms = float (peak.rms) * gain;
        g.setColour (palette.outerWave);
        g.fillRect (x, std::min (top, middle - 0.4f), width, std::max (bottom - top, 0.8f));
        g.setColour (palette.innerWave);
        g.fillRect (x, middle - rms, width, std::max (2 * rms, 0.8f));
    }
}

void paintCandidates (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const auto area = waveArea();

    for (const auto& candidate : cell.candidates)
    {
        const auto x = xOf (cell, candidate.at);

        // The end of a long pause may lie outside of the picture.
        if (x < float (area.getX()) || x > float (area.getRight()))
            continue;

        const auto isSuggested = cell.suggestion == candidate.at;
        const auto isOnset = candidate.kind == Candidate::Kind::speechOnset;

        if (isSuggested)
        {
            // The way from the marker to where it should be.
            const auto from = xOf (cell, cell.marker);
            g.setColour (palette.onset.withAlpha (0.16f));
            g.fillRect (std::min (from, x), area.getY(), std::abs (x - from), area.getHeight());
        }

        g.setColour (isOnset ? palette.onset : palette.other);

        if (isSuggested)
        {
            g.fillRect (x - 0.75f, area.getY(), 1.5f, area.getHeight());
        }
        else
        {
            const float dashes[] { 2, 3 };
            g.drawDashedLine ({ x, area.getY(), x, area.getBottom() }, dashes, 2, 1);
        }

        juce::Path foot;
        foot.addTriangle (x - 4, area.getBottom(), x + 4, area.getBottom(), x, area.getBottom() - 6);
        g.fillPath (foot);
    }
}

void paintMarker (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const auto area = waveArea();
    const auto x = xOf (cell, cell.marker);
    g.setColour (palette.marker);
    g.fillRect (x - 0.75f, area.getY(), 1.5f, area.getHeight());
    juce::Path flag;
    flag.startNewSubPath (x - 0.75f, area.getY());
    flag.lineTo (x + 9, area.getY());
    flag.lineTo (x + 6, area.getY() + 4.5f);
    flag.lineTo (x + 9, area.getY() + 9);
    flag.lineTo (x - 0.75f, area.getY() + 9);
    flag.closeSubPath();
    g.fillPath (flag);
}

void paintVerdict (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    juce::Rectangle<float> line (padding + 2, cellHeight - 19, cellWidth - 2 * padding - 4, 15);
    const auto verdict = verdictOn (cell.marker, cell.suggestion, cell.candidates);
    const auto colour = verdict.kind == Verdict::Kind::unclear     ? palette.warning
                        : verdict.kind == Verdict::Kind::elsewhere ? palette.marker
                                                                   : palette.onset;

    g.setColour (colour);
    g.fillEllipse (line.removeFromLeft (7).withSizeKeepingCentre (7, 7));
    line.removeFromLeft (6);
    g.setColour (palette.faintText);
    g.setFont (regularFont (12.5f));
    g.drawText (text (verdict.words), line, juce::Justification::centredLeft, true);
}

} // namespace

void paintCell (juce::Graphics& g, const SheetCell& cell, const Palette& palette)
{
    const juce::Rectangle<float> frame (0.5f, 0.5f, cellWidth - 1, cellHeight - 1);
    g.setColour (palette.cell);
    g.fillRoundedRectangle (frame, 7);
    g.setColour (palette.cellEdge);
    g.drawRoundedRectangle (frame, 7, 1);

    paintHead (g, cell, palette);
    paintGrid (g, cell, palette);
    paintWave (g, cell, palette);
    paintCandidates (g, cell, palette);
    paintMarker (g, cell, palette);
    paintVerdict (g, cell, palette);
}

} // namespace earmark
