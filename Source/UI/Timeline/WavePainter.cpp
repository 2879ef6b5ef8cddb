// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Timeline/WavePainter.h"

#include <algorithm>
#include <cmath>

namespace earmark::ui
{

namespace
{

/** Where columns are narrower than peaks, the samples themselves, as a line with dots where they are far apart. */
void paintSamples (juce::Graphics& g,
                   const SampleExcerpt& excerpt,
                   int sampleRate,
                   const TimelineScale& scale,
                   juce::Rectangle<int> area,
                   float gain,
                   juce::Colour colour)
{
    const auto nanosecondsPerSample = 1e9 / sampleRate;
    const auto pixelsPerSample = nanosecondsPerSample / scale.perPixel;
    const auto first = std::int64_t (std::floor (scale.start / nanosecondsPerSample)) - excerpt.begin;
    const auto count = std::int64_t (scale.width / pixelsPerSample) + 2;
    const auto middle = float (area.getCentreY());
    const auto half = float (area.getHeight()) / 2 * gain;
    juce::Path line;

    for (auto i = std::max<std::int64_t> (0, first);
         i < std::min (first + count, std::int64_t (excerpt.samples.size()));
         ++i)
    {
        const auto x =
            float (area.getX())
            + float ((double (excerpt.begin + i) * nanosecondsPerSample - scale.start) / scale.perPixel);
        const auto y = middle - std::clamp (excerpt.samples[std::size_t (i)] * half, -half, half);

        if (line.isEmpty())
            line.startNewSubPath (x, y);
        else
            line.lineTo (x, y);

        if (pixelsPerSample > 6)
        {
            g.setColour (colour);
            g.fillEllipse (x - 2, y - 2, 4, 4);
        }
    }

    g.setColour (colour);
    g.strokePath (line, juce::PathStrokeType (1.2f));
}

enum class Layer
{
    bodies, ///< from the lowest sample to the highest
    cores   ///< as loud as it is on average
};

/** Column by column from `left` on, each in the colour of the chapter that is heard there. `half` is in pixels for each
    of a sample's 16-bit steps. */
void paintColumns (juce::Graphics& g,
                   const std::vector<Chapter>& chapters,
                   const Theme& theme,
                   const TimelineScale& scale,
                   juce::Rectangle<int> area,
                   const std::vector<std::optional<Peak>>& columns,
                   int left,
                   float half,
                   Layer layer)
{
    const auto middle = area.getCentreY();
    const auto top = area.getY(), bottom = area.getBottom();
    const auto xOf = [&] (const Chapter& c) { return scale.xOf (c.start) + area.getX(); };
    auto chapter = chapters.begin(); // the next one
    auto nextX = chapter != chapters.end() ? xOf (*chapter) : 1e12;
    const auto colourOf = [&]
    {
        const auto base = chapter == chapters.begin()
                              ? theme.wave
                              : theme.chapter (std::size_t (chapter - chapters.begin()) - 1);
        return layer == Layer::cores ? base : base.interpolatedWith (theme.well, 0.52f);
    };
    g.setColour (colourOf());

    for (std::size_t i = 0; i < columns.size(); ++i)
    {
        const auto x = left + int (i);

        if (double (x) + 0.5 >= nextX)
        {
            chapter = std::ranges::partition_point (
                chapter, chapters.end(), [&] (const Chapter& c) { return xOf (c) <= double (x) + 0.5; });
            nextX = chapter != chapters.end() ? xOf (*chapter) : 1e12;
            g.setColour (colourOf());
        }

        const auto& peak = columns[i];

        if (! peak)
            continue;

        const auto high = layer == Layer::cores ? float (peak->rms) : float (peak->high);
        const auto low = layer == Layer::cores ? -float (peak->rms) : float (peak->low);
        const auto y1 = std::clamp (middle - int (std::lround (high * half)), top, bottom);
        const auto y2 =
            std::clamp (middle + 1 - int (std::lround (low * half)), y1 + 1, std::max (y1 + 1, bottom));
        g.fillRect (x, y1, 1, y2 - y1);
    }
}

} // namespace

float displayGain (const PeakMap& peaks)
{
    int loudest = 0;

    for (const auto& chunk : peaks.chunks)
        if (chunk != nullptr)
            for (const auto& peak : chunk->levels.back())
                loudest = std::max ({ loudest, std::abs (int (peak.low)), std::abs (int (peak.high)) });

    return loudest == 0 ? 1.0f : std::clamp (32767.0f * 0.94f / float (loudest), 0.94f, 4.0f);
}

void paintWave (juce::Graphics& g,
                const Workspace& w,
                const Theme& theme,
                const TimelineScale& scale,
                juce::Rectangle<int> area,
                float gain)
{
    const auto& peaks = w.audio().peaks();

    if (peaks.sampleRate <= 0 || area.getWidth() <= 0)
        return;

    const auto nanosecondsPerSample = 1e9 / peaks.sampleRate;
    const auto middle = area.getCentreY();
    g.setColour (theme.hairline);
    g.fillRect (area.getX(), middle, area.getWidth(), 1);

    if (const auto excerpt = w.audio().samples();
        excerpt && scale.perPixel < nanosecondsPerSample * double (PeakMap::samplesPerPeak) / 4)
    {
        const auto at = chapterAt (w.chapters(), scale.positionAt (scale.width / 2));
        paintSamples (
            g, *excerpt, peaks.sampleRate, scale, area, gain, at ? theme.chapter (*at) : theme.wave);
        return;
    }

    // Only what must be painted anew.
    const auto clip = g.getClipBounds().getIntersection (area);

    if (clip.isEmpty())
        return;

    const auto first = scale.start + double (clip.getX() - area.getX()) * scale.perPixel;
    const auto begin = (first - double (w.audio().startOfPeaks().nanoseconds())) / nanosecondsPerSample;
    const auto columns = columnsOf (peaks,
                                    begin,
                                    begin + double (clip.getWidth()) * scale.perPixel / nanosecondsPerSample,
                                    std::size_t (clip.getWidth()));
    const auto half = float (area.getHeight()) / 2 / 32767 * gain;

    // So that neighbours with one colour need no change of it: all bodies first, then all cores.
    for (const auto layer : { Layer::bodies, Layer::cores })
        paintColumns (g, w.chapters(), theme, scale, area, columns, clip.getX(), half, layer);
}

} // namespace earmark::ui
