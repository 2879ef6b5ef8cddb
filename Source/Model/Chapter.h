// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace earmark
{

/** Names a chapter for as long as its document lives, whatever happens to its time or title. Readers leave it at
    none; a document gives every chapter one when it takes it in. */
enum class ChapterId : std::uint64_t
{
    none = 0
};

struct Link
{
    std::string url;
    std::string text; ///< what to show for it; often empty

    bool operator== (const Link&) const = default;
};

/** A picture's own file content; shared, since documents are copied at every edit. */
struct EmbeddedImage
{
    std::string mime;
    std::shared_ptr<const std::string> bytes;

    bool operator== (const EmbeddedImage& other) const
    {
        return mime == other.mime
               && (bytes == other.bytes || (bytes && other.bytes && *bytes == *other.bytes));
    }
};

/** A picture that is only named by its web address; Earmark never fetches it. */
struct LinkedImage
{
    std::string url;

    bool operator== (const LinkedImage&) const = default;
};

using Image = std::variant<EmbeddedImage, LinkedImage>;

struct Chapter
{
    enum class Kind
    {
        chapter,
        adBreak,
        note ///< the producer's own remark, not for the listener
    };

    ChapterId id = ChapterId::none;
    Position start;
    std::optional<Position> end; ///< only where it was stated; see rangeOf()
    std::string title;
    std::string summary;             ///< paragraphs, separated by line feeds
    std::vector<std::string> points; ///< bullets, without their marks
    std::optional<Link> link;
    std::optional<Image> image;
    int level = 0; ///< 0 is the top; a sub-chapter follows its parent
    Kind kind = Kind::chapter;
    bool inContents = true; ///< false: players that honour it do not list the chapter
    bool locked = false;    ///< edits of other chapters do not move it

    bool operator== (const Chapter&) const = default;
};

} // namespace earmark
