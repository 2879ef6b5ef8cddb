// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/German/German.h"

namespace earmark::german
{

std::span<const std::span<const Translation>> all()
{
    static const std::span<const Translation> everything[] { commands(), window(),   panels(),   writing(),
                                                             hosts(),    messages(), formats(),  readers(),
                                                             outline(),  rules(),    findings(), containers(),
                                                             tags(),     disk(),     sound() };
    return everything;
}

} // namespace earmark::german
