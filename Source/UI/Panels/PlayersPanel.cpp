// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/PageFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RowList.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

/** The files, as players show them: all players at the left, the list of one at the right. */
class PlayersView final : public PageFrame
{
public:
    explicit PlayersView (Workspace& w)
        : PageFrame (w, Panel::players, tr ("The files, as players show them")), players (tr ("Players"), 44),
          chapters (tr ("What it lists"), 30)
    {
        file.setTitle (tr ("File"));
        file.onChange = [this]
        {
            if (const auto i = std::size_t (file.getSelectedItemIndex());
                workspace.writing().panel() && i < workspace.writing().panel()->targets.size())
                workspace.players().chooseFile (workspace.writing().panel()->targets[i].path);
        };
        players.count = [this] { return int (page().lists.size()); };
        players.nameOf = [this] (int row)
        { return text (trMade (listAt (row).name) + ", " + summaryOf (listAt (row))); };
        players.paintRow = [this] (auto& g, int row, auto area) { paintPlayer (g, listAt (row), area); };
        players.onChoose = [this] (int row) { workspace.players().choose (std::size_t (row)); };
        chapters.count = [this] { return current() != nullptr ? int (current()->rows.size()) : 0; };
        chapters.nameOf = [this] (int row) { return titleOf (current()->rows[std::size_t (row)]); };
        chapters.paintRow = [this] (auto& g, int row, auto area) { paintChapter (g, row, area); };
        chapters.onChoose = [this] (int row) { actions::playShown (workspace, std::size_t (row)); };
        chapters.tipOf = [this] (int) { return instead; };

        for (auto* child : std::initializer_list<juce::Component*> { &file, &players, &chapters })
            addAndMakeVisible (child);

        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::writing | Changed::keys | Changed::document))
                    refresh();
            });
        refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PageFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (chapters.getX() - 1, players.getY() - 44, 1, players.getHeight() + 44);
        g.setFont (regularFont (type::small));

        if (current() == nullptr)
        {
            const auto problem = text (trMade (page().problem));
            g.setColour (problem.isNotEmpty() ? t.bad : t.faintText);
            paintRunningText (g,
                              problem.isNotEmpty() ? problem
                              : hasFiles()         ? tr ("Looking at the file.")
                                                   : tr ("Add an audio file first, under Audio files."),
                              chapters.getBounds().reduced (20),
                              juce::Justification::centred);
            return;
        }

        auto area = heading;
        paintHeadline (g,
                       *this,
                       page().isAfterWrite
                           ? tr ("{} will show {}", trMade (current()->name), summaryOf (*current()))
                           : tr ("{} shows {}", trMade (current()->name), summaryOf (*current())),
                       area.removeFromTop (24));
        g.setFont (regularFont (type::small));
        g.setColour (t.faintText);
        g.drawText (tr ("Told {}: {}", trMade (current()->basis), current()->from),
                    area.removeFromTop (lineHeight),
                    juce::Justification::centredLeft,
                    true);

        if (instead.isNotEmpty())
            g.drawText (instead, area.removeFromTop (lineHeight), juce::Justification::centredLeft, true);

        g.setColour (current()->rows.empty() ? t.warning : t.dimText);
        paintRunningText (g, text (trMade (current()->remark)), area, juce::Justification::topLeft);
    }

