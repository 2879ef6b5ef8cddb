// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/WriteRow.h"

#include "UI/Icons.h"
#include "UI/KeyInput.h"
#include "UI/Look.h"
#include "UI/Panels/PageFrame.h"

#include <algorithm>

namespace earmark::ui
{

namespace
{

using State = WriteTarget::State;

constexpr int margin = 14, nameHeight = 24, buttonHeight = 28;

juce::Colour colourOf (State state, const Theme& t)
{
    switch (state)
    {
        case State::ready:
            return t.accent;
        case State::unchanged:
        case State::written:
        case State::restored:
            return t.good;
        case State::refused:
            return t.bad;
        case State::waiting:
        case State::writing:
        case State::restoring:
            return t.selectionEdge;
        case State::planning:
            break;
    }

    return t.faintText;
}

void setShown (juce::Button& button, bool isThere)
{
    if (! isThere)
        giveKeyboardBack (button);

    button.setVisible (isThere);
}

} // namespace

IconButton::IconButton (Icon i, const juce::String& title) : KeyButton ({}), icon (i)
{
    setTitle (title);
    setTooltip (title);
}

void IconButton::paintButton (juce::Graphics& g, bool over, bool)
{
    const auto& t = Look::of (*this);
    drawIcon (g, icon, getLocalBounds().toFloat().reduced (5), over ? t.text : t.faintText);

    if (hasKeyboardFocus (false))
    {
        g.setColour (t.focus);
        g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (1), 4, 2);
    }
}

//======================================================================================================
WriteRow::WriteRow (Workspace& w, const std::string& p)
    : path (p), workspace (w), findCut (w, "find-cut", std::nullopt, tr ("Find the cut\u2026"))
{
    restore.setTooltip (tr ("Bring back the tags and chapters that the file had before the last write"));
    restore.setMouseClickGrabsKeyboardFocus (false);
    restore.onClick = [this] { workspace.writing().restore (path); };
    leaveOut.onClick = [this]
    {
        // This row goes with it, and must not be at work then.
        juce::MessageManager::callAsync (
            [&w = workspace, safe = SafePointer (this), p = path]
            {
                if (safe != nullptr)
                    w.writing().remove (p);
            });
    };
    addChildComponent (findCut);
    addChildComponent (restore);
    addChildComponent (leaveOut);
}

void WriteRow::show (const WriteTarget& t, bool withAdvice)
{
    target = t;
    said = linesOf (target, withAdvice);
    showLinks();
    showFixes();
    findCut.refresh();
    setShown (findCut, workspace.writing().canFindCut (t));
    setShown (restore, t.canRestore());
    setShown (leaveOut, ! t.isBusy());
    setTitle (text (t.name + ", " + wordFor (t.state)));
    restore.setTitle (tr ("Restore what {} had before", t.name));
    leaveOut.setTitle (tr ("Leave {} out", t.name));
    repaint();
}

void WriteRow::showFixes()
{
    const auto wanted =
        target.isBusy() || target.state == State::planning ? std::vector<WriteFix>() : fixesOf (target);

    if (wanted == offered)
        return;

    offered = wanted;
    std::ranges::for_each (fixes, [] (const auto& fix) { giveKeyboardBack (*fix); });
    fixes.clear();

    for (const auto fix : offered)
    {
        fixes.push_back (std::make_unique<juce::TextButton> (text (labelOf (fix))));
        fixes.back()->setMouseClickGrabsKeyboardFocus (false);
        fixes.back()->onClick = [this, fix]
        {
            // This button goes with what it mends, and must not be at work then.
            juce::MessageManager::callAsync (
                [&w = workspace, safe = SafePointer (this), fix]
                {
                    if (safe != nullptr)
                        w.writing().apply (fix);
                });
        };
        addAndMakeVisible (*fixes.back());
    }
}

/** Each stays while what it is about does: it may have the keyboard. */
void WriteRow::showLinks()
{
    auto before = std::exchange (links, {});

    for (const auto& line : said)
        if (! line.chapters.empty())
            links.push_back (linkFor (line, before));

    for (const auto& gone : before)
        if (gone != nullptr)
            giveKeyboardBack (*gone);
}

