// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <span>

namespace earmark
{

/** The document after all of them, one after the other, as by apply(); fails as the first one that fails. Pure. Edits in a row that add
    chapters or set fields cost together what one of them costs, so that a list of ten thousand chapters can be taken in. */
Result<Document> applyAll (const Document&, std::span<const Edit>);

} // namespace earmark
