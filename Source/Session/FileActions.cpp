// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"

#include "Foundation/Text.h"
#include "Session/WindowLayout.h"

#include <algorithm>

namespace earmark::actions
{

void openFile (Workspace& w)
{
    if (w.services.chooseFile)
        w.services.chooseFile (FileKind::anything, [&w] (const std::string& path) { w.openFile (path); });
}

void paste (Workspace& w)
{
    if (! w.services.clipboardText)
        return;

    auto text = w.services.clipboardText();

    if (trim (text).empty())
        w.say (Message::Grade::warning, tr ("There is no text on the clipboard."));
    else
        w.takeText (std::move (text), tr ("Clipboard"));
}

void copyTimestamps (Workspace& w)
{
    if (! w.services.outlineText || ! w.services.copyText)
        return;

    if (const auto text = w.services.outlineText (w.document().outline, "timestamps"))
    {
        w.services.copyText (*text);
        w.say (Message::Grade::info, tr ("The list of times and titles is on the clipboard."));
    }
}

std::size_t answerOfEscape (const Prompt& prompt)
{
    const auto& choices = prompt.choices;
    const auto idle =
        std::find_if (choices.rbegin(), choices.rend(), [] (const auto& choice) { return ! choice.run; });
    return std::size_t (choices.rend() - (idle != choices.rend() ? idle : choices.rbegin())) - 1;
}

void escape (Workspace& w)
{
    if (w.history().isInGesture())
        w.cancelGesture();
    else if (w.isAskedFirst())
        w.answerPrompt (answerOfEscape (*w.prompt()));
    else if (isAboutWriting (w.view().panel) && w.writing().isBusy())
        w.writing().stop();
    else if (w.view().panel != Panel::inspector)
        w.closePanel();
    else if (w.review().active)
        endReview (w);
    else if (w.view().range)
        w.look ([] (ViewState& v) { v.range.reset(); });
    else if (! w.view().filter.empty())
        w.look ([] (ViewState& v) { v.filter.clear(); });
    else
        w.look ([] (ViewState& v) { v.selection = {}; });
}

} // namespace earmark::actions
