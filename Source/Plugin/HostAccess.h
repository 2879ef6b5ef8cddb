// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Host/ArdourLink.h"
#include "Host/ReaperLink.h"

#include <juce_audio_processors/juce_audio_processors.h>

#include <memory>

namespace earmark
{

/** The way to the host's own timeline. REAPER's comes with the host's application object, which JUCE's VST3 wrapper hands over once both
    halves of the plug-in are connected; wrappers of other formats never do. Message thread. */
class HostAccess final : public juce::VST3ClientExtensions
{
public:
    explicit HostAccess (ArdourLink::Host);

    /** Null where the host keeps its timeline to itself. */
    const HostLink* link (bool ardourByOsc);

    void setIHostApplication (Steinberg::FUnknown*) override;

private:
    struct Reaper
    {
        explicit Reaper (Steinberg::FUnknown* application) : api (application) {}

        ReaperApi api;
        HostLink link { reaperLink (api) };
    };

    const ArdourLink::Host host;
    std::unique_ptr<Reaper> reaper;
    std::unique_ptr<ArdourLink> ardour; // made when it is first wanted
};

} // namespace earmark
