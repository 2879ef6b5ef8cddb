// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/EpisodeForm.h"

namespace earmark::ui
{

EpisodeForm::EpisodeForm (Workspace& w) : InspectorForm (w), cover (w, tr ("Cover"))
{
    for (auto* child : std::initializer_list<juce::Component*> {
             &show, &episode, &number, &date, &author, &description, &cover })
        addAndMakeVisible (child);

    connectTo (&Episode::show, show);
    connectTo (&Episode::title, episode);
    connectTo (&Episode::number, number);
    connectTo (&Episode::date, date);
    connectTo (&Episode::author, author);
    connectTo (&Episode::description, description);
    connect (cover,
             [this] (const std::optional<Image>& image) { set ([&] (Episode& e) { e.cover = image; }); });
    refresh();
}

void EpisodeForm::placeRows()
{
    row (tr ("Show"), show);
    row (tr ("Episode"), episode);
    pair (tr ("Number"), number, tr ("Date"), date);
    row (tr ("Author"), author);
    row (tr ("Description"), description, 110);
    row (tr ("Cover"), cover, pictureHeight);
}

void EpisodeForm::refresh()
{
    const auto& e = workspace.document().outline.episode;
    show.show (text (e.show));
    episode.show (text (e.title));
    number.show (text (e.number));
    date.show (text (e.date));
    author.show (text (e.author));
    description.show (text (e.description));
    cover.show (e.cover);
}

void EpisodeForm::set (const std::function<void (Episode&)>& change, const std::string& series)
{
    auto e = workspace.document().outline.episode;
    change (e);
    workspace.perform (SetEpisode { std::move (e) }, series);
}

void EpisodeForm::connectTo (std::string Episode::* member, Field& field)
{
    connect (field,
             [this, member] (const std::string& typed, const std::string& series)
             { set ([&] (Episode& e) { e.*member = typed; }, series); });
}

} // namespace earmark::ui
