// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/Stage.h"

#include <span>

namespace earmark::tests
{

/** A state of the window that a user sees. */
struct Screen
{
    const char* name;
    void (*open) (Stage&);
    bool isHosted = false; ///< of the plug-in
};

/** Each that looks like no other. */
std::span<const Screen> screens();

/** The file of a picture, 320 by 200, is on the clipboard. */
void copyPicture (Stage&);

} // namespace earmark::tests
