// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/TopBar.h"

#include "Foundation/Timestamp.h"
#include "UI/CommandMenu.h"
#include "UI/Look.h"

namespace earmark::ui
{

TopBar::TopBar (Workspace& w) : workspace (w)
{
    add ("to-start", Icon::back, false, false);
    play = add ("play", Icon::play, false, true);
    loop = add ("loop", Icon::loop, false, true);
    add ("marker-here", Icon::flag, false, true, {}, 10);
    add ("undo", Icon::undo, false, true, {}, 10);
    add ("redo", Icon::redo, false, true);
    history = add ("history", Icon::history, false, false, {}, 4); // comes and goes by itself
    add ("zoom-out", Icon::zoomOut, false, false, {}, 10);
    add ("zoom-in", Icon::zoomIn, false, false);
    add ("show-all", Icon::showAll, false, false);
    follow = add ("follow", Icon::follow, false, false);

    add ("open", Icon::open, true, true, {}, 10);
    add ("paste", Icon::paste, true, true, tr ("Paste"));
    sheet = add ("contact-sheet", Icon::grid, true, true, tr ("Contact sheet"), 6);
    review = add ("review", Icon::check, true, true, tr ("Review"), 6);
    review->setMain (true);
    add ("write", Icon::write, true, true, tr ("Write"), 6);
    add ("save", Icon::save, true, false, {}, 10);
    add ("export", Icon::exportFile, true, false);
    add ("inspector", Icon::inspector, true, false);
    add ("preferences", Icon::tools, true, false);
    add ("shortcuts", Icon::help, true, false);

    addAndMakeVisible (more);
    more.setTitle (tr ("All commands"));
    more.setMouseClickGrabsKeyboardFocus (false);
    more.setTooltip (tr ("All commands"));
    more.onClick = [this] { showMenu(); };
    subscription = workspace.listen ([this] (Changed c) { changed (c); });
}

CommandButton* TopBar::add (std::string_view command,
                            std::optional<Icon> icon,
                            bool onRight,
                            bool inCompact,
                            const juce::String& label,
                            int gap)
{
    items.push_back (
        { std::make_unique<CommandButton> (workspace, command, icon, label), onRight, inCompact, gap });
    addAndMakeVisible (*items.back().button);
    return items.back().button.get();
}

void TopBar::changed (Changed what)
{
    if (holds (what,
               Changed::document | Changed::media | Changed::selection | Changed::review | Changed::keys
                   | Changed::markers | Changed::panels))
        for (auto& item : items)
            item.button->refresh();

    if (holds (what, Changed::playhead | Changed::media))
        play->setIcon (workspace.playback().isPlaying() ? Icon::pause : Icon::play);

    loop->setToggleState (workspace.view().looping, juce::dontSendNotification);
    follow->setToggleState (workspace.view().follow != Follow::off, juce::dontSendNotification);

    if (holds (what, Changed::playhead | Changed::document | Changed::media))
        repaint (clock);
}

void TopBar::setCompact (bool c)
{
    compact = c;
    resized();
}

void TopBar::resized()
{
    auto area = getLocalBounds().reduced (10, 7);
    more.setBounds (area.removeFromRight (58));
    area.removeFromRight (4);
    const auto isTight = ! compact && wantedWidth() > area.getWidth();

    for (auto item = items.rbegin(); item != items.rend(); ++item)
        if (item->onRight)
        {
            const auto shown = item->inCompact || ! compact;
            item->button->setVisible (shown);

            if (! shown)
                continue;

            item->button->setBounds (area.removeFromRight (widthOnRight (*item->button, isTight)));
            area.removeFromRight (item->gap);
        }

    bool hasRoom = true;

    for (auto item = items.begin(); item != items.end(); ++item)
        if (! item->onRight)
        {
            // Buttons that belong together come and go together; the menu has them all.
            hasRoom = hasRoom && (item->gap == usualGap || groupWidth (item) <= area.getWidth());
            const auto shown = hasRoom && (item->inCompact || ! compact);
            item->button->setVisible (shown);

            if (! shown)
                continue;

            area.removeFromLeft (item->gap);
            item->button->setBounds (area.removeFromLeft (item->button->bestWidth()));

            if (item->button.get() == loop)
            {
                area.removeFromLeft (8);
                clock = area.removeFromLeft (compact ? 112 : clockWidth);
            }
        }
}

/** A narrow window has no room for labels but the main button's; a tight one leaves one out, so that undo and redo are there. */
int TopBar::widthOnRight (const CommandButton& button, bool isTight) const
{
    const auto isIconAlone = (compact && &button != review) || (isTight && &button == sheet);
    return isIconAlone ? std::min (iconWidth, button.bestWidth()) : button.bestWidth();
}

/** Of all up to undo and redo on the left, and of all on the right with their labels. */
int TopBar::wantedWidth() const
{
    auto width = clockWidth + 8;
    bool isWanted = true;

    for (const auto& item : items)
    {
        isWanted = item.onRight || (isWanted && item.button.get() != history);

        if (isWanted)
            width += item.gap + item.button->bestWidth();
    }

    return width;
}

/** Of the buttons from one with a larger gap in front to the next such. */
int TopBar::groupWidth (std::vector<Item>::const_iterator first) const
{
    auto width = first->gap + first->button->bestWidth();

    for (auto item = first + 1; item != items.end() && ! item->onRight && item->gap == usualGap; ++item)
        if (item->inCompact || ! compact)
            width += item->gap + item->button->bestWidth();

    return width;
}

void TopBar::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.bar);
    g.setColour (t.edge);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
    paintClock (g);
}

void TopBar::paintClock (juce::Graphics& g) const
{
    const auto& t = Look::of (*this);
    auto area = clock;
    g.setColour (t.well);
    g.fillRoundedRectangle (area.toFloat(), 5);
    area.reduce (10, 0);
    g.setColour (t.text);
    g.setFont (tabularFont (compact ? 15.0f : 18.0f));
    g.drawText (
        text (formatTimeFixed (workspace.view().playhead)), area, juce::Justification::centredLeft, false);

    if (compact)
        return;

    auto rest = juce::String();

    if (const auto end = workspace.endOfAudio())
        rest = "/ " + text (formatTime (Position::fromSeconds (end->nanoseconds() / 1'000'000'000)));

    if (const auto speed = workspace.playback().transport().speed; std::abs (speed - 1) > 0.01)
        rest = juce::String (speed, 2) + juce::String::fromUTF8 ("\u00d7");

    g.setColour (t.faintText);
    g.setFont (tabularFont (type::small));
    g.drawText (rest, area, juce::Justification::centredRight, false);
}

void TopBar::showMenu()
{
    commandMenu (workspace, *this)
        .showMenuAsync (
            juce::PopupMenu::Options().withTargetComponent (more).withParentComponent (getParentComponent()));
}

} // namespace earmark::ui
