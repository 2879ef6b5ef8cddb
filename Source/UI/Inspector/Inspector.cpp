// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Session/Table.h"
#include "UI/Inspector/PictureCropper.h"
#include "UI/Inspector/PictureWell.h"
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"

namespace earmark::ui
{

namespace
{

constexpr int labelHeight = 18, fieldHeight = 30, gap = 10;

/** What the inspector shows, top to bottom, scrolled as a whole. */
class Form final : public juce::Component
{
public:
    explicit Form (Workspace& w) : workspace (w), picture (w, tr ("Picture")), cover (w, tr ("Cover"))
    {
        for (auto* field : std::initializer_list<Field*> { &title,
                                                           &start,
                                                           &end,
                                                           &summary,
                                                           &points,
                                                           &url,
                                                           &linkText,
                                                           &show,
                                                           &episode,
                                                           &number,
                                                           &date,
                                                           &author,
                                                           &description })
            addChildComponent (field);

        for (auto* other :
             std::initializer_list<juce::Component*> { &picture, &cover, &kind, &listed, &locked, &level })
            addChildComponent (other);

        kind.addItemList ({ tr ("Chapter"), tr ("Ad break"), tr ("Note for me") }, 1);
        kind.setTitle (tr ("Kind"));
        level.addItemList ({ tr ("Top level"), tr ("Sub-chapter"), tr ("Sub-sub-chapter") }, 1);
        level.setTitle (tr ("Level"));
        connect();
        refresh();
    }

    /** The height that all of it needs. */
    int place (int width)
    {
        setSize (width, getHeight());
        int y = gap;
        labels.clear();

        const auto row = [&] (const juce::String& label, juce::Component& c, int height)
        {
            labels.emplace_back (label, juce::Rectangle<int> (14, y, width - 28, labelHeight));
            c.setBounds (14, y + labelHeight, width - 28, height);
            c.setVisible (true);
            y += labelHeight + height + gap;
        };
        const auto pair =
            [&] (const juce::String& l1, juce::Component& c1, const juce::String& l2, juce::Component& c2)
        {
            const auto half = (width - 28 - gap) / 2;
            labels.emplace_back (l1, juce::Rectangle<int> (14, y, half, labelHeight));
            labels.emplace_back (l2, juce::Rectangle<int> (14 + half + gap, y, half, labelHeight));
            c1.setBounds (14, y + labelHeight, half, fieldHeight);
            c2.setBounds (14 + half + gap, y + labelHeight, half, fieldHeight);
            c1.setVisible (true);
            c2.setVisible (true);
            y += labelHeight + fieldHeight + gap;
        };

        for (auto* child : getChildren())
            child->setVisible (false);

        if (current() != nullptr)
        {
            row (tr ("Title"), title, fieldHeight);
            pair (tr ("Start"), start, tr ("End"), end);
            row (tr ("Summary"), summary, 84);
            row (tr ("Points, one a line"), points, 84);
            row (tr ("Link"), url, fieldHeight);
            row (tr ("Link text"), linkText, fieldHeight);
            row (tr ("Picture"), picture, 92);
            pair (tr ("Kind"), kind, tr ("Level"), level);
            pair ({}, listed, {}, locked);
        }
        else
        {
            row (tr ("Show"), show, fieldHeight);
            row (tr ("Episode"), episode, fieldHeight);
            pair (tr ("Number"), number, tr ("Date"), date);
            row (tr ("Author"), author, fieldHeight);
            row (tr ("Description"), description, 110);
            row (tr ("Cover"), cover, 92);
        }

        setSize (width, y + gap);
        repaint();
        return y + gap;
    }

    /** The theme is the window's. */
    void lookAndFeelChanged() override
    {
        end.setTextToShowWhenEmpty (tr ("next start"), Look::of (*this).faintText);
        end.repaint();
    }

    void parentHierarchyChanged() override { lookAndFeelChanged(); }

    void refresh()
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
            kind.setSelectedItemIndex (int (c->kind), juce::dontSendNotification);
            level.setSelectedItemIndex (std::min (c->level, 2), juce::dontSendNotification);
            listed.setToggleState (c->inContents, juce::dontSendNotification);
            locked.setToggleState (c->locked, juce::dontSendNotification);
        }

