// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Icons.h"

#include <initializer_list>

namespace earmark::ui
{

namespace
{

/** A path of strokes on an 18 by 18 grid. */
struct Strokes
{
    juce::Path path;

    Strokes& line (std::initializer_list<juce::Point<float>> points, bool closed = false)
    {
        path.startNewSubPath (*points.begin());

        for (const auto* p = points.begin() + 1; p != points.end(); ++p)
            path.lineTo (*p);

        if (closed)
            path.closeSubPath();

        return *this;
    }

    Strokes& circle (float x, float y, float r)
    {
        path.addEllipse (x - r, y - r, 2 * r, 2 * r);
        return *this;
    }

    Strokes& box (float x, float y, float w, float h, float round)
    {
        path.addRoundedRectangle (x, y, w, h, round);
        return *this;
    }

    Strokes& arc (float x, float y, float r, float from, float to)
    {
        path.addCentredArc (x, y, r, r, 0, from, to, true);
        return *this;
    }
};

constexpr auto pi = juce::MathConstants<float>::pi;

Strokes eyeStrokes()
{
    Strokes s;
    s.path.startNewSubPath (1.5f, 9);
    s.path.quadraticTo (9, 0.5f, 16.5f, 9);
    s.path.quadraticTo (9, 17.5f, 1.5f, 9);
    s.path.closeSubPath();
    return s.circle (9, 9, 2.3f);
}

Strokes strokesOf (Icon icon)
{
    Strokes s;

    switch (icon)
    {
        case Icon::play:
            return s.line ({ { 5, 3 }, { 15, 9 }, { 5, 15 } }, true);
        case Icon::pause:
            return s.box (4, 3, 3.4f, 12, 1).box (10.6f, 3, 3.4f, 12, 1);
        case Icon::loop:
            return s.arc (9, 9, 6, -0.3f * pi, 0.55f * pi)
                .arc (9, 9, 6, 0.7f * pi, 1.55f * pi)
                .line ({ { 13.4f, 12.2f }, { 14.4f, 8.4f }, { 17.2f, 11 } })
                .line ({ { 4.6f, 5.8f }, { 3.6f, 9.6f }, { 0.8f, 7 } });
        case Icon::undo:
            return s.line ({ { 6, 3 }, { 2.5f, 6.5f }, { 6, 10 } })
                .line ({ { 2.5f, 6.5f }, { 10, 6.5f } })
                .arc (10, 10.5f, 4, 0, pi)
                .line ({ { 10, 14.5f }, { 6, 14.5f } });
        case Icon::redo:
            return s.line ({ { 12, 3 }, { 15.5f, 6.5f }, { 12, 10 } })
                .line ({ { 15.5f, 6.5f }, { 8, 6.5f } })
                .arc (8, 10.5f, 4, 0, -pi)
                .line ({ { 8, 14.5f }, { 12, 14.5f } });
        case Icon::flag:
            return s.line (
                { { 4, 16 }, { 4, 2.5f }, { 14.5f, 2.5f }, { 12, 6 }, { 14.5f, 9.5f }, { 4, 9.5f } });
        case Icon::open:
            return s.line (
                { { 2, 14.5f }, { 2, 3.5f }, { 7, 3.5f }, { 8.8f, 5.5f }, { 16, 5.5f }, { 16, 14.5f } },
                true);
        case Icon::paste:
            return s.box (3.5f, 3.5f, 11, 12.5f, 1.5f)
                .box (6.5f, 1.8f, 5, 3.4f, 1)
                .line ({ { 6.2f, 9 }, { 11.8f, 9 } })
                .line ({ { 6.2f, 12 }, { 10, 12 } });
        case Icon::save:
            return s.line ({ { 9, 2.5f }, { 9, 11 } })
                .line ({ { 5.5f, 7.8f }, { 9, 11.3f }, { 12.5f, 7.8f } })
                .line ({ { 2.5f, 11.5f }, { 2.5f, 15.5f }, { 15.5f, 15.5f }, { 15.5f, 11.5f } });
        case Icon::exportFile:
            return s.line ({ { 9, 11.5f }, { 9, 2.5f } })
                .line ({ { 5.5f, 6 }, { 9, 2.5f }, { 12.5f, 6 } })
                .line ({ { 2.5f, 10.5f }, { 2.5f, 15.5f }, { 15.5f, 15.5f }, { 15.5f, 10.5f } });
        case Icon::write:
            return s.line ({ { 12, 2.5f }, { 15.5f, 6 }, { 6.5f, 15 }, { 2.5f, 15.5f }, { 3, 11.5f } }, true)
                .line ({ { 9.8f, 4.8f }, { 13.2f, 8.2f } });
        case Icon::zoomIn:
            return s.circle (7.8f, 7.8f, 5)
                .line ({ { 11.6f, 11.6f }, { 16, 16 } })
                .line ({ { 5.4f, 7.8f }, { 10.2f, 7.8f } })
                .line ({ { 7.8f, 5.4f }, { 7.8f, 10.2f } });
        case Icon::zoomOut:
            return s.circle (7.8f, 7.8f, 5)
                .line ({ { 11.6f, 11.6f }, { 16, 16 } })
                .line ({ { 5.4f, 7.8f }, { 10.2f, 7.8f } });
        case Icon::showAll:
            return s.line ({ { 2, 4 }, { 2, 14 } })
                .line ({ { 16, 4 }, { 16, 14 } })
                .line ({ { 4.5f, 9 }, { 13.5f, 9 } })
                .line ({ { 6.8f, 6.6f }, { 4.4f, 9 }, { 6.8f, 11.4f } })
                .line ({ { 11.2f, 6.6f }, { 13.6f, 9 }, { 11.2f, 11.4f } });
        case Icon::follow:
            return s.line ({ { 6, 2.5f }, { 6, 15.5f } })
                .line ({ { 9, 9 }, { 16, 9 } })
                .line ({ { 13, 6 }, { 16, 9 }, { 13, 12 } });
        case Icon::grid:
            return s.box (2.5f, 2.5f, 5.5f, 5.5f, 1)
                .box (10, 2.5f, 5.5f, 5.5f, 1)
                .box (2.5f, 10, 5.5f, 5.5f, 1)
                .box (10, 10, 5.5f, 5.5f, 1);
        case Icon::check:
            return s.line ({ { 3, 9.5f }, { 7.2f, 13.5f }, { 15, 4.5f } });
        case Icon::lock:
            return s.box (3.8f, 8, 10.4f, 7.6f, 1.5f)
                .arc (9, 7.6f, 3.2f, -pi / 2, pi / 2)
                .line ({ { 5.8f, 7.4f }, { 5.8f, 8 } })
                .line ({ { 12.2f, 7.4f }, { 12.2f, 8 } });
        case Icon::eye:
            return eyeStrokes();
        case Icon::eyeOff:
            return eyeStrokes().line ({ { 3, 15.5f }, { 15, 2.5f } });
        case Icon::picture:
            return s.box (2, 3, 14, 12, 1.5f)
                .circle (6.2f, 7, 1.4f)
                .line ({ { 3, 13.6f }, { 7.5f, 9.8f }, { 10, 12 }, { 12.6f, 9 }, { 15.4f, 12 } });
        case Icon::link:
            return s.arc (6, 12, 3.4f, 0.9f * pi, 2.1f * pi)
                .arc (12, 6, 3.4f, -0.1f * pi, 1.1f * pi)
                .line ({ { 6.4f, 11.6f }, { 11.6f, 6.4f } });
        case Icon::reading:
            return s.line ({ { 3, 5 }, { 15, 5 } })
                .line ({ { 3, 9 }, { 15, 9 } })
                .line ({ { 3, 13 }, { 10, 13 } });
        case Icon::close:
            return s.line ({ { 4.5f, 4.5f }, { 13.5f, 13.5f } }).line ({ { 13.5f, 4.5f }, { 4.5f, 13.5f } });
        case Icon::help:
            return s.arc (9, 6.4f, 3.2f, -0.5f * pi, 0.75f * pi)
                .line ({ { 11, 8.8f }, { 9, 10.2f }, { 9, 11.4f } })
                .circle (9, 14.4f, 0.4f);
        case Icon::theme:
            return s.circle (9, 9, 6.2f).line ({ { 9, 2.8f }, { 9, 15.2f } }).arc (9, 9, 3.4f, 0, pi);
        case Icon::history:
            return s.arc (9.4f, 9, 6, -0.4f * pi, 1.35f * pi)
                .line ({ { 9.4f, 5.4f }, { 9.4f, 9.2f }, { 12, 10.8f } })
                .line ({ { 1.6f, 5.6f }, { 3.6f, 8.6f }, { 6.6f, 6.8f } });
        case Icon::inspector:
            return s.box (2, 3, 14, 12, 1.5f).line ({ { 11, 3 }, { 11, 15 } });
        case Icon::tools:
            return s.line ({ { 3, 5 }, { 15, 5 } })
                .line ({ { 3, 13 }, { 15, 13 } })
                .circle (6, 5, 2)
                .circle (12, 13, 2);
        case Icon::remove:
            return s.line ({ { 3, 5 }, { 15, 5 } })
                .line ({ { 7, 5 }, { 7, 2.8f }, { 11, 2.8f }, { 11, 5 } })
                .line ({ { 4.6f, 5 }, { 5.4f, 15.4f }, { 12.6f, 15.4f }, { 13.4f, 5 } });
        case Icon::back:
            return s.line ({ { 11.5f, 3.5f }, { 6, 9 }, { 11.5f, 14.5f } });
        case Icon::forward:
            return s.line ({ { 6.5f, 3.5f }, { 12, 9 }, { 6.5f, 14.5f } });
    }

    return s;
}

} // namespace

void drawIcon (juce::Graphics& g, Icon icon, juce::Rectangle<float> area, juce::Colour colour)
{
    const auto size = std::min ({ area.getWidth(), area.getHeight(), 18.0f });
    const auto place = juce::AffineTransform::scale (size / 18).translated (area.getCentreX() - size / 2,
                                                                            area.getCentreY() - size / 2);
    const auto path = strokesOf (icon).path;
    g.setColour (colour);

    if (icon == Icon::play || icon == Icon::pause)
        g.fillPath (path, place);
    else
        g.strokePath (
            path,
            juce::PathStrokeType (1.5f, juce::PathStrokeType::curved, juce::PathStrokeType::rounded),
            place);
}

} // namespace earmark::ui
