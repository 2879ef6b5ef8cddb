// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"
#include "Session/HostImports.h"

#include <algorithm>

namespace earmark::actions
{

namespace
{

constexpr auto setting = "daw"; // the one chosen last

std::string nameOfFile (const Workspace& w)
{
    const auto name = w.projects().name();
    return name.empty() ? tr ("Chapters") : name;
}

} // namespace

std::size_t suggestedHost (const Workspace& w)
{
    const auto own = hostImportFor (w.services.hostName ? w.services.hostName() : std::string());
    const auto isKnown = own + 1 < hostImports().size();
    return isKnown || ! w.services.recall ? own : hostImportFor (w.services.recall (setting));
}

void rememberHost (const Workspace& w, const HostImport& host)
{
    if (w.services.remember)
        w.services.remember (setting, std::string (host.host));
}

bool hasHostFile (const Workspace& w, const HostImport& host)
{
    return ! host.format.empty() && ! w.chapters().empty();
}

std::string makeHostFile (Workspace& w, const HostImport& host)
{
    if (! hasHostFile (w, host) || ! w.services.handOver)
        return {};

    auto path =
        w.services.handOver (onHostTimeline (w.document()), std::string (host.format), nameOfFile (w));

    if (! path)
        w.say (Message::Grade::error, path.error().message);

    return std::move (path).value_or (std::string());
}

void saveHostFile (Workspace& w, const HostImport& host)
{
    const auto& services = w.services;

    if (! hasHostFile (w, host) || ! services.chooseFile || ! services.documentKinds
        || ! services.writeOutline)
        return;

    const auto kinds = services.documentKinds();
    const auto kind = std::ranges::find (kinds, host.format, &DocumentKind::id);
    services.chooseFile (
        FileWish (FileKind::document, nameOfFile (w) + (kind != kinds.end() ? kind->suffix : "")),
        [&w, format = std::string (host.format)] (const std::string& path)
        {
            const auto saved = w.services.writeOutline (path, onHostTimeline (w.document()), format);
            w.say (saved ? Message::Grade::info : Message::Grade::error,
                   saved ? tr ("Saved as {}.", path) : saved.error().message);
        });
}

} // namespace earmark::actions
