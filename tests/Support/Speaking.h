// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Language.h"

namespace earmark::tests
{

/** Another language for as long as it lives. */
class Speaking
{
public:
    explicit Speaking (Language language) { speak (language); }

    ~Speaking() { speak (Language::english); }

    Speaking (const Speaking&) = delete;
    Speaking& operator= (const Speaking&) = delete;
};

} // namespace earmark::tests
