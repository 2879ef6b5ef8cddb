// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/ImportPreview.h"
#include "Session/LinesLeftOut.h"
#include "Session/OpenAudio.h"
#include "Session/PicturesTaken.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

/** An outline on its way into the document: read, shown line by line with what it would change, then taken. */
class OutlineImport
{
public:
    OutlineImport (Desk& d, OpenAudio& a) : desk (d), audio (a) {}

    const std::optional<ImportPreview>& preview() const { return incoming; }

    void begin (std::string bytes, std::string name);

    /** Reads it again where these changes are to what it is read as. */
    template <class Change>
    void change (const Change& change)
    {
        if (! incoming)
            return;

        const auto before = std::pair (incoming->answers, incoming->formatId);
        change (*incoming);

        if (before != std::pair (incoming->answers, incoming->formatId))
            readWhole();

        showAnew();
    }

    void accept();

    void drop() { incoming.reset(); }

    /** What it would change is another thing now. */
    void documentChanged();

    //==================================================================================================
    // Lines, from 0

    /** Whether any of them can be left out. */
    bool hasLinesToChoose() const;

    const LinesLeftOut& linesLeftOut() const { return leftOut; }

    /** Makes one the current line; beyond the ends it is the first or last. */
    void goToLine (std::ptrdiff_t line);

    /** Leaves the current line out, or takes it in again; says so where nothing is made of it anyway. */
    void toggleLine();

    void undoLines();
    void redoLines();

private:
    Desk& desk;
    OpenAudio& audio;
    std::optional<ImportPreview> incoming;

    std::optional<std::string> decoded; // the document, where it is text

    // With nothing left out, and pictures as addresses.
    Result<ImportedText> whole = ImportPreview().reading;
    std::vector<LineFate> wholeLines;

    LinesLeftOut leftOut;
    PicturesTaken pictures;

    void readWhole();
    void show();
    void showAnew();
    void propose();
    Result<ImportedText> withoutSome() const;
    void takePictures();
    void judgeLines();
    void warnOfLength();
};

} // namespace earmark
