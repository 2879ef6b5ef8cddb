// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Document.h"

#include <string>

namespace earmark::cli
{

/** The document with the edits that --shift and --fit ask for, applied as the window would; both may be empty. Chapters that would
    begin before the audio are told. Fails with Kind::wrongUsage on times that cannot be read. */
Result<Document> retimed (Document, const std::string& shift, const std::string& fit, Notices&);

} // namespace earmark::cli
