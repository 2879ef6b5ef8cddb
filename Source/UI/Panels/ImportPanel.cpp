// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportNotices.h"
#include "Session/Paths.h"
#include "UI/Look.h"
#include "UI/Panels/ImportLines.h"
#include "UI/Panels/MoveList.h"
#include "UI/Panels/NoticeText.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

namespace
{

/** Some of the notices of the document as a whole, laid out, and where. */
struct PlacedNotices
{
    juce::TextLayout layout;
    juce::Rectangle<int> area;
};

/** What is chosen, and what would change by it: scrolled where the window is low. */
class Form final : public juce::Component
{
public:
    std::vector<std::pair<juce::String, juce::Rectangle<int>>> labels;
    PlacedNotices firstNotices, otherNotices;

    void paint (juce::Graphics& g) override
    {
        for (const auto* notices : { &firstNotices, &otherNotices })
            notices->layout.draw (g, notices->area.toFloat());

        g.setColour (Look::of (*this).faintText);
        g.setFont (regularFont (type::small));

        for (const auto& [label, area] : labels)
            paintRunningText (g, label, area, juce::Justification::centredLeft);
    }
};

class ImportPanel final : public PanelFrame
{
public:
    explicit ImportPanel (Workspace& w)
        : PanelFrame (w, tr ("Import")), lines (w), changes (w),
          accept (w, "accept-import", Icon::check, tr ("Import"))
    {
        accept.setMain (true);
        mode.setTitle (tr ("How"));
        mode.addItemList ({ tr ("Replace all chapters"),
                            tr ("Take the titles, keep my times"),
                            tr ("Take the times, keep my titles"),
                            tr ("Append behind the last chapter"),
                            tr ("Insert at the playhead") },
                          1);
        mode.onChange = [this]
        {
            workspace.outlineImport().change ([this] (ImportPreview& p)
                                              { p.mode = ImportMode (mode.getSelectedItemIndex()); });
        };
        format.setTitle (tr ("Read as"));
        format.onChange = [this]
        {
            if (const auto i = std::size_t (format.getSelectedItemIndex()); i < formats.size())
                workspace.outlineImport().change ([&] (ImportPreview& p) { p.formatId = formats[i].first; });
        };

        for (auto* child : std::initializer_list<juce::Component*> { &lines, &viewport, &accept })
            addAndMakeVisible (child);

        for (auto* child : std::initializer_list<juce::Component*> { &mode, &format, &changes })
            form.addAndMakeVisible (child);

        viewport.setViewedComponent (&form, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);

        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::panels) && workspace.outlineImport().preview())
                    refresh();
            });
        refresh();
    }

    void paint (juce::Graphics& g) override
    {
        PanelFrame::paint (g);
        const auto& t = Look::of (*this);
        g.setColour (t.hairline);
        g.fillRect (side.getX() - 1, side.getY(), 1, side.getHeight());

        if (! workspace.outlineImport().preview())
            return;

        g.setFont (boldFont (type::large));
        g.setColour (workspace.outlineImport().preview()->reading ? t.text : t.bad);
        paintRunningText (g, whatHappens(), headline, juce::Justification::centredLeft);
    }

