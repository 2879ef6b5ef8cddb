// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Review/ReviewBar.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "UI/Look.h"

#include <cmath>
#include <format>

namespace earmark::ui
{

namespace
{

constexpr int rollWidth = 40, rollSign = 14;

juce::String u8 (const char* s)
{
    return juce::String::fromUTF8 (s);
}

} // namespace

ReviewBar::ReviewBar (Workspace& w)
    : workspace (w), previous (w, "review-previous", Icon::back), again (w, "review-play", Icon::play),
      earlier1000 (w, "earlier-1000", std::nullopt, u8 ("\u22121 s")),
      earlier100 (w, "review-earlier-100", std::nullopt, u8 ("\u2212100")),
      earlier (w, "review-earlier", std::nullopt, u8 ("\u221210")),
      later (w, "review-later", std::nullopt, "+10"), later100 (w, "review-later-100", std::nullopt, "+100"),
      later1000 (w, "later-1000", std::nullopt, "+1 s"), snap (w, "snap", std::nullopt, tr ("Snap")),
      next (w, "review-next", Icon::forward), accept (w, "review-accept", Icon::check, tr ("Accept, next"))
{
    accept.setMain (true);

    for (auto* button : buttons())
        addAndMakeVisible (button);

    for (auto* field : { &before, &after })
    {
        addAndMakeVisible (field);
        field->setTooltip (field->getTitle());
        field->onDone = [this]
        {
            actions::setRolls (workspace, utf8 (before.getText()), utf8 (after.getText()));
            showRolls();
        };
    }

    showRolls();
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (! holds (c,
                         Changed::review | Changed::document | Changed::media | Changed::selection
                             | Changed::keys))
                return;

            for (auto* button : buttons())
                button->refresh();

            showRolls();
            placeChips();
            repaint();
        });
}

void ReviewBar::showRolls()
{
    const auto seconds = [] (Duration d) { return text (std::format ("{:g}", d.seconds())); };
    before.show (seconds (workspace.review().preRoll));
    after.show (seconds (workspace.review().postRoll));
}

std::array<CommandButton*, 11> ReviewBar::buttons()
{
    return { &previous, &again,     &earlier1000, &earlier100, &earlier, &later,
             &later100, &later1000, &snap,        &next,       &accept };
}

void ReviewBar::resized()
{
    auto area = getLocalBounds().reduced (14, 0);
    progress = area.removeFromBottom (5);
    const auto twoRows = area.getHeight() > 80;
    auto controls = twoRows ? area.removeFromBottom (44) : area;

    // From the right, each with the gap on its left.
    const std::pair<CommandButton*, int> row[] { { &accept, 6 },     { &next, 2 },        { &again, 2 },
                                                 { &previous, 12 },  { &snap, 12 },       { &later1000, 3 },
                                                 { &later100, 3 },   { &later, 3 },       { &earlier, 3 },
                                                 { &earlier100, 3 }, { &earlier1000, 14 } };
    auto wanted = 0;

    for (const auto& [button, gap] : row)
        wanted += button->bestWidth() + gap;

    // Where not all have room the seconds give way; they have keys, too.
    for (auto* button : { &earlier1000, &later1000 })
        button->setVisible (wanted <= controls.getWidth());

    for (const auto& [button, gap] : row)
        if (button->isVisible())
        {
            const auto width = button->bestWidth();
            button->setBounds (controls.removeFromRight (width).withSizeKeepingCentre (width, 32));
            controls.removeFromRight (gap);
        }

    auto& besideChips = twoRows ? area : controls;

    for (auto* field : { &after, &before })
    {
        field->setBounds (besideChips.removeFromRight (rollWidth).withSizeKeepingCentre (rollWidth, 32));
        besideChips.removeFromRight (rollSign);
    }

    besideChips.removeFromRight (8);

    if (twoRows)
    {
        heading = area.removeFromLeft (area.getWidth() * 45 / 100);
        chips = area;
    }
    else
    {
        heading = controls.removeFromLeft (std::clamp (controls.getWidth() * 45 / 100, 160, 420));
        chips = controls.withTrimmedLeft (12);
    }

    placeChips();
}

juce::String ReviewBar::chipText (std::size_t n) const
{
    const auto* chapter = workspace.find (workspace.review().current);
    const auto candidates = actions::reviewCandidates (workspace);

    if (chapter == nullptr || n >= candidates.size())
        return {};

    return juce::String (n + 1) + "   "
           + juce::String::formatted ("%+.2f s", (candidates[n].at - chapter->start).seconds())
           + (candidates[n].kind == Candidate::Kind::speechOnset ? juce::String() : "  " + tr ("pause"));
}

