// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** The pictures that lie beside a document, read and decoded once, however often the document itself is read. A value. */
class PicturesTaken
{
public:
    /** Puts the pictures that an outline names into it, with a notice for each that cannot be. */
    using Take = std::function<void (Outline&, Notices&)>;

    /** Calls `take` only where the outline names one that was not taken before. What was said of pictures that it does not name, each
        between '', is not said again. */
    void putInto (Outline&, Notices&, const Take& take);

private:
    std::map<std::string, Image> byAddress; ///< an address for those that could not be taken
    Notices said;

    bool isOnlyOfOthers (const Notice&, const std::vector<std::string>& addresses) const;
};

} // namespace earmark
