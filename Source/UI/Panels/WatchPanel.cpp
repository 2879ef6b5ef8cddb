// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/PageFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/Panels/RowList.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

/** The watched folder as a switch, with its log. */
class WatchView final : public PageFrame
{
public:
    explicit WatchView (Workspace& w)
        : PageFrame (w, Panel::watch, tr ("The watched folder")),
          log (tr ("What happened in the folder"), 44),
          choose (w, "watch-folder", Icon::open, tr ("Choose the folder\u2026")),
          start (w, "watch-switch", Icon::play, tr ("Watch the folder")),
          stop (w, "watch-switch", Icon::pause, tr ("Stop watching"))
    {
        start.setMain (true);
        log.count = [this] { return int (workspace.watchedFolder().page().log.size()); };
        log.nameOf = [this] (int row)
        { return text (newsAt (row).time + ", " + newsAt (row).file + ": " + lineOf (newsAt (row)).text); };
        log.tipOf = [this] (int row) { return text (lineOf (newsAt (row)).text); };
        log.paintRow = [this] (auto& g, int row, auto area) { paintNews (g, newsAt (row), area); };

        for (auto* child : std::initializer_list<juce::Component*> { &log, &choose })
            addAndMakeVisible (child);

        addChildComponent (start);
        addChildComponent (stop);
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
        const auto& page = workspace.watchedFolder().page();
        g.setColour (t.hairline);
        g.fillRect (side.getX() - 1, side.getY(), 1, side.getHeight());
        auto area = form;

        if (page.state != WatchPage::State::off)
        {
            g.setColour (t.good);
            g.fillEllipse (juce::Rectangle<int> (area.getX(), area.getY() + 8, 8, 8).toFloat());
        }

        paintHeadline (
            g,
            *this,
            text (headlineOf (page)),
            area.removeFromTop (24).withTrimmedLeft (page.state != WatchPage::State::off ? 16 : 0));
        area.removeFromTop (4);
        g.setFont (regularFont (type::normal));
        g.setColour (t.text);
        paintRunningText (g,
                          text (page.folder),
                          area.removeFromTop (page.folder.empty() ? 0 : 36),
                          juce::Justification::topLeft);
        g.setFont (regularFont (type::small));
        g.setColour (t.dimText);
        paintRunningText (
            g,
            tr ("Every render that lands there gets the chapters of this project once it is complete, and "
                "again "
                "after each new one. An edit goes into the next render. Opening another project ends it."),
            area,
            juce::Justification::topLeft);

        if (page.log.empty())
        {
            g.setColour (t.faintText);
            g.setFont (regularFont (type::normal));
            paintRunningText (g,
                              page.state == WatchPage::State::on
                                  ? tr ("Waiting for a render.")
                                  : tr ("What happens in the folder is told here."),
                              log.getBounds().reduced (20),
                              juce::Justification::centred);
        }
    }

private:
    RowList log;
    CommandButton choose, start, stop;
    juce::Rectangle<int> side, form;
    Workspace::Subscription subscription;

    const WatchNews& newsAt (int row) const
    {
        return workspace.watchedFolder().page().log[std::size_t (row)];
    }

    void refresh()
    {
        refreshTabs();
        log.refresh();

        for (auto* button : { &choose, &start, &stop })
            button->refresh();

        const auto label = workspace.watchedFolder().page().folder.empty() ? tr ("Watch a folder\u2026")
                                                                           : tr ("Watch the folder");
        start.setName (label);
        start.setButtonText (label);
        start.setVisible (workspace.watchedFolder().page().state == WatchPage::State::off);
        stop.setVisible (! start.isVisible());
        repaint();
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        side = area.removeFromRight (std::clamp (area.getWidth() * 36 / 100, 230, 400));
        log.setBounds (area);
        form = side.reduced (16, 10);
        start.setBounds (form.removeFromBottom (36));
        stop.setBounds (start.getBounds());
        form.removeFromBottom (6);
        choose.setBounds (form.removeFromBottom (30));
        form.removeFromBottom (6);
    }

    void paintNews (juce::Graphics& g, const WatchNews& news, juce::Rectangle<int> area) const
    {
        const auto& t = Look::of (*this);
        const auto line = lineOf (news);
        area = area.reduced (14, 4);
        g.setFont (tabularFont (type::small));
        g.setColour (t.faintText);
        g.drawText (text (news.time), area.removeFromRight (48), juce::Justification::topRight, true);
        g.setFont (boldFont (type::normal));
        g.setColour (t.text);
        g.drawText (text (news.file), area.removeFromTop (19), juce::Justification::centredLeft, true);
        g.setFont (regularFont (type::small));
        g.setColour (colourOf (line.tone, t));
        g.drawText (text (line.text), area, juce::Justification::centredLeft, true);
    }
};

} // namespace

std::unique_ptr<juce::Component> makeWatchPanel (Workspace& w)
{
    return std::make_unique<WatchView> (w);
}

} // namespace earmark::ui
