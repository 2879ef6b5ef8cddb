// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Sniffing.h"

#include "Tagging/ByteSource.h"

namespace earmark
{

const Container* containerAt (const std::filesystem::path& path)
{
    if (std::error_code problem; ! std::filesystem::is_regular_file (path, problem))
        return nullptr;

    const auto source = FileSource::open (path);
    return source ? containerOf (**source) : nullptr;
}

} // namespace earmark