/** The one of these that leads there, which they have no longer, or a new one. */
std::unique_ptr<FindingLink> WriteRow::linkFor (const WriteLine& line, Links& from)
{
    const auto known =
        std::ranges::find_if (from, [&] (const auto& link) { return link != nullptr && link->isFor (line); });

    if (known != from.end())
        return std::move (*known);

    auto made = std::make_unique<FindingLink> (workspace, line);
    addAndMakeVisible (*made);
    return made;
}

int WriteRow::heightFor (int width)
{
    lines.clear();
    const auto& theme = Look::of (*this);
    auto y = 10 + nameHeight;
    auto link = links.begin();

    for (const auto& line : said)
    {
        const auto leadsOn = ! line.chapters.empty();
        juce::AttributedString string;
        string.append (text (leadsOn ? line.text + " \u203a" : line.text),
                       regularFont (type::normal),
                       colourOf (line.tone, theme));
        string.setWordWrap (juce::AttributedString::WordWrap::byWord);
        juce::TextLayout layout;
        layout.createLayout (string, float (std::max (80, width - 2 * margin - 8)));
        const auto height = layout.getHeight();
        lines.emplace_back (std::move (layout), float (y));

        if (leadsOn)
            (*link++)->setBounds (margin + 4, y - 1, width - 2 * margin, int (std::ceil (height)) + 3);

        y += int (std::ceil (height)) + 4;
    }

    progress = {};

    if (target.state == State::writing)
    {
        progress = { margin + 8, y + 2, width - 2 * margin - 8, 5 };
        y += 12;
    }

    y = placeButtons (y, width);

    leaveOut.setBounds (width - margin - 20, 10, 24, 24);
    return y + 8;
}

/** Beside one another, as many as fit. Returns where they end. */
int WriteRow::placeButtons (int y, int width)
{
    std::vector<juce::Button*> shown;

    for (const auto& fix : fixes)
        shown.push_back (fix.get());

    for (auto* button : std::initializer_list<juce::Button*> { &findCut, &restore })
        if (button->isVisible())
            shown.push_back (button);

    auto x = margin + 8;
    auto end = y;

    for (auto* button : shown)
    {
        const auto wide =
            juce::GlyphArrangement::getStringWidthInt (regularFont (type::normal), button->getButtonText())
            + 28;

        if (x > margin + 8 && x + wide > width - margin)
        {
            x = margin + 8;
            y += buttonHeight + 6;
        }

        button->setBounds (x, y + 4, std::min (wide, width - x - margin), buttonHeight);
        x += wide + 8;
        end = y + buttonHeight + 6;
    }

    return end;
}

void WriteRow::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.setColour (t.hairline);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
    g.setColour (colourOf (target.state, t));
    g.fillRect (margin - 4, 12, 3, getHeight() - 24);

    auto head = juce::Rectangle<int> (margin + 8, 8, getWidth() - 2 * margin - 34, nameHeight);
    const auto word = text (wordFor (target.state));
    g.setFont (regularFont (type::small));
    g.drawText (word, head.removeFromRight (110), juce::Justification::centredRight, true);
    const auto container = text (target.preview.container);

    if (container.isNotEmpty())
    {
        const auto width =
            juce::GlyphArrangement::getStringWidthInt (regularFont (type::small), container) + 12;
        const auto nameWidth =
            juce::GlyphArrangement::getStringWidthInt (boldFont (type::normal), text (target.name)) + 10;
        g.setColour (t.faintText);
        g.drawText (container,
                    head.withTrimmedLeft (std::max (0, std::min (nameWidth, head.getWidth() - width))),
                    juce::Justification::centredLeft,
                    true);
        head.removeFromRight (width);
    }

    g.setColour (t.text);
    g.setFont (boldFont (type::normal));
    g.drawText (text (target.name), head, juce::Justification::centredLeft, true);

    for (const auto& [layout, y] : lines)
        layout.draw (g, { float (margin + 8), y, layout.getWidth(), layout.getHeight() });

    if (! progress.isEmpty())
    {
        g.setColour (t.edge);
        g.fillRoundedRectangle (progress.toFloat(), 2.5f);
        g.setColour (t.accent);
        g.fillRoundedRectangle (progress.toFloat().withWidth (float (progress.getWidth() * target.progress)),
                                2.5f);
    }
}

} // namespace earmark::ui
