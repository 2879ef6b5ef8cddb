// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/PlayerView.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <array>

namespace earmark
{

extern const Player antennaPod;
extern const Player applePodcasts;
extern const Player ffmpeg;
extern const Player overcastPlayer;
extern const Player pocketCastsAndroid;
extern const Player pocketCastsIos;
extern const Player spotifyPlayer;
extern const Player vlc3;
extern const Player vlc4;
extern const Player youTubePlayer;

std::span<const Player* const> players()
{
    static constexpr std::array table { &antennaPod,    &pocketCastsIos, &pocketCastsAndroid, &ffmpeg,
                                        &vlc3,          &vlc4,           &applePodcasts,      &overcastPlayer,
                                        &spotifyPlayer, &youTubePlayer };
    return table;
}

const Player* findPlayer (std::string_view id)
{
    const auto found = std::ranges::find (players(), id, [] (const Player* p) { return p->id; });
    return found == players().end() ? nullptr : *found;
}

std::string_view nameOf (Player::Basis basis)
{
    return basis == Player::Basis::source ? "by its source" : "by its published rules";
}

namespace
{

Result<std::vector<FileAsShown>> viewsOf (const Result<ExaminedFile>& file,
                                          std::span<const Player* const> wanted)
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
                                          std::span<const Player* const> wanted)
{
    return viewsOf (examine (path), wanted);
}

Result<std::vector<FileAsShown>> viewsOf (const WritePlan& plan, std::span<const Player* const> wanted)
{
    return viewsOf (examine (std::make_shared<const EditedSource> (plan.edit.result)), wanted);
}

} // namespace earmark
