// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/StateKeeper.h"

namespace earmark
{

namespace
{

/** All that an edit changes. How long the audio is comes to light when it is opened, which is none. */
bool isSameWork (const Document& a, const Document& b)
{
    const auto pathOf = [] (const Document& d) { return d.media ? d.media->path : std::string(); };
    return a.outline == b.outline && a.episodeStart == b.episodeStart && pathOf (a) == pathOf (b);
}

} // namespace

bool StateKeeper::show (std::shared_ptr<const Document> next, std::vector<MarkerLink> links)
{
    const std::scoped_lock lock (mutex);

    if (isBrought)
        return false;

    const auto isNews = ! isSameWork (*document, *next);
    document = std::move (next);
    markers = std::move (links);

    if (isNews)
        newer.clear();

    return isNews;
}

std::optional<StateKeeper::Brought> StateKeeper::takeBrought()
{
    const std::scoped_lock lock (mutex);

    if (! std::exchange (isBrought, false))
        return {};

    return Brought { *document, markers };
}

std::string StateKeeper::takeComplaint()
{
    const std::scoped_lock lock (mutex);
    return std::exchange (complaint, {});
}

std::optional<std::string> StateKeeper::bring (std::string_view bytes)
{
    auto state = readHostState (bytes);
    const std::scoped_lock lock (mutex);

    if (! state)
    {
        complaint = state.error().message;

        if (state.error().kind == Error::Kind::unsupported)
            newer = bytes;

        return {};
    }

    document = std::make_shared<const Document> (std::move (state->document));
    markers = std::move (state->markers);
    isBrought = true;
    newer.clear();

    if (state->editorWidth > 0 && state->editorHeight > 0)
    {
        width = state->editorWidth;
        height = state->editorHeight;
    }

    return std::move (state->waveform);
}

std::string StateKeeper::bytes (std::string waveform)
{
    HostState state;
    std::shared_ptr<const Document> shown;

    {
        const std::scoped_lock lock (mutex);

        if (! newer.empty())
            return newer;

        shown = document;
        state.markers = markers;
        state.editorWidth = width;
        state.editorHeight = height;
    }

    state.document = *shown;
    state.waveform = std::move (waveform);
    Notices notices;
    auto written = writeHostState (state, notices);

    if (! notices.empty())
    {
        const std::scoped_lock lock (mutex);
        complaint = notices.front().message;
    }

    return written;
}

void StateKeeper::setEditorSize (int w, int h)
{
    const std::scoped_lock lock (mutex);
    width = w;
    height = h;
}

std::pair<int, int> StateKeeper::editorSize() const
{
    const std::scoped_lock lock (mutex);
    return { width, height };
}

} // namespace earmark
