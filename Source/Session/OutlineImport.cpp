// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OutlineImport.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/ImportWarnings.h"
#include "Session/Saying.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace earmark
{

void OutlineImport::begin (std::string bytes, std::string name)
{
    incoming = ImportPreview { .bytes = std::move (bytes), .name = std::move (name) };
    leftOut = {};
    pictures = {};

    // An error stays: it is of something else that was to be opened.
    if (desk.message().grade != Message::Grade::error)
        desk.hush();

    readWhole();

    // As many titles without times as there are chapters with times are meant for these.
    const auto& present = desk.chapters();

    if (whole && whole->isUntimed && ! present.empty() && present.back().start > Position()
        && whole->outline.chapters.size() == present.size())
        incoming->mode = ImportMode::keepMyTimes;

    show();
    desk.look ([] (ViewState& v) { v.panel = Panel::import; });
}

void OutlineImport::readWhole()
{
    if (! desk.services.readOutline)
        return;

    whole =
        desk.services.readOutline (incoming->bytes, incoming->name, incoming->answers, incoming->formatId);
    wholeLines.clear();
    decoded.reset();

    if (whole && ! whole->text.empty())
        decoded = whole->text;
    else if (auto text = decodeText (incoming->bytes))
        decoded = std::move (text->utf8);

    if (decoded && whole)
        wholeLines = fatesOf (*decoded, *whole);
    else if (decoded) // which is to be seen also when nothing of it can be read
        for (const auto line : splitLines (*decoded))
            wholeLines.push_back ({ .text = std::string (line), .kind = LineFate::Kind::blank });
}

Result<ImportedText> OutlineImport::withoutSome() const
{
    auto rest = without (leftOut, *whole);

    if (rest.outline.chapters.empty())
        return failure (Error::Kind::empty, tr ("All chapters are unticked."));

    return rest;
}

void OutlineImport::takePictures()
{
    if (desk.services.takePictures)
        pictures.putInto (incoming->reading->outline,
                          incoming->reading->notices,
                          [&] (Outline& outline, Notices& notices)
                          { desk.services.takePictures (outline, incoming->name, notices); });
}

void OutlineImport::show()
{
    const bool isShorter = whole && ! whole->lines.empty() && ! leftOut.isEmpty();
    incoming->reading = isShorter ? withoutSome() : whole;
    incoming->lines = wholeLines;

    if (incoming->reading)
    {
        takePictures();
        judgeLines();
        warnOfLength();
    }

    if (isShorter)
        for (std::size_t i = 0; i < incoming->lines.size(); ++i)
            if (leftOut.contains (i))
                incoming->lines[i] = { .text = wholeLines[i].text, .kind = LineFate::Kind::unticked };

    // Both tell, so that the lines are right by then.
    if (incoming->reading)
        propose();
    else
        desk.dropProposal();

    desk.tell (Changed::panels);
}

/** What was said of the text as it was read before goes. */
void OutlineImport::showAnew()
{
    desk.hush();
    show();
}

void OutlineImport::judgeLines()
{
    if (decoded)
        incoming->lines = fatesOf (*decoded, *incoming->reading);
}

void OutlineImport::warnOfLength()
{
    const bool takesTimes =
        incoming->mode == ImportMode::replace || incoming->mode == ImportMode::keepMyTexts;
    const auto end = desk.endOfAudio();

    if (! end || ! takesTimes)
        return;

    const auto late = warningsOfLength (incoming->reading->outline, incoming->lines, end->sinceStart());

    if (late.empty())
        return;

    incoming->reading->notices.append_range (late);
    judgeLines(); // with what is said now
}

bool OutlineImport::hasLinesToChoose() const
{
    return incoming && std::ranges::any_of (incoming->lines, LinesLeftOut::mayToggle);
}

void OutlineImport::goToLine (std::ptrdiff_t line)
{
    if (! incoming || incoming->lines.empty())
        return;

    const auto last = std::ptrdiff_t (incoming->lines.size()) - 1;
    incoming->line = std::size_t (std::clamp (line, std::ptrdiff_t (0), last));
    desk.tell (Changed::panels);
}

void OutlineImport::toggleLine()
{
    if (! incoming || incoming->line >= incoming->lines.size())
        return;

    if (! LinesLeftOut::mayToggle (incoming->lines[incoming->line]))
        return desk.say (Message::Grade::info, tr ("Nothing of this line is imported."));

    leftOut.toggle (incoming->line, wholeLines);
    showAnew();
}

void OutlineImport::undoLines()
{
    if (! incoming)
        return;

    leftOut.undo();
    showAnew();
}

void OutlineImport::redoLines()
{
    if (! incoming)
        return;

    leftOut.redo();
    showAnew();
}

void OutlineImport::propose()
{
    desk.propose (proposalOf (
        desk.document(), editsOf (*incoming, desk.document(), desk.view().playhead), importName (*incoming)));
}

void OutlineImport::documentChanged()
{
    if (incoming && incoming->reading)
        propose();
}

void OutlineImport::accept()
{
    if (! incoming || ! incoming->reading || ! desk.proposal())
        return;

    // What was shown, wherever the playhead is by now. A copy: the proposal goes with the document that it is about.
    const auto name = desk.proposal()->name;
    const auto edits = desk.proposal()->edits;
    const auto count = incoming->reading->outline.chapters.size();
    const auto isUntimed = incoming->reading->isUntimed && incoming->mode == ImportMode::replace;
    Notices warnings;
    std::ranges::copy_if (incoming->reading->notices,
                          std::back_inserter (warnings),
                          [] (const Notice& n) { return n.grade == Notice::Grade::warning; });

    if (! desk.performAll (edits, name))
        return;

    desk.closePanel();
    desk.say (warnings.empty() ? Message::Grade::info : Message::Grade::warning,
              saidWith (tr (count, "{} chapter imported.", "{} chapters imported."), warnings));
    desk.resumeReview();

    if (! desk.chapters().empty())
        desk.look (
            [&] (ViewState& v)
            {
                v.selection = picked ({}, desk.chapters().front().id, Pick::only, {});
                v.scale = showingAll (v.scale);
            });

    // Titles alone have no places yet, and the pauses of a recording tell where they may be.
    if (isUntimed && audio.file())
        desk.open (Panel::placeAll);
}

} // namespace earmark
