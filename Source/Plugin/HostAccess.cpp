// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/HostAccess.h"

#include <utility>

namespace earmark
{

HostAccess::HostAccess (ArdourLink::Host h) : host (std::move (h)) {}

const HostLink* HostAccess::link (bool ardourByOsc)
{
    if (reaper != nullptr)
        return &reaper->link;

    if (! ardourByOsc)
        return nullptr;

    if (ardour == nullptr)
        ardour = std::make_unique<ArdourLink> (host);

    return &ardour->link();
}

void HostAccess::setIHostApplication (Steinberg::FUnknown* application)
{
    reaper = std::make_unique<Reaper> (application);

    if (! reaper->api.isThere())
        reaper.reset();
}

} // namespace earmark
