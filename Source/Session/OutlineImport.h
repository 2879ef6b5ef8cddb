// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/ImportPreview.h"
#include "Session/OpenAudio.h"

#include <optional>
#include <string>

namespace earmark
{

/** An outline on its way into the document: read, shown line by line with what it would change, then taken. */
class OutlineImport
{
public:
    OutlineImport (Desk& d, OpenAudio& a) : desk (d), audio (a) {}

    const std::optional<ImportPreview>& preview() const { return incoming; }

    void begin (std::string bytes, std::string name);

    /** Reads it again with these changes. */
    template <class Change>
    void change (const Change& change)
    {
        if (! incoming)
            return;

        change (*incoming);
        read();
    }

    void accept();

    void drop() { incoming.reset(); }

    /** What it would change is another thing now. */
    void documentChanged();

private:
    Desk& desk;
    OpenAudio& audio;
    std::optional<ImportPreview> incoming;

    void read();
};

} // namespace earmark