        const auto& e = workspace.document().outline.episode;
        show.show (text (e.show));
        episode.show (text (e.title));
        number.show (text (e.number));
        date.show (text (e.date));
        author.show (text (e.author));
        description.show (text (e.description));
        cover.show (e.cover);
    }

    /** Somebody asks for a cropper over the whole inspector; its answer goes to the well. */
    std::function<void (PictureWell&, const juce::Image&, const PictureCut&)> onCrop;

    bool showsChapter() const { return current() != nullptr; }

    void paint (juce::Graphics& g) override
    {
        for (const auto& [label, area] : labels)
            paintFieldLabel (g, *this, label, area);
    }

private:
    Workspace& workspace;
    Field title { tr ("Title") }, start { tr ("Start") }, end { tr ("End") },
        summary { tr ("Summary"), true }, points { tr ("Points"), true };
    Field url { tr ("Link") }, linkText { tr ("Link text") };
    PictureWell picture, cover;
    juce::ComboBox kind, level;
    juce::ToggleButton listed { tr ("Listed") }, locked { tr ("Locked") };
    Field show { tr ("Show") }, episode { tr ("Episode") }, number { tr ("Number") }, date { tr ("Date") },
        author { tr ("Author") }, description { tr ("Description"), true };
    std::vector<std::pair<juce::String, juce::Rectangle<int>>> labels;

    ChapterId chapter =
        ChapterId::none; ///< that the fields are about, also when another has just been selected
    int visit = 0;       ///< counts the fields that were typed in

    const Chapter* current() const { return workspace.find (chapter); }

    void set (SetField::Field field, const std::string& series = {})
    {
        if (const auto* c = current())
            workspace.perform (SetField { c->id, std::move (field) }, series);

        refresh();
    }

    /** A field whose text the table knows how to read. */
    void setCell (Column column, const Field& field)
    {
        const auto& chapters = workspace.chapters();

        for (std::size_t i = 0; i < chapters.size(); ++i)
            if (chapters[i].id == chapter)
            {
                if (const auto wanted =
                        editOfCell (workspace.document().outline, i, column, utf8 (field.getText())))
                    workspace.perform (*wanted);
                else
                    workspace.say (Message::Grade::error, wanted.error().message);

                break;
            }

        refresh();
    }

    void setEnd()
    {
        const auto* c = current();

        if (c == nullptr)
            return;

        const auto typed = utf8 (end.getText());
        const auto time = parseDuration (typed);

        if (trim (typed).empty())
            workspace.perform (SetEnd { c->id, {} });
        else if (time)
            workspace.perform (SetEnd { c->id, Position (*time) });
        else
            workspace.say (Message::Grade::error,
                           earmark::tr ("'{}' is no time; type it like 1:02:03.250.", typed));

        refresh();
    }

    void setLink()
    {
        const auto address = utf8 (url.getText().trim());
        set (SetField::LinkTo {
            address.empty() ? std::nullopt : std::optional (Link { address, utf8 (linkText.getText()) }) });
    }

    void setEpisode (const std::function<void (Episode&)>& change, const std::string& series = {})
    {
        auto e = workspace.document().outline.episode;
        change (e);
        workspace.perform (SetEpisode { std::move (e) }, series);
    }

    /** What is typed from one visit to the next is one step, however often it is taken on the way. */
    void connect (Field& field,
                  std::function<void (const std::string& typed, const std::string& series)> take)
    {
        field.onPause = [this, &field, take]
        { take (utf8 (field.getText()), "typing " + std::to_string (visit)); };
        field.onDone = [this, &field, take]
        { take (utf8 (field.getText()), "typing " + std::to_string (visit++)); };
    }

    void connect (Field& field, std::string Episode::* member)
    {
        connect (field,
                 [this, member] (const std::string& typed, const std::string& series)
                 { setEpisode ([&] (Episode& e) { e.*member = typed; }, series); });
    }

    void setPoints (const std::string& typed, const std::string& series)
    {
        std::vector<std::string> lines;

        for (const auto& line : juce::StringArray::fromLines (text (typed)))
            if (line.trim().isNotEmpty())
                lines.push_back (utf8 (line.trim()));

        set (SetField::Points { lines }, series);
    }

