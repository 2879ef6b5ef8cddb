// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Store.h"

#include "Model/EditList.h"

namespace earmark
{

Store::Store (Document d)
    : document (std::make_shared<const Document> (std::move (d))), saved (document), history (document)
{}

void Store::show (std::shared_ptr<const Document> d)
{
    document = std::move (d);

    if (onChange)
        onChange();
}

void Store::take (Document d, std::string name, const std::string& series)
{
    if (d == *document)
        return;

    auto next = std::make_shared<const Document> (std::move (d));
    history.record (std::move (name), next, series);
    show (std::move (next));
}

Result<void> Store::perform (const Edit& edit, const std::string& series)
{
    endGesture();
    return apply (*document, edit)
        .transform ([&] (Document&& changed) { take (std::move (changed), label (edit), series); });
}

Result<void> Store::performAll (const std::vector<Edit>& edits, const std::string& name)
{
    endGesture();
    return applyAll (*document, edits)
        .transform ([&] (Document&& changed) { take (std::move (changed), name, {}); });
}

void Store::note (std::string name, const Acceptance& acceptance)
{
    endGesture();
    history.record (std::move (name), acceptance);
    show (document);
}

void Store::replace (Document d, const std::string& name)
{
    endGesture();

    if (! d.media)
        d.media = document->media;

    take (std::move (d), name, {});
}

void Store::reset (Document d, Saved is)
{
    gesture.reset();
    auto next = std::make_shared<const Document> (std::move (d));
    saved = is == Saved::yes ? next : std::make_shared<const Document>();
    history = History (next);
    show (std::move (next));
}

// A copy: what the history gives up may be where it came from. NOLINTNEXTLINE(performance-unnecessary-value-param)
void Store::setMedia (std::optional<MediaReference> media, MediaIs is)
{
    endGesture();
    const auto wasSaved = isSaved();
    history.setMedia (media);
    auto next = history.all()[history.current()].document;

    if (is == MediaIs::found && wasSaved)
    {
        saved = next;
    }
    else if (is == MediaIs::found && media && saved->media && saved->media->path == media->path)
    {
        // Its true length is known only when it has been read to its end, and edits may come before that.
        auto withLength = *saved;
        withLength.media = std::move (media);
        saved = std::make_shared<const Document> (std::move (withLength));
    }

    show (std::move (next));
}

void Store::beginGesture()
{
    endGesture();
    gesture = Gesture { document, {} };
}

Result<void> Store::performInGesture (const Edit& edit)
{
    if (! gesture)
        return {}; // it was given up

    return apply (*gesture->before, edit)
        .transform (
            [&] (Document&& changed)
            {
                gesture->name = label (edit);
                show (std::make_shared<const Document> (std::move (changed)));
            });
}

void Store::endGesture()
{
    if (! gesture)
        return;

    const auto done = std::move (*gesture);
    gesture.reset();

    if (*done.before == *document)
        return;

    history.record (done.name, document, {});

    if (onChange)
        onChange();
}

void Store::cancelGesture()
{
    if (! gesture)
        return;

    auto before = gesture->before;
    gesture.reset();
    show (std::move (before));
}

std::shared_ptr<const Document> Store::beforeGesture() const
{
    return gesture ? gesture->before : document;
}

void Store::undo()
{
    if (gesture)
        cancelGesture();
    else if (canUndo())
        goTo (history.current() - 1);
}

void Store::redo()
{
    if (gesture)
        cancelGesture();
    else if (canRedo())
        goTo (history.current() + 1);
}

void Store::goTo (std::size_t step)
{
    cancelGesture();

    if (step >= history.all().size())
        return;

    history.goTo (step);
    show (history.all()[step].document);
}

} // namespace earmark
