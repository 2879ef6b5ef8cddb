// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Document.h"

#include <array>
#include <span>
#include <string_view>

namespace earmark
{

/** How markers get into a digital audio workstation by a file. */
struct HostImport
{
    std::string_view host;

    /** The words by which it is known, in small letters. */
    std::array<std::string_view, 2> words;

    /** A chapter format's id; empty where no file of Earmark's is taken. */
    std::string_view format;
    std::string_view file; ///< what it is, for people; empty without a format
    std::array<std::string_view, 2> steps;

    /** Programs on the same machine can set markers there by OSC, once its user lets them. */
    bool takesOsc = false;
};

/** THE table, by name; the last stands for all that are not in it. docs/hosts.md says what is known from where. */
std::span<const HostImport> hostImports();

/** The row of a host by what it calls itself, "Steinberg Cubase 14"; the last row for others. */
std::size_t hostImportFor (std::string_view name);

/** What its project needs: the chapters that have their places, with times on its timeline, since the episode does not always begin at 0:00
    there. */
Outline onHostTimeline (const Document&);

} // namespace earmark
