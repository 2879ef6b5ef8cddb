// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Host/ReaperApi.h"
#include "Session/HostLink.h"

namespace earmark
{

/** REAPER's timeline as a HostLink. What this REAPER has no functions for is empty in it, and told. Refers to the API. */
HostLink reaperLink (const ReaperApi&);

} // namespace earmark
