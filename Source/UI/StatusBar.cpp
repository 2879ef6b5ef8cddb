// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/StatusBar.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "UI/Look.h"

#include <utility>

namespace earmark::ui
{

namespace
{

constexpr int shownFor = 9000;   // ms
constexpr int resizerWidth = 12; // of JUCE's, which lies over the corner of an editor in a host

juce::String aboutHost (const Workspace& w)
{
    const auto& host = w.playback().host();

    if (host.source == HostTransport::Source::nothing)
        return tr ("No audio from the host yet: let it play");

    if (host.source == HostTransport::Source::silent)
        return tr ("No audio comes from the host: it rests, or the plug-in is switched off");

    if (host.source == HostTransport::Source::counted)
        return tr ("This host gives no position: time is counted from where it began to play");

    auto what = host.recording     ? tr ("The host records")
                : host.mayRecord() ? tr ("The host plays, and may record")
                : host.playing     ? tr ("The host plays")
                                   : tr ("Follows the host");

    if (w.audio().peaks().length == 0)
        what << "   " << tr ("no waveform yet");

    if (const auto* next = actions::nextToMark (w))
        what << "   " << tr ("next mark: {}", next->title);

    return what;
}

juce::String aboutMedia (const Workspace& w)
{
    if (! w.audio().loading().empty())
        return tr ("Opening the audio\u2026");

    if (! w.audio().file() && w.isHosted())
        return aboutHost (w);

    if (! w.audio().file())
        return w.chapters().empty() ? juce::String() : tr ("No audio: drop a file here to hear the markers");

    const auto& media = *w.audio().file();
    auto about = text (media.name) + "   " + text (media.codec).toUpperCase() + "   "
                 + juce::String (double (media.sampleRate) / 1000, 1) + " kHz   "
                 + (media.channels == 1   ? tr ("mono")
                    : media.channels == 2 ? tr ("stereo")
                                          : tr ("{} channels", media.channels));

    if (! w.audio().peaks().complete)
        about << "   " << tr ("waveform {} %", juce::roundToInt (progressOf (w.audio().peaks()) * 100));

    return about;
}

} // namespace

StatusBar::StatusBar (Workspace& w) : workspace (w)
{
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (workspace.message().number != shownMessage)
            {
                shownMessage = workspace.message().number;
                isFresh = true;
                startTimer (shownFor);
            }

            // The playhead changes with each frame, and what it says here only when it starts and stops.
            const auto plays = workspace.playback().transport().playing;
            const auto hasTurned = std::exchange (isPlaying, plays) != plays;

            if (hasTurned
                || holds (c, Changed::message | Changed::media | Changed::document | Changed::panels))
            {
                lookForOutput();
                repaint();
            }
        });
}

/** Not before something plays: opening an output takes its time. */
void StatusBar::lookForOutput()
{
    hasPlayed = hasPlayed || (isPlaying && workspace.audio().file());
    const auto isUnheard = hasPlayed && workspace.services.output && workspace.services.output().empty();

    // It is painted, and has to be heard as well.
    setDescription (isUnheard ? tr ("No sound output: choose one in the preferences") : juce::String());
}

juce::String StatusBar::about() const
{
    return (getDescription() + "   " + aboutMedia (workspace)).trim();
}

void StatusBar::timerCallback()
{
    stopTimer();
    isFresh = false;
    repaint();
}

void StatusBar::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.bar);
    g.setColour (t.edge);
    g.fillRect (0, 0, getWidth(), 1);
    auto area = getLocalBounds().reduced (10, 0).withTrimmedRight (workspace.isHosted() ? resizerWidth : 0);
    const auto right = about();
    const auto font = regularFont (type::small);
    const auto aboutWidth =
        std::min (area.getWidth() / 2, juce::GlyphArrangement::getStringWidthInt (font, right) + 4);
    const auto isCounting =
        ! workspace.audio().file() && workspace.playback().host().source == HostTransport::Source::counted;
    g.setFont (font);
    g.setColour (isCounting || getDescription().isNotEmpty() ? t.warning : t.faintText);
    g.drawText (right, area.removeFromRight (aboutWidth), juce::Justification::centredRight, true);
    area.removeFromRight (16);

    const auto& message = workspace.message();
    const auto count = workspace.chapters().size();
    auto left = workspace.view().filter.empty() ? tr (count, "{} chapter", "{} chapters")
                                                : tr ("{} of {} chapters", workspace.rows().size(), count);

    if (! workspace.isSaved())
        left << juce::String::fromUTF8 (" \u00b7 ") << tr ("changed");

    if (isFresh && ! message.text.empty())
    {
        const auto isPlain = message.grade == Message::Grade::info;
        g.setColour (isPlain ? t.dimText : message.grade == Message::Grade::warning ? t.warning : t.bad);

        if (! isPlain)
        {
            g.fillEllipse (area.removeFromLeft (8).toFloat().withSizeKeepingCentre (7, 7));
            area.removeFromLeft (7);
        }

        left = text (message.text);
    }

    g.drawText (left, area, juce::Justification::centredLeft, true);
}

} // namespace earmark::ui
