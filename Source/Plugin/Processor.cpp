// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include "Plugin/Editor.h"
#include "Plugin/HostAccess.h"
#include "Session/Actions.h"
#include "Waveform/CompactPeaks.h"
#include "Waveform/Onsets.h"

#include <cmath>

namespace earmark
{

namespace
{

/** In a project, beside chapters that take some kilobytes. */
constexpr std::size_t maxWaveformBytes = 1u << 20;

/** Going up asks for one mark. A host's automation, a controller or a button of the host moves it; it keeps no state. */
class MarkParameter final : public juce::AudioParameterBool
{
public:
    explicit MarkParameter (HostTap& t)
        : AudioParameterBool (juce::ParameterID { "mark", 1 }, "Mark", false), tap (t)
    {}

private:
    HostTap& tap;

    void valueChanged (bool isUp) override { tap.setMark (isUp); }
};

/** Hosts name no rate before they have prepared the plug-in. */
Position positionOf (std::int64_t sample, double sampleRate)
{
    const auto rate = std::llround (sampleRate);
    return rate >= 1000 ? Position (Duration::fromSamples (sample, rate)) : Position();
}

HostTransport::Source sourceOf (const HostTime& time)
{
    switch (time.source)
    {
        case HostTime::Source::nothing:
            return HostTransport::Source::nothing;
        case HostTime::Source::host:
            return HostTransport::Source::host;
        case HostTime::Source::counted:
            break;
    }

    return HostTransport::Source::counted;
}

} // namespace

Processor::Processor()
    : AudioProcessor (BusesProperties()
                          .withInput ("Input", juce::AudioChannelSet::stereo())
                          .withOutput ("Output", juce::AudioChannelSet::stereo())),
      access (std::make_unique<HostAccess> (
          ArdourLink::Host { [this] { return transport(); }, [this] { return getSampleRate(); } }))
{
    addParameter (std::make_unique<MarkParameter> (tap).release()); // the base class owns it
}

// Hosts let go of an LV2 on a thread of theirs, while JUCE runs the message thread: it must be in nothing of what goes, nor come back to it.
Processor::~Processor()
{
    if (juce::MessageManager::getInstanceWithoutCreating() != nullptr
        && ! juce::MessageManager::existsAndIsLockedByCurrentThread())
        end.emplace();

    ear.reset(); // asks for updates, from its own thread
    cancelPendingUpdate();
}

bool Processor::isBusesLayoutSupported (const BusesLayout& layout) const
{
    const auto input = layout.getMainInputChannelSet();
    return input == layout.getMainOutputChannelSet() && ! input.isDisabled();
}

//======================================================================================================
// The audio thread, and whoever prepares it before there is sound

void Processor::prepareToPlay (double, int)
{
    tap.begin();
}

template <class Sample>
void Processor::follow (const juce::AudioBuffer<Sample>& audio) noexcept
{
    const juce::ScopedNoDenormals isFaster;
    HostBlock block { .isOffline = isNonRealtime(),
                      .length = audio.getNumSamples(),
                      .sampleRate = getSampleRate() };

    if (auto* head = getPlayHead())
        if (const auto position = head->getPosition())
        {
            if (const auto sample = position->getTimeInSamples())
                block.sample = *sample;

            block.isPlaying = position->getIsPlaying();
            block.isRecording = position->getIsRecording();
            block.isLooping = position->getIsLooping();
        }

    tap.take (block, audio.getArrayOfReadPointers(), audio.getNumChannels());
}

// The input arrives in the buffer that the output leaves in, so that not to touch it is to pass it on, bit for bit.
void Processor::processBlock (juce::AudioBuffer<float>& audio, juce::MidiBuffer&)
{
    follow (audio);
}

void Processor::processBlock (juce::AudioBuffer<double>& audio, juce::MidiBuffer&)
{
    follow (audio);
}

void Processor::processBlockBypassed (juce::AudioBuffer<float>& audio, juce::MidiBuffer&)
{
    follow (audio);
}

void Processor::processBlockBypassed (juce::AudioBuffer<double>& audio, juce::MidiBuffer&)
{
    follow (audio);
}

//======================================================================================================
// Any thread

void Processor::getStateInformation (juce::MemoryBlock& state)
{
    if (juce::MessageManager::existsAndIsCurrentThread())
        catchUp();

    const auto bytes = keeper.bytes (compactPeaks (ear->waveNow(), maxWaveformBytes));
    state.replaceAll (bytes.data(), bytes.size());
}

void Processor::setStateInformation (const void* data, int size)
{
    if (data == nullptr || size <= 0)
        return;

    const auto waveform = keeper.bring ({ static_cast<const char*> (data), std::size_t (size) });

    if (waveform)
        ear->setWave (peaksFromCompact (*waveform).value_or (PeakMap()));

    if (juce::MessageManager::existsAndIsCurrentThread())
        catchUp();
    else
        triggerAsyncUpdate();
}

//======================================================================================================
// The message thread

void Processor::catchUp()
{
    takeBrought();

    // A host that is told of one may come back here at once.
    while (tap.marks().available() > 0)
    {
        const auto mark = tap.marks().peek();
        tap.marks().drop (1);
        auto& w = workspace();
        actions::markLive (w, toEpisode (w.document(), positionOf (mark.sample, mark.sampleRate)));
    }

    if (const auto began = ear->takeRender())
    {
        renderBegan = *began;
        const auto place = tap.renderBegin();
        const auto isTold =
            tap.time().source == HostTime::Source::host; // a count says nothing of the timeline
        workspace().hostRenders().ended (isTold ? std::optional (positionOf (place.sample, place.sampleRate))
                                                : std::nullopt);
    }
}

Workspace& Processor::workspace()
{
    if (wiring == nullptr)
    {
        wiring = std::make_unique<Wiring> (
            juce::File(),
            [this] (Services& s) { provide (s); },
            [this] (const std::filesystem::path& file) { renders.leaveOut (file); });
        subscription = wiring->workspace().listen (
            [this] (Changed what)
            {
                // What is heard of the audio tells for which one the chapters are timed.
                if (holds (what, Changed::document | Changed::markers | Changed::media))
                    documentChanged();
            });
        takeBrought();
    }

    return wiring->workspace();
}

HostTransport Processor::transport() const
{
    const auto time = tap.time();
    const auto isSilent = time.source != HostTime::Source::nothing && ear->isQuiet();
    return { .source = isSilent ? HostTransport::Source::silent : sourceOf (time),
             .playing = time.isPlaying && ! isSilent,
             .recording = time.isRecording && ! isSilent,
             .position = positionOf (time.sample, time.sampleRate),
             .tellsRecording = wrapperType != wrapperType_LV2,
             .rendering = time.isOffline && time.isPlaying };
}

void Processor::provide (Services& services)
{
    services.host = [this] { return transport(); };
    services.captured = [this] { return ear->wave(); };
    services.candidatesIn = candidatesIn;
    services.hostLink = [this]
    { return access->link (wiring != nullptr && wiring->workspace().view().preferences.ardourByOsc); };
    services.awaitRenders = [this] (const std::vector<std::string>& files,
                                    const std::string& folder,
                                    std::function<void (const std::string&)> complete)
    { renders.wait (files, folder, renderBegan, std::move (complete)); };
    services.hostName = [] { return std::string (juce::PluginHostType().getHostDescription()); };
}

juce::VST3ClientExtensions* Processor::getVST3ClientExtensions()
{
    return access.get();
}

juce::AudioProcessorEditor* Processor::createEditor()
{
    workspace();
    openMedia();
    return std::make_unique<Editor> (*this, *wiring, keeper).release();
}

/** What waits until there is a workspace to take it. */
void Processor::takeBrought()
{
    if (wiring == nullptr)
        return;

    auto& w = wiring->workspace();

    if (auto brought = keeper.takeBrought())
    {
        const juce::ScopedValueSetter<bool> taking (isTaking, true);
        w.hostTimeline().take (std::move (brought->document), std::move (brought->markers));
        documentChanged(); // also where it was the same

        if (getActiveEditor() != nullptr)
            openMedia();
    }

    if (const auto complaint = keeper.takeComplaint(); ! complaint.empty())
        w.say (Message::Grade::warning, complaint);
}

/** The audio that a project names, once somebody looks. */
void Processor::openMedia()
{
    auto& w = wiring->workspace();
    const auto& wanted = w.document().media;

    if (wanted && w.audio().loading().empty()
        && (! w.audio().file() || w.audio().file()->path != wanted->path))
        w.audio().load (std::string (wanted->path)); // a copy: loading may change the document
}

void Processor::documentChanged()
{
    const auto& w = wiring->workspace();
    const auto& history = w.history();

    // A drag is one edit, when it ends.
    if (! history.isInGesture() && keeper.show (w.cutFinder().toKeep(), w.hostTimeline().markers())
        && ! isTaking)
        updateHostDisplay (ChangeDetails().withNonParameterStateChanged (true));
}

} // namespace earmark