private:
    static constexpr int shortTime = 56; ///< has room for 1:23:45
    static constexpr int lineHeight = 18;

    juce::ComboBox file;
    RowList players, chapters;
    juce::String instead; ///< what is heard, where that is not the file that is shown
    juce::Rectangle<int> heading;
    int timeWidth = shortTime;
    Workspace::Subscription subscription;

    const PlayersPage& page() const { return workspace.players().page(); }

    bool hasFiles() const
    {
        return workspace.writing().panel() && ! workspace.writing().panel()->targets.empty();
    }

    const PlayerList* current() const
    {
        return page().chosen < page().lists.size() ? &page().lists[page().chosen] : nullptr;
    }

    const PlayerList& listAt (int row) const { return page().lists[std::size_t (row)]; }

    static juce::String titleOf (const ShownRow& row)
    {
        return row.title.empty() ? tr ("(no title)") : text (row.title);
    }

    void refresh()
    {
        refreshTabs();
        file.clear (juce::dontSendNotification);

        if (workspace.writing().panel())
            for (std::size_t i = 0; i < workspace.writing().panel()->targets.size(); ++i)
            {
                const auto& target = workspace.writing().panel()->targets[i];
                const auto isReady = target.state == WriteTarget::State::ready;
                file.addItem (isReady ? tr ("{}, as it will be", target.name)
                                      : tr ("{}, as it is", target.name),
                              int (i) + 1);

                if (target.path == page().path)
                    file.setSelectedItemIndex (int (i), juce::dontSendNotification);
            }

        players.refresh (int (page().chosen));
        chapters.refresh();
        timeWidth = widthOfTimes();
        instead = text (actions::heardInstead (workspace));
        resized();
        repaint();
    }

    /** Digits are equally wide: the longest text is the widest. */
    int widthOfTimes() const
    {
        std::string longest;

        if (current() != nullptr)
            for (const auto& row : current()->rows)
                if (auto time = formatTime (row.start); time.size() > longest.size())
                    longest = std::move (time);

        return std::max (
            shortTime,
            juce::GlyphArrangement::getStringWidthInt (tabularFont (type::normal), text (longest)) + 2);
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        auto left = area.removeFromLeft (std::clamp (area.getWidth() * 36 / 100, 220, 380));
        file.setBounds (left.removeFromTop (44).reduced (10, 7));
        players.setBounds (left);
        area.removeFromLeft (1);
        const auto height = 54 + (instead.isNotEmpty() ? lineHeight : 0)
                            + (current() != nullptr && ! current()->remark.empty() ? 30 : 0);
        heading = area.removeFromTop (height).reduced (14, 5);
        chapters.setBounds (area);
    }

    void paintPlayer (juce::Graphics& g, const PlayerList& list, juce::Rectangle<int> area) const
    {
        const auto& t = Look::of (*this);
        area = area.reduced (14, 4);
        g.setFont (boldFont (type::normal));
        g.setColour (t.text);
        g.drawText (
            text (trMade (list.name)), area.removeFromTop (19), juce::Justification::centredLeft, true);
        g.setFont (regularFont (type::small));
        g.setColour (list.rows.empty() && list.kind != PlayerList::Kind::unknown ? t.warning : t.dimText);
        g.drawText (text (summaryOf (list)), area, juce::Justification::centredLeft, true);
    }

    void paintChapter (juce::Graphics& g, int row, juce::Rectangle<int> area) const
    {
        const auto& t = Look::of (*this);
        const auto& chapter = current()->rows[std::size_t (row)];
        area = area.reduced (14, 0);
        g.setColour (t.dimText);
        g.setFont (tabularFont (type::normal));
        g.drawText (text (formatTime (chapter.start)),
                    area.removeFromLeft (timeWidth),
                    juce::Justification::centredRight,
                    true);
        area.removeFromLeft (12);

        for (const auto& [is, icon] : { std::pair { ! chapter.isListed, Icon::eyeOff },
                                        { chapter.hasPicture, Icon::picture },
                                        { chapter.hasLink, Icon::link } })
            if (is)
                drawIcon (g, icon, area.removeFromRight (22).toFloat().reduced (3), t.dimText);

        g.setColour (chapter.title.empty() || ! chapter.isListed ? t.faintText : t.text);
        g.setFont (regularFont (type::normal));
        g.drawText (titleOf (chapter), area, juce::Justification::centredLeft, true);
    }
};

} // namespace

std::unique_ptr<juce::Component> makePlayersPanel (Workspace& w)
{
    return std::make_unique<PlayersView> (w);
}

} // namespace earmark::ui
