// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

struct FileFacts;
class ByteSource;
struct WritePlan;

/** A chapter as a player has it. */
struct ShownChapter
{
    std::int64_t startMs = 0;
    std::optional<std::string> title; ///< none: the player could not read it
    std::optional<std::string> link;
    bool hasPicture = false;
    bool isListed = true;

    bool operator== (const ShownChapter&) const = default;
};

struct PlayerView
{
    /** What the player does with files of that kind. */
    enum class Kind
    {
        read,
        ignored, ///< it looks for no chapters in them, or for others than the file has
        unknown
    };

    std::vector<ShownChapter> chapters;
    std::string remark; ///< why there are none, or not all; may be empty
    Kind kind = Kind::read;
};

/** A player, and the list that it makes of a file's bytes: written anew from what its source or its maker says, quirks included. To add
    one: a file in this folder that defines its PlayerApp, a line in PlayerViews.cpp. */
struct PlayerApp
{
    enum class Basis
    {
        source,        ///< of the player's public code
        publishedRules ///< of its maker, and of public threads
    };

    std::string_view id;
    std::string_view name;
    Basis basis;
    std::string_view from; ///< the file of its code, or the page

    PlayerView (*view) (const ByteSource&, const FileFacts&);
};

std::string_view nameOf (PlayerApp::Basis);

std::span<const PlayerApp* const> players();

/** Null where there is none of that id. */
const PlayerApp* findPlayer (std::string_view id);

struct FileAsShown
{
    const PlayerApp* player;
    PlayerView view;
};

/** What these players make of a file. Fails as readTaggedFile() does. */
Result<std::vector<FileAsShown>> viewsOf (const std::filesystem::path&, std::span<const PlayerApp* const>);

/** What they will make of the file that a write would leave. */
Result<std::vector<FileAsShown>> viewsOf (const WritePlan&, std::span<const PlayerApp* const>);

} // namespace earmark
