// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Inspector/ChapterForm.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "Session/ChapterFields.h"

#include <algorithm>

namespace earmark::ui
{

ChapterForm::ChapterForm (Workspace& w) : InspectorForm (w), picture (w, tr ("Picture"))
{
    for (auto* child : std::initializer_list<juce::Component*> { &title,
                                                                 &start,
                                                                 &end,
                                                                 &summary,
                                                                 &points,
                                                                 &url,
                                                                 &linkText,
                                                                 &picture,
                                                                 &kind,
                                                                 &listed,
                                                                 &locked,
                                                                 &level })
        addAndMakeVisible (child);

    kind.addItemList ({ tr ("Chapter"), tr ("Ad break"), tr ("Note for me") }, 1);
    kind.setTitle (tr ("Kind"));
    level.addItemList ({ tr ("Top level"), tr ("Sub-chapter"), tr ("Sub-sub-chapter") }, 1);
    level.setTitle (tr ("Level"));

    for (auto* box : { &kind, &level })
        box->setTextWhenNothingSelected (tr ("Mixed"));

    setHint (end, tr ("next start"));
    connectFields();
    refresh();
}

std::pair<std::size_t, std::size_t> ChapterForm::subject() const
{
    const auto& chapters = workspace.chapters();
    const auto found = std::ranges::find (chapters, chapter, &Chapter::id);
    return { std::size_t (found - chapters.begin()) + 1, actions::selectedOr (workspace, chapter).size() };
}

void ChapterForm::placeRows()
{
    const auto [number, count] = subject();

    if (count > 1)
        heading (tr ("Chapter {} only", number));

    row (tr ("Title"), title);
    pair (tr ("Start"), start, tr ("End"), end);
    row (tr ("Summary"), summary, 84);
    row (tr ("Points, one a line"), points, 84);
    row (tr ("Link"), url);
    row (tr ("Link text"), linkText);

    if (count > 1)
        heading (tr ("All {} selected chapters", count));

    row (tr ("Picture"), picture, pictureHeight);
    pair (tr ("Kind"), kind, tr ("Level"), level);
    pair ({}, listed, {}, locked);
}

template <class Value>
std::optional<Value> ChapterForm::common (Value Chapter::* member) const
{
    std::optional<Value> value;

    for (const auto id : actions::selectedOr (workspace, chapter))
        if (const auto* c = workspace.find (id))
        {
            if (value && *value != c->*member)
                return {};

            value = c->*member;
        }

    return value;
}

void ChapterForm::refresh()
{
    chapter = workspace.view().selection.focus;

    if (const auto* c = current())
    {
        title.show (text (c->title));
        start.show (text (formatTimeFixed (c->start)));
        end.show (c->end ? text (formatTimeFixed (*c->end)) : juce::String());
        summary.show (text (c->summary));
        juce::String lines;

        for (const auto& point : c->points)
            lines << (lines.isEmpty() ? "" : "\n") << text (point);

        points.show (lines);
        url.show (c->link ? text (c->link->url) : juce::String());
        linkText.show (c->link ? text (c->link->text) : juce::String());
        picture.show (c->image);
        const auto sameKind = common (&Chapter::kind);
        const auto sameLevel = common (&Chapter::level);
        kind.setSelectedItemIndex (sameKind ? int (*sameKind) : -1, juce::dontSendNotification);
        level.setSelectedItemIndex (sameLevel ? std::min (*sameLevel, 2) : -1, juce::dontSendNotification);
        listed.setToggleState (common (&Chapter::inContents).value_or (c->inContents),
                               juce::dontSendNotification);
        locked.setToggleState (common (&Chapter::locked).value_or (c->locked), juce::dontSendNotification);
    }
}

void ChapterForm::set (SetField::Field field, const std::string& series)
{
    if (const auto* c = current())
        workspace.perform (SetField { c->id, std::move (field) }, series);

    refresh();
}

void ChapterForm::setForSelected (const SetField::Field& field)
{
    if (current() != nullptr)
        actions::setForSelected (workspace, chapter, field);

    refresh();
}

void ChapterForm::setCell (Column column, const Field& field)
{
    const auto& chapters = workspace.chapters();

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (chapters[i].id == chapter)
        {
            actions::performTyped (
                workspace, editOfCell (workspace.document().outline, i, column, utf8 (field.getText())));
            break;
        }

    refresh();
}

void ChapterForm::setEnd()
{
    if (const auto* c = current())
        actions::performTyped (workspace, editOfEnd (c->id, utf8 (end.getText())));

    refresh();
}

void ChapterForm::setLink()
{
    set (linkTyped (utf8 (url.getText()), utf8 (linkText.getText())));
}

void ChapterForm::connectFields()
{
    connect (title,
             [this] (const std::string& typed, const std::string& series)
             { set (SetField::Title { typed }, series); });
    connect (summary,
             [this] (const std::string& typed, const std::string& series)
             { set (SetField::Summary { typed }, series); });
    connect (points,
             [this] (const std::string& typed, const std::string& series)
             { set (pointsTyped (typed), series); });
    start.onDone = [this] { setCell (Column::start, start); };
    end.onDone = [this] { setEnd(); };
    url.onDone = [this] { setLink(); };
    linkText.onDone = [this] { setLink(); };
    connect (picture,
             [this] (const std::optional<Image>& image) { setForSelected (SetField::Picture { image }); });
    kind.onChange = [this]
    { setForSelected (SetField::Kind { Chapter::Kind (kind.getSelectedItemIndex()) }); };
    level.onChange = [this] { setForSelected (SetField::Level { level.getSelectedItemIndex() }); };
    listed.onClick = [this] { setForSelected (SetField::InContents { listed.getToggleState() }); };
    locked.onClick = [this] { setForSelected (SetField::Locked { locked.getToggleState() }); };
}

} // namespace earmark::ui