private:
    ImportLines lines;
    juce::Viewport viewport;
    Form form;
    MoveList changes;
    juce::ComboBox mode, format;
    CommandButton accept;
    std::vector<std::unique_ptr<juce::Component>> answers;
    std::vector<ImportQuestion> asked;
    std::vector<std::pair<std::string, std::string>> formats; ///< those of the last reading that succeeded
    juce::Rectangle<int> side, headline;
    Workspace::Subscription subscription;

    /** What would be done, or why nothing can be. */
    juce::String whatHappens() const
    {
        const auto& import = workspace.outlineImport().preview();
        return ! import          ? juce::String()
               : import->reading ? text (trMade (importName (*import)))
                                 : text (trMade (import->reading.error().message));
    }

    void refresh()
    {
        const auto& import = *workspace.outlineImport().preview();
        entitle (tr ("Import: {}", fileNameOf (import.name)));
        mode.setSelectedItemIndex (int (import.mode), juce::dontSendNotification);
        lines.refresh();
        changes.refresh();
        accept.refresh();

        if (import.reading)
        {
            formats = import.reading->formatChoices;
            format.clear (juce::dontSendNotification);

            for (std::size_t i = 0; i < formats.size(); ++i)
            {
                format.addItem (text (trMade (formats[i].second)), int (i) + 1);

                if (formats[i].first == import.reading->format)
                    format.setSelectedItemIndex (int (i), juce::dontSendNotification);
            }

            // The fields stay as they are while one of them is being typed in.
            auto questions = import.reading->questions;

            for (auto& question : questions)
                question.answer.clear();

            if (questions != asked)
            {
                asked = questions;
                makeAnswers (import.reading->questions);
            }
        }

        PanelFrame::resized();
        repaint();
    }

    /** Where nothing was ever read of it there is no other way to read it, either. */
    bool canChoose() const
    {
        const auto& import = workspace.outlineImport().preview();
        return ! formats.empty() || (import && import->reading);
    }

    void makeAnswers (const std::vector<ImportQuestion>& questions)
    {
        answers.clear();

        for (const auto& question : questions)
        {
            const auto answer = [this, id = question.id] (const std::string& value)
            { workspace.outlineImport().change ([&] (ImportPreview& p) { p.answers[id] = value; }); };

            if (question.choices.empty())
            {
                auto field = std::make_unique<Field> (text (trMade (question.text)));
                field->isAside = true; // Return imports at once: there is an answer already
                field->show (text (question.answer));
                field->onDone = [answer, f = field.get()] { answer (utf8 (f->getText())); };
                answers.push_back (std::move (field));
            }
            else
            {
                auto box = std::make_unique<juce::ComboBox>();
                box->setTitle (text (trMade (question.text)));

                for (std::size_t i = 0; i < question.choices.size(); ++i)
                {
                    box->addItem (text (trMade (question.choices[i])), int (i) + 1);

                    if (question.choices[i] == question.answer)
                        box->setSelectedItemIndex (int (i), juce::dontSendNotification);
                }

                box->onChange = [answer, b = box.get(), choices = question.choices]
                {
                    if (const auto chosen = b->getSelectedItemIndex(); chosen >= 0)
                        answer (choices[std::size_t (chosen)]);
                };
                answers.push_back (std::move (box));
            }

            form.addAndMakeVisible (*answers.back());
        }
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        side = area.removeFromRight (std::clamp (area.getWidth() * 38 / 100, 230, 400));
        lines.setBounds (area.withTrimmedTop (6));
        auto rest = side.reduced (16, 10);
        const auto needed = heightOfRunningText (whatHappens(), boldFont (type::large), rest.getWidth());
        headline = rest.removeFromTop (rest.getHeight() < 200 ? 24 : std::clamp (needed, 44, 110));
        accept.setBounds (rest.removeFromBottom (36));
        rest.removeFromBottom (8);
        viewport.setBounds (rest.expanded (margin, 0));
        placeForm (rest.getWidth(), rest.getHeight());
    }

    static constexpr int margin = 14, labelHeight = 18, fieldHeight = 30, gap = 8, leastChanges = 130;

    void placeForm (int width, int height)
    {
        form.labels.clear();
        juce::Rectangle<int> area (margin, 0, width, 1'000'000);
        const auto place = [&] (PlacedNotices& notices, const Notices& what)
        {
            notices.layout = layoutOf (what, Look::of (*this), width);
            notices.area = area.removeFromTop (heightOf (notices.layout));
        };
        const auto row = [&] (const juce::String& label, juce::Component& c)
        {
            const auto isLong =
                juce::GlyphArrangement::getStringWidthInt (regularFont (type::small), label) > width;
            form.labels.emplace_back (label, area.removeFromTop (isLong ? 2 * labelHeight : labelHeight));
            c.setBounds (area.removeFromTop (fieldHeight));
            area.removeFromTop (gap);
        };
        const auto& import = workspace.outlineImport().preview();
        const auto [first, others] =
            noticesOfWhole (import && import->reading ? import->reading->notices : Notices());
        place (form.firstNotices, first);
        area.removeFromTop (first.empty() ? 0 : gap);
        mode.setVisible (canChoose());
        format.setVisible (canChoose());
        changes.setVisible (canChoose());

        if (canChoose())
        {
            row (tr ("How"), mode);
            row (tr ("Read as"), format);
        }

        for (std::size_t i = 0; i < answers.size() && i < asked.size(); ++i)
            row (text (trMade (asked[i].text)), *answers[i]);

        if (canChoose())
            form.labels.emplace_back (tr ("What changes"), area.removeFromTop (labelHeight));

        changes.setBounds (0,
                           area.getY(),
                           width + 2 * margin - viewport.getScrollBarThickness(),
                           std::max (leastChanges, height - area.getY()));
        area.setTop (changes.getBottom() + (others.empty() ? 0 : gap));
        place (form.otherNotices, others);
        form.setSize (width + 2 * margin, area.getY());
        form.repaint();
    }
};

} // namespace

std::unique_ptr<juce::Component> makeImportPanel (Workspace& w)
{
    return std::make_unique<ImportPanel> (w);
}

} // namespace earmark::ui
