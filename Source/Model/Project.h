// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <string_view>

namespace earmark
{

/** What project files are called. */
inline constexpr std::string_view projectSuffix = ".earmark";

/** What a project file holds: an outline and the audio that it belongs to. */
struct Project
{
    Outline outline;

    /** In a file its path is relative to the file's folder, or absolute; everywhere else it is absolute. */
    std::optional<MediaReference> audio;

    /** In a recovery file: where the project itself is saved; empty where it never was. */
    std::string savedAs;

    /** None where nobody knows, as in files of older versions. */
    std::optional<TimedFor> timedFor = std::nullopt;

    bool operator== (const Project&) const = default;
};

struct OpenedProject
{
    Project project;
    bool audioIsMissing = false;
    Notices notices;

    bool operator== (const OpenedProject&) const = default;
};

/** What was not saved when Earmark stopped without being closed. */
struct RecoveredWork
{
    std::string id; ///< names it for whoever keeps it
    Project project;
    std::string when; ///< for people, to the second

    bool operator== (const RecoveredWork&) const = default;
};

} // namespace earmark
