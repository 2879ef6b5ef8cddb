// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Timeline/FlagPainter.h"

#include "Foundation/Timestamp.h"
#include "Session/Ruler.h"
#include "UI/Icons.h"
#include "UI/Look.h"

#include <algorithm>

namespace earmark::ui
{

void paintRuler (juce::Graphics& g, const Theme& t, const TimelineScale& scale, juce::Rectangle<int> area)
{
    g.setColour (t.bar);
    g.fillRect (area);
    const auto font = tabularFont (11.5f);
    g.setFont (font);

    for (const auto& tick : rulerTicks (scale, 92))
    {
        const auto x = area.getX() + int (std::lround (tick.x));

        if (tick.label.empty())
        {
            g.setColour (t.edge);
            g.fillRect (x, area.getBottom() - 4, 1, 4);
            continue;
        }

        g.setColour (t.faintText);
        g.fillRect (x, area.getBottom() - 9, 1, 9);
        const auto label = text (tick.label);

        // One that does not fit would read as another time.
        if (x + 5 + juce::GlyphArrangement::getStringWidthInt (font, label) <= area.getRight())
            g.drawText (
                label, x + 5, area.getY(), 90, area.getHeight() - 3, juce::Justification::centredLeft, false);
    }

    g.setColour (t.hairline);
    g.fillRect (area.getX(), area.getBottom() - 1, area.getWidth(), 1);
}

namespace
{

void paintCandidates (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    const auto& scale = w.view().scale;

    // Further out they would be a blur.
    if (scale.perPixel > 60e6)
        return;

    const auto visible = scale.visible();
    auto chapter = std::ranges::lower_bound (
        w.chapters(), visible.start - Duration::fromSeconds (3), {}, &Chapter::start);

    for (; chapter != w.chapters().end() && chapter->start < visible.end + Duration::fromSeconds (3);
         ++chapter)
    {
        const auto* candidates = w.audio().candidatesOf (*chapter);

        if (candidates == nullptr)
            continue;

        const auto suggestion = w.audio().suggestionFor (*chapter);

        for (const auto& candidate : *candidates)
        {
            const auto x = float (area.getX()) + float (scale.xOf (w.audio().placeOf (candidate)));
            const auto isOnset = candidate.kind == Candidate::Kind::speechOnset;
            const auto isBest = suggestion == w.audio().placeOf (candidate);
            g.setColour ((isOnset ? t.onset : t.candidate).withMultipliedAlpha (isBest ? 1.0f : 0.7f));

            if (isBest)
            {
                g.fillRect (
                    x - 0.75f, float (area.getY() + flagHeight), 1.5f, float (area.getHeight() - flagHeight));
            }
            else
            {
                const float dashes[] { 3, 4 };
                g.drawDashedLine (
                    { x, float (area.getY() + flagHeight), x, float (area.getBottom()) }, dashes, 2, 1);
            }

            juce::Path foot;
            const auto y = float (area.getBottom());
            foot.addTriangle (x - 5, y, x + 5, y, x, y - 7);
            g.fillPath (foot);
        }
    }
}

/** Pixels at the edges of what is seen stand for all behind them. */
int seenX (const TimelineScale& scale, Position p, juce::Rectangle<int> area)
{
    return area.getX() + int (std::lround (std::clamp (scale.xOf (p), -2.0, scale.width + 2)));
}

/** Opaque colours: to blend a whole screen costs more than all else that is painted. */
void paintChapterGround (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    const auto& scale = w.view().scale;
    const auto xOf = [&] (Position p) { return seenX (scale, p, area); };
    const auto left = w.chapters().empty()
                          ? area.getRight()
                          : std::clamp (xOf (w.chapters().front().start), area.getX(), area.getRight());
    g.setColour (t.well);
    g.fillRect (area.withRight (left));

    // Chapters that share a pixel share a ground.
    const auto flags = flagsOf (w.chapters(), scale);

    for (std::size_t i = 0; i < flags.size(); ++i)
    {
        const auto last = flags[i].index + flags[i].count - 1;
        const auto range = rangeOf (w.document().outline, last, w.endOfAudio());
        const auto x1 = xOf (w.chapters()[flags[i].index].start);
        const auto end =
            last + 1 == w.chapters().size() && ! w.endOfAudio() ? scale.positionAt (scale.width) : range.end;
        const auto selected = w.view().selection.contains (w.chapters()[flags[i].index].id);
        const auto next =
            i + 1 < flags.size() ? xOf (w.chapters()[flags[i + 1].index].start) : area.getRight();
        const auto x2 = std::clamp (xOf (end), x1, std::max (x1, next));
        const auto tint = t.chapter (flags[i].index).withAlpha (t.chapterTint * (selected ? 2.2f : 1.0f));
        g.setColour (t.well.overlaidWith (tint));
        g.fillRect (x1, area.getY(), std::max (1, x2 - x1), area.getHeight());

        if (next > x2)
        {
            g.setColour (t.well);
            g.fillRect (x2, area.getY(), next - x2, area.getHeight());
        }
    }
}

void paintPauses (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    const auto& scale = w.view().scale;

    // Those too short to be seen are left out: far out they would cover all.
    if (scale.perPixel >= 100e6)
        return;

    const auto visible = scale.visible();
    const auto below = area.withTrimmedTop (flagHeight);
    g.setColour (t.pause);
    auto pause = std::ranges::lower_bound (w.audio().pauses(), visible.start, {}, &TimeRange::end);

    for (; pause != w.audio().pauses().end() && pause->start < visible.end; ++pause)
    {
        const auto x = seenX (scale, pause->start, area);
        g.fillRect (below.withX (x).withWidth (std::max (1, seenX (scale, pause->end, area) - x)));
    }
}

/** The marked stretch. */
void paintRange (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    const auto& range = w.view().range;

    if (! range)
        return;

    const auto& scale = w.view().scale;
    const auto x1 = float (scale.xOf (range->start)), x2 = float (scale.xOf (range->end));
    g.setColour (t.range);
    g.fillRect (float (area.getX()) + x1, float (area.getY()), x2 - x1, float (area.getHeight()));
    g.setColour (t.selectionEdge);
    g.fillRect (float (area.getX()) + x1, float (area.getY()), 1.0f, float (area.getHeight()));
    g.fillRect (float (area.getX()) + x2 - 1, float (area.getY()), 1.0f, float (area.getHeight()));
}

struct FlagFonts
{
    juce::Font title, selected;
};

/** Its cloth with number and title, as far as there is room. */
void paintCloth (juce::Graphics& g,
                 const Workspace& w,
                 const Theme& t,
                 const Flag& flag,
                 const FlagFonts& fonts,
                 juce::Rectangle<int> cloth)
{
    const auto& chapter = w.chapters()[flag.index];
    const auto isSelected = w.view().selection.contains (chapter.id);
    g.setColour ((isSelected ? t.accent : t.chapter (flag.index)).withAlpha (isSelected ? 1.0f : 0.26f));

    if (flag.room < leastTitle)
    {
        g.fillRect (cloth.withWidth (std::min (cloth.getWidth(), 7)));
        return;
    }

    auto label = cloth.reduced (7, 0);
    const auto& font = isSelected ? fonts.selected : fonts.title;
    auto number = juce::String (flag.index + 1);

    if (flag.count > 1)
        number << juce::String::fromUTF8 ("\u2013") << juce::String (flag.index + flag.count);

    const auto title = chapter.title.empty() ? tr ("untitled") : text (chapter.title);
    const auto numberWidth = juce::GlyphArrangement::getStringWidthInt (font, number) + 7;
    const auto wanted = numberWidth + juce::GlyphArrangement::getStringWidthInt (font, title) + 18;
    g.fillRoundedRectangle (cloth.withWidth (std::min (cloth.getWidth(), wanted)).toFloat(), 3);

    g.setFont (font);
    g.setColour (isSelected ? t.onAccent : t.chapter (flag.index).interpolatedWith (t.text, 0.6f));
    g.drawText (number, label.removeFromLeft (numberWidth), juce::Justification::centredLeft, false);
    g.setColour (isSelected ? t.onAccent : chapter.title.empty() ? t.faintText : t.text);

    if (label.getWidth() > 30)
        g.drawText (title, label, juce::Justification::centredLeft, true);

    if (chapter.locked && label.getWidth() > 60)
        drawIcon (
            g,
            Icon::lock,
            juce::Rectangle<int> (cloth.getX(), cloth.getY() - 2 + flagHeight, 18, 16).toFloat().reduced (2),
            t.dimText);
}

void paintFlag (juce::Graphics& g,
                const Workspace& w,
                const Theme& t,
                const Flag& flag,
                const FlagFonts& fonts,
                juce::Rectangle<int> area)
{
    const auto id = w.chapters()[flag.index].id;
    const auto& selection = w.view().selection;
    const auto x = area.getX() + int (std::lround (flag.x));

    if (flag.x >= -1)
    {
        const auto isSelected = selection.contains (id);
        g.setColour (
            (isSelected ? t.accent : t.chapter (flag.index)).withMultipliedAlpha (isSelected ? 1.0f : 0.75f));
        g.fillRect (x, area.getY(), selection.focus == id ? 2 : 1, area.getHeight());
    }

    // It never reaches the next pole.
    if (const auto room = int (flag.room); room >= 5)
        paintCloth (
            g, w, t, flag, fonts, { std::max (x, area.getX()), area.getY() + 2, room - 2, flagHeight - 6 });
}

/** Over the narrow flags beside it, too. */
void paintNumber (juce::Graphics& g,
                  const Workspace& w,
                  const Theme& t,
                  const FlagNumber& number,
                  juce::Rectangle<int> area)
{
    const auto isSelected = w.view().selection.contains (w.chapters()[number.index].id);
    const auto colour = t.chapter (number.index);
    const auto cloth =
        juce::Rectangle<double> (number.x, area.getY() + 2, number.width, flagHeight - 6).toFloat()
        + juce::Point<float> (float (area.getX()), 0);
    g.setColour (isSelected ? t.accent : t.well.overlaidWith (colour.withAlpha (0.26f)));
    g.fillRoundedRectangle (cloth.withTrimmedLeft (1), 3);
    g.setColour (isSelected ? t.onAccent : colour.interpolatedWith (t.text, 0.6f));
    g.drawText (juce::String (number.index + 1), cloth, juce::Justification::centred, false);
}

void paintNumbers (juce::Graphics& g,
                   const Workspace& w,
                   const Theme& t,
                   std::span<const Flag> flags,
                   juce::Rectangle<int> area)
{
    const auto focused = std::ranges::find (w.chapters(), w.view().selection.focus, &Chapter::id);
    const auto chosen = focused != w.chapters().end()
                            ? std::optional (std::size_t (focused - w.chapters().begin()))
                            : std::nullopt;
    const auto font = tabularFont (11.5f);
    g.setFont (font);

    for (const auto& number :
         numbersOf (flags, chosen, double (juce::GlyphArrangement::getStringWidth (font, "0"))))
        paintNumber (g, w, t, number, area);
}

/** Where the proposal moves markers. */
void paintMoves (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    if (! w.proposal())
        return;

    const auto& scale = w.view().scale;

    for (const auto& move : w.proposal()->moves)
    {
        const auto x = float (area.getX()) + float (scale.xOf (move.to));
        const auto from = float (area.getX()) + float (scale.xOf (move.from));

        if (x < float (area.getX()) - 20 || x > float (area.getRight()) + 20)
            continue;

        const float dashes[] { 5, 3 };
        g.setColour (t.good);
        g.drawDashedLine (
            { x, float (area.getY() + flagHeight), x, float (area.getBottom()) }, dashes, 2, 1.5f);
        g.drawArrow ({ from, float (area.getY() + flagHeight + 8), x, float (area.getY() + flagHeight + 8) },
                     1.5f,
                     7,
                     6);
    }
}

} // namespace

void paintGround (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    paintChapterGround (g, w, t, area);
    paintPauses (g, w, t, area);

    if (const auto end = w.endOfAudio())
    {
        const auto x = seenX (w.view().scale, *end, area);
        g.setColour (t.shade);
        g.fillRect (x, area.getY(), std::max (0, area.getRight() - x), area.getHeight());
    }
}

void paintFlags (juce::Graphics& g, const Workspace& w, const Theme& t, juce::Rectangle<int> area)
{
    paintRange (g, w, t, area);
    paintCandidates (g, w, t, area);
    const FlagFonts fonts { regularFont (type::small), boldFont (type::small) };
    const auto flags = flagsOf (w.chapters(), w.view().scale);

    for (const auto& flag : flags)
        paintFlag (g, w, t, flag, fonts, area);

    paintNumbers (g, w, t, flags, area);

    paintMoves (g, w, t, area);
}

} // namespace earmark::ui
