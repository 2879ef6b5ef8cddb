// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"
#include "Model/HostMarker.h"

#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** What a host keeps of the plug-in in its project. */
struct HostState
{
    Document document;
    int editorWidth = 0, editorHeight = 0; ///< 0 where it was never opened
    std::string waveform;                  ///< bytes that are not looked into here
    std::vector<MarkerLink> markers;       ///< the chapters' on the host's timeline

    bool operator== (const HostState&) const = default;
};

/** Chapters with embedded pictures that take more are kept without these, as hosts copy the state again and again. */
inline constexpr std::size_t maxStateWithPictures = 64u << 20;

/** Longer ones are not read. */
inline constexpr std::size_t maxHostStateBytes = 256u << 20;

/** Bytes with a version. Notes what was left out. */
std::string writeHostState (const HostState&, Notices&);

/** Fails with Kind::unsupported for what a newer Earmark wrote, with Kind::malformed or Kind::tooLarge for what is none of Earmark's or
    was damaged so that the chapters are lost. Of anything else that is missing or damaged it goes without. Chapters get new ids. */
Result<HostState> readHostState (std::string_view);

} // namespace earmark
