// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/PlayerView.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <array>

namespace earmark
{

extern const PlayerApp antennaPod;
extern const PlayerApp applePodcasts;
extern const PlayerApp ffmpeg;
extern const PlayerApp overcastPlayer;
extern const PlayerApp pocketCastsAndroid;
extern const PlayerApp pocketCastsIos;
extern const PlayerApp spotifyPlayer;
extern const PlayerApp vlc3;
extern const PlayerApp vlc4;
extern const PlayerApp youTubePlayer;

std::span<const PlayerApp* const> players()
{
    static constexpr std::array table { &antennaPod,    &pocketCastsIos, &pocketCastsAndroid, &ffmpeg,
                                        &vlc3,          &vlc4,           &applePodcasts,      &overcastPlayer,
                                        &spotifyPlayer, &youTubePlayer };
    return table;
}

const PlayerApp* findPlayer (std::string_view id)
{
    const auto found = std::ranges::find (players(), id, [] (const PlayerApp* p) { return p->id; });
    return found == players().end() ? nullptr : *found;
}

std::string_view nameOf (PlayerApp::Basis basis)
{
    return basis == PlayerApp::Basis::source ? "by its source" : "by its published rules";
}

namespace
{

Result<std::vector<FileAsShown>> viewsOf (const Result<ExaminedFile>& file,
                                          std::span<const PlayerApp* const> wanted)
{
    if (! file)
        return std::unexpected (file.error());

    std::vector<FileAsShown> shown;

    for (const auto* player : wanted)
        shown.push_back ({ player, player->view (*file->source, file->facts) });

    return shown;
}

} // namespace

Result<std::vector<FileAsShown>> viewsOf (const std::filesystem::path& path,
                                          std::span<const PlayerApp* const> wanted)
{
    return viewsOf (examine (path), wanted);
}

Result<std::vector<FileAsShown>> viewsOf (const WritePlan& plan, std::span<const PlayerApp* const> wanted)
{
    return viewsOf (examine (std::make_shared<const EditedSource> (plan.edit.result)), wanted);
}

} // namespace earmark
