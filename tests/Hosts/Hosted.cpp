// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/Hosted.h"

#include <chrono>
#include <thread>
#include <utility>

namespace earmark::tests
{

namespace
{

juce::AudioPluginFormatManager& formats()
{
    static auto manager = []
    {
        auto made = std::make_unique<juce::AudioPluginFormatManager>();
        juce::addDefaultFormatsToManager (*made);
        return made;
    }();
    return *manager;
}

juce::AudioPluginFormat* find (const std::string& name)
{
    for (auto* format : formats().getFormats())
        if (format->getName() == juce::String (name))
            return format;

    return nullptr;
}

/** Where in an LV2 host's Turtle the plug-in's bytes are: the only quoted text that begins as JUCE's base64 does, with a length and a
    dot. */
std::pair<std::size_t, std::size_t> base64In (const std::string& turtle)
{
    for (auto quote = turtle.find ('"'); quote != std::string::npos; quote = turtle.find ('"', quote + 1))
    {
        const auto dot = turtle.find_first_not_of ("0123456789", quote + 1);
        const auto end = turtle.find ('"', quote + 1);

        if (dot != std::string::npos && dot > quote + 1 && turtle[dot] == '.' && end != std::string::npos)
            return { quote + 1, end - quote - 1 };
    }

    return {};
}

std::string textOf (const juce::MemoryBlock& bytes)
{
    return { static_cast<const char*> (bytes.getData()), bytes.getSize() };
}

} // namespace

std::unique_ptr<juce::PluginDescription> scan (const HostFormat& format)
{
    return onMessageThread (
        [&]() -> std::unique_ptr<juce::PluginDescription>
        {
            juce::OwnedArray<juce::PluginDescription> found;

            if (auto* host = find (format.name))
                host->findAllTypesForFile (found, juce::String (format.bundle));

            return found.size() == 1 ? std::make_unique<juce::PluginDescription> (*found[0]) : nullptr;
        });
}

Hosted::Hosted (const HostFormat& f) : format (f)
{
    const auto description = scan (format);

    if (description == nullptr)
        return;

    onMessageThread (
        [&]
        {
            juce::String problem;
            instance = formats().createPluginInstance (*description, 48000, 8192, problem);

            if (instance != nullptr)
            {
                instance->setPlayHead (this);
                instance->prepareToPlay (48000, 8192);
            }
        });
}

Hosted::~Hosted()
{
    onMessageThread ([&] { instance.reset(); });
}

void Hosted::process (juce::AudioBuffer<float>& audio)
{
    juce::MidiBuffer midi;
    instance->processBlock (audio, midi);

    if (isPlaying)
        sample += audio.getNumSamples();
}

void Hosted::setMark (bool isUp)
{
    for (auto* parameter : instance->getParameters())
        if (parameter->getName (64) == "Mark")
            parameter->setValueNotifyingHost (isUp ? 1.0f : 0.0f);
}

juce::MemoryBlock Hosted::state()
{
    return onMessageThread (
        [&]
        {
            juce::MemoryBlock bytes;
            instance->getStateInformation (bytes);
            return bytes;
        });
}

void Hosted::setState (const juce::MemoryBlock& bytes)
{
    onMessageThread ([&] { instance->setStateInformation (bytes.getData(), int (bytes.getSize())); });
}

juce::MemoryBlock Hosted::ownBytes()
{
    juce::MemoryBlock bytes;
    const auto kept = state();

    if (format.name == "VST3")
    {
        if (const auto xml = juce::AudioProcessor::getXmlFromBinary (kept.getData(), int (kept.getSize())))
            if (const auto* component = xml->getChildByName ("IComponent"))
                bytes.fromBase64Encoding (component->getAllSubText());
    }
    else
    {
        const auto turtle = textOf (kept);
        const auto [begin, length] = base64In (turtle);
        bytes.fromBase64Encoding (juce::String (turtle.substr (begin, length)));
    }

    return bytes;
}

Result<HostState> Hosted::ownState()
{
    return readHostState (textOf (ownBytes()));
}

void Hosted::setOwnBytes (const juce::MemoryBlock& kept, const juce::MemoryBlock& bytes)
{
    juce::MemoryBlock made;

    if (format.name == "VST3")
    {
        const auto xml = juce::AudioProcessor::getXmlFromBinary (kept.getData(), int (kept.getSize()));
        auto* component = xml->getChildByName ("IComponent");
        component->deleteAllTextElements();
        component->addTextElement (bytes.toBase64Encoding());
        juce::AudioProcessor::copyXmlToBinary (*xml, made);
    }
    else
    {
        auto turtle = textOf (kept);
        const auto [begin, length] = base64In (turtle);
        turtle.replace (begin, length, bytes.toBase64Encoding().toStdString());
        made.replaceAll (turtle.data(), turtle.size());
    }

    setState (made);
}

std::string Hosted::chapters (std::size_t count)
{
    using namespace std::chrono_literals;
    auto state = ownState();

    // Ten seconds are for machines that do much else; it takes some milliseconds.
    for (int i = 0; i < 200 && (! state || state->document.outline.chapters.size() < count); ++i)
    {
        std::this_thread::sleep_for (50ms);
        state = ownState();
    }

    if (! state)
        return state.error().message;

    std::string all;

    for (const auto& chapter : state->document.outline.chapters)
        all += chapter.title + '@' + std::to_string (chapter.start.milliseconds (Rounding::nearest)) + ' ';

    return all;
}

juce::Optional<juce::AudioPlayHead::PositionInfo> Hosted::getPosition() const
{
    PositionInfo info;
    info.setTimeInSamples (sample);
    info.setTimeInSeconds (double (sample) / 48000);
    info.setIsPlaying (isPlaying);
    return info;
}

} // namespace earmark::tests
