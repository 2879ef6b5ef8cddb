// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace earmark::tests
{

/** Makes permissions count for this process and its children even where it runs as root. Skips the test where that cannot
    be done. */
void dropRootsPowers();

} // namespace earmark::tests
