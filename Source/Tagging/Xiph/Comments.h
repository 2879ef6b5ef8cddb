// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/Container.h"

#include <string>
#include <string_view>
#include <vector>

// Vorbis comments, as FLAC, Ogg Vorbis and Opus have them. Source: xiph.org/vorbis/doc/v-comment.html.

namespace earmark::xiph
{

struct Comments
{
    std::string vendor;
    std::vector<std::string> list; ///< "KEY=value", byte for byte
    std::string rest;              ///< what follows the list: Vorbis' framing bit, Opus' padding

    bool operator== (const Comments&) const = default;
};

/** Fails with Kind::malformed where a length exceeds what is there. */
Result<Comments> parseComments (std::string_view);

std::string render (const Comments&);

/** The value of the first comment with that key; keys have no case. */
std::string valueOf (const Comments&, std::string_view key);

/** What the comments say of title, show and author. */
Episode readEpisode (const Comments&);

/** Sets title and album as the policy has it, and says so in the edit. */
void putEpisode (Comments&, const Episode&, EpisodeTags, ContainerEdit&);

/** Takes out every comment with that key, and says so in the edit. */
void removeComments (Comments&, std::string_view key, ContainerEdit&);

/** Adds everything but chapters, comment by comment. */
void addItems (const Comments&, Inventory&);

} // namespace earmark::xiph