    void connect()
    {
        connect (title,
                 [this] (const std::string& typed, const std::string& series)
                 { set (SetField::Title { typed }, series); });
        connect (summary,
                 [this] (const std::string& typed, const std::string& series)
                 { set (SetField::Summary { typed }, series); });
        connect (points,
                 [this] (const std::string& typed, const std::string& series) { setPoints (typed, series); });
        connect (show, &Episode::show);
        connect (episode, &Episode::title);
        connect (number, &Episode::number);
        connect (date, &Episode::date);
        connect (author, &Episode::author);
        connect (description, &Episode::description);
        start.onDone = [this] { setCell (Column::start, start); };
        end.onDone = [this] { setEnd(); };
        url.onDone = [this] { setLink(); };
        linkText.onDone = [this] { setLink(); };
        picture.onChange = [this] (const std::optional<Image>& image) { set (SetField::Picture { image }); };
        kind.onChange = [this] { set (SetField::Kind { Chapter::Kind (kind.getSelectedItemIndex()) }); };
        level.onChange = [this] { set (SetField::Level { level.getSelectedItemIndex() }); };
        listed.onClick = [this] { set (SetField::InContents { listed.getToggleState() }); };
        locked.onClick = [this] { set (SetField::Locked { locked.getToggleState() }); };
        for (auto* well : { &picture, &cover })
            well->onCrop = [this, well] (const juce::Image& image, const PictureCut& cut)
            {
                if (onCrop)
                    onCrop (*well, image, cut);
            };

        cover.onChange = [this] (const std::optional<Image>& image)
        { setEpisode ([&] (Episode& e) { e.cover = image; }); };
    }
};

class InspectorPanel final : public juce::Component
{
public:
    explicit InspectorPanel (Workspace& w) : workspace (w), form (w)
    {
        setTitle (tr ("Inspector"));
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&form, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);
        form.onCrop = [this] (PictureWell& well, const juce::Image& image, const PictureCut& cut)
        { showCropper (well, image, cut); };
        shown = w.view().selection.focus;
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (! holds (c, Changed::document | Changed::selection))
                    return;

                if (const auto now = workspace.view().selection.focus; now != shown)
                {
                    // What is being typed belongs to the old chapter.
                    if (form.hasKeyboardFocus (true))
                        giveBackFocus();

                    shown = now;
                    cropper.reset();
                    form.refresh();
                    resized();
                    repaint();
                }
                else
                {
                    form.refresh();
                }
            });
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        g.fillAll (t.panel);
        g.setColour (t.bar);
        g.fillRect (0, 0, getWidth(), 38);
        g.setColour (t.hairline);
        g.fillRect (0, 37, getWidth(), 1);
        g.setColour (t.text);
        g.setFont (boldFont (type::normal));
        const auto several = workspace.view().selection.ids.size();
        g.drawText (! form.showsChapter() ? tr ("Episode")
                    : several > 1         ? tr ("{} chapters selected", several)
                                          : tr ("Chapter"),
                    getLocalBounds().removeFromTop (38).reduced (14, 0),
                    juce::Justification::centredLeft,
                    true);
    }

    void resized() override
    {
        const auto area = getLocalBounds().withTrimmedTop (38);
        viewport.setBounds (area);
        form.place (area.getWidth() - 10);

        if (cropper != nullptr)
            cropper->setBounds (area);
    }

private:
    Workspace& workspace;
    juce::Viewport viewport;
    Form form;
    std::unique_ptr<PictureCropper> cropper; ///< over the form; hidden once it has answered
    ChapterId shown = ChapterId::none;
    Workspace::Subscription subscription;

    void showCropper (PictureWell& well, const juce::Image& image, const PictureCut& cut)
    {
        cropper = std::make_unique<PictureCropper> (image, cut);
        cropper->onDone = [this, &well] (const std::optional<PictureCut>& wanted)
        {
            giveBackFocus();

            if (wanted)
                well.cut (*wanted);
        };
        addAndMakeVisible (*cropper);
        resized();

        if (cropper->isShowing())
            cropper->grabKeyboardFocus();
    }

    void giveBackFocus()
    {
        if (auto* parent = getParentComponent())
            parent->grabKeyboardFocus();
    }
};

} // namespace

std::unique_ptr<juce::Component> makeInspector (Workspace& w)
{
    return std::make_unique<InspectorPanel> (w);
}

} // namespace earmark::ui
