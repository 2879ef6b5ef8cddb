// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"

namespace earmark
{

/** Proves, before anything is replaced, that an edit harms nothing: everything in the file that is no chapter is there
    afterwards, the same and in the same order, but for the items that the edit says it changes; and every byte of audio is the
    original's, at the place where the edited file looks for it. Fails with Kind::unsupported and what would have been wrong. */
Result<void> auditEdit (const Container&, const ContainerEdit&);

/** Proves that the chapters read back, by the container's reader, as the edit meant them. */
Result<void> auditChapters (const Container&,
                            const std::shared_ptr<const ByteSource>& result,
                            const std::vector<StoredList>& expected);

/** Proves that a file as it came out on the disk is the edited one: the same inventory, the same chapters. */
Result<void>
auditWritten (const Container&, const ContainerEdit&, const std::shared_ptr<const ByteSource>& written);

} // namespace earmark
