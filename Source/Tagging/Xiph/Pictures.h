// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
#include "Tagging/Xiph/Comments.h"

// A file's cover, as FLAC has it in a block and Ogg in a comment. Source: RFC 9639, section 8.8, and wiki.xiph.org/VorbisComment.

namespace earmark::xiph
{

/** The content of a block with a front cover. */
std::string renderPicture (const EmbeddedImage&);

bool hasPicture (const Comments&);

/** Whether a comment holds a picture of these bytes, whatever else it says of it. */
bool holdsPicture (const Comments&, std::string_view bytes);

/** Puts the cover into a comment where there is none, and says so in the edit. */
void putCover (Comments&, const Episode&, EpisodeTags, ContainerEdit&);

} // namespace earmark::xiph