void ReviewBar::placeChips()
{
    chipPlaces.clear();
    auto area = chips;

    for (std::size_t n = 0; n < actions::reviewCandidates (workspace).size(); ++n)
    {
        const auto width =
            juce::GlyphArrangement::getStringWidthInt (tabularFont (type::small), chipText (n)) + 30;

        if (width > area.getWidth())
            break;

        chipPlaces.push_back (area.removeFromLeft (width).withSizeKeepingCentre (width, 28));
        area.removeFromLeft (5);
    }
}

void ReviewBar::mouseDown (const juce::MouseEvent& e)
{
    for (std::size_t n = 0; n < chipPlaces.size(); ++n)
        if (chipPlaces[n].contains (e.getPosition()))
            return actions::takeCandidate (workspace, n);
}

void ReviewBar::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.raised.interpolatedWith (t.bar, 0.5f));
    const auto* chapter = workspace.find (workspace.review().current);

    if (chapter == nullptr)
        return;

    const auto done = progressOf (workspace.review(), workspace.chapters());
    paintHeading (g, *chapter, done);
    paintChips (g, *chapter);

    g.setColour (t.faintText);
    g.setFont (regularFont (type::small));

    for (const auto& [field, sign] : { std::pair { &before, "\u2212" }, { &after, "+" } })
        g.drawText (u8 (sign),
                    field->getBounds().withWidth (rollSign).translated (-rollSign, 0),
                    juce::Justification::centred,
                    false);

    const auto share = done.total == 0 ? 0.0f : float (done.accepted) / float (done.total);
    g.setColour (t.edge);
    g.fillRect (0, getHeight() - 4, getWidth(), 4);
    g.setColour (t.good);
    g.fillRect (0.0f, float (getHeight() - 4), share * float (getWidth()), 4.0f);
}

void ReviewBar::paintHeading (juce::Graphics& g, const Chapter& chapter, const ReviewProgress& done) const
{
    const auto& t = Look::of (*this);
    const auto number = &chapter - workspace.chapters().data() + 1;
    auto lines = heading.withSizeKeepingCentre (heading.getWidth(), 40);
    g.setColour (t.text);
    g.setFont (boldFont (type::large));
    // The mark (UAX #9, 2.4) keeps the number in front of a title that is written from right to left.
    g.drawText (u8 ("\u200e") + juce::String (number) + "  " + text (chapter.title),
                lines.removeFromTop (22),
                juce::Justification::centredLeft,
                true);
    g.setColour (t.dimText);
    g.setFont (tabularFont (type::small));
    g.drawText (text (formatTimeFixed (chapter.start)) + u8 ("   \u00b7   ")
                    + tr ("{} of {} accepted", done.accepted, done.total)
                    + (workspace.review().isAccepted (chapter) ? u8 ("   \u2713") : juce::String()),
                lines,
                juce::Justification::centredLeft,
                true);
}

/** The places where speech begins, or why there are none. */
void ReviewBar::paintChips (juce::Graphics& g, const Chapter& chapter) const
{
    const auto& t = Look::of (*this);
    const auto candidates = actions::reviewCandidates (workspace);
    const auto suggestion = workspace.audio().suggestionFor (chapter);

    for (std::size_t n = 0; n < chipPlaces.size() && n < candidates.size(); ++n)
    {
        const auto isHere = std::abs ((candidates[n].at - chapter.start).seconds()) < 0.002;
        const auto isBest = suggestion == candidates[n].at;
        const auto area = chipPlaces[n].toFloat().reduced (0.5f);
        g.setColour (isHere ? t.good.withAlpha (0.25f) : t.raised);
        g.fillRoundedRectangle (area, 14);
        g.setColour (isHere || isBest ? t.good : t.edge);
        g.drawRoundedRectangle (area, 14, isBest ? 1.5f : 1);
        g.setColour (t.text);
        g.setFont (tabularFont (type::small));
        g.drawText (chipText (n), area, juce::Justification::centred, false);
    }

    if (! chipPlaces.empty())
        return;

    g.setColour (t.faintText);
    g.setFont (regularFont (type::small));
    const auto why = actions::whyNothingIsHeard (workspace);
    g.drawText (workspace.audio().candidatesOf (chapter) != nullptr ? tr ("Nobody pauses near this marker")
                : why == actions::Unheard::noAudio                  ? tr ("Load the audio to hear it")
                                                                    : text (actions::sentenceOf (why)),
                chips,
                juce::Justification::centredLeft,
                true);
}

} // namespace earmark::ui
