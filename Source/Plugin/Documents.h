// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Services.h"

namespace earmark::documents
{

/** The services that read and write documents, from the tables of formats and containers. */
void provide (Services&);

} // namespace earmark::documents
