// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace earmark
{

/** Tells which pictures are the same. Those that are one in memory are known by that, so that many places with one large picture cost as much
    as one. */
class PictureNumbers
{
public:
    /** From 0, in the order in which pictures are first met; the same for the same kind and bytes. The image must have bytes, and outlive
        this. */
    std::size_t numberOf (const EmbeddedImage&);

private:
    std::map<std::pair<const std::string*, std::string_view>, std::size_t> byAddress; // with the kind
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> byContent;
};

} // namespace earmark
