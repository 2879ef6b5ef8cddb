// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/Inspector/InspectorForm.h"

namespace earmark::ui
{

/** The episode: its names, date, author, description and cover. */
class EpisodeForm final : public InspectorForm
{
public:
    explicit EpisodeForm (Workspace&);

    void refresh() override;

private:
    Field show { tr ("Show") }, episode { tr ("Episode") }, number { tr ("Number") }, date { tr ("Date") },
        author { tr ("Author") }, description { tr ("Description"), true };
    PictureWell cover;

    void placeRows() override;
    void set (const std::function<void (Episode&)>& change, const std::string& series = {});
    void connectTo (std::string Episode::* member, Field&);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (EpisodeForm)
};

} // namespace earmark::ui
