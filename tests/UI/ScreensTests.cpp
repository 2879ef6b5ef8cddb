// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Screens.h"

#include <catch2/catch_test_macros.hpp>

// Each screen as it is seen. The golden ones are half as large as the window: what moves, is cut or has another colour shows, and
// the repository stays small.

namespace earmark::tests
{

namespace
{

struct Look
{
    int width = 1100, height = 700;
    ThemeName theme = ThemeName::dark;
    LanguageChoice language = LanguageChoice::english;
    int scale = 100; ///< of everything in the window, which grows with it

    juce::String name() const
    {
        return juce::String (width) + "x" + juce::String (height) + "-" + std::string (nameOf (theme)) + "-"
               + std::string (nameOf (language)) + "-" + juce::String (scale);
    }
};

juce::Image pictureOf (const Screen& screen, const Look& look)
{
    Stage stage (look.width, look.height, screen.isHosted);
    stage.workspace->look ([&] (ViewState& v) { v.preferences.theme = look.theme; });
    stage.speak (look.language);
    screen.open (stage);
    const auto picture = stage.picture (float (look.scale) / 100);
    stage.speak (LanguageChoice::english);
    return picture;
}

juce::Image halved (const juce::Image& image)
{
    return image.rescaled (
        image.getWidth() / 2, image.getHeight() / 2, juce::Graphics::highResamplingQuality);
}

} // namespace

TEST_CASE ("Every screen looks as it did", "[ui][golden]")
{
    for (const auto& screen : screens())
        for (const auto& look : { Look { .theme = ThemeName::dark, .language = LanguageChoice::german },
                                  Look { .theme = ThemeName::light },
                                  Look { .width = 640,
                                         .height = 480,
                                         .theme = ThemeName::highContrast,
                                         .language = LanguageChoice::german } })
        {
            const auto name = juce::String (screen.name) + "-" + look.name();
            CAPTURE (name);
            CHECK (looksLike (halved (pictureOf (screen, look)), name));
        }
}

/** To be looked at: in the folder of the tests' work. */
TEST_CASE ("Every screen in every look", "[.screens]")
{
    using enum ThemeName;
    std::vector<Look> looks;

    for (const auto language : { LanguageChoice::english, LanguageChoice::german })
    {
        for (const auto theme : { dark, light, highContrast })
            for (const auto scale : { 100, 200 })
                looks.push_back ({ .theme = theme, .language = language, .scale = scale });

        for (const auto theme : { dark, light })
        {
            looks.push_back ({ .width = 640, .height = 480, .theme = theme, .language = language });
            looks.push_back ({ .width = 2560, .height = 1440, .theme = theme, .language = language });
        }
    }

    for (const auto& screen : screens())
        for (const auto& look : looks)
        {
            const auto file = workPictures()
                                  .getChildFile ("screens")
                                  .getChildFile (look.name())
                                  .getChildFile (juce::String (screen.name) + ".png");
            CHECK (savePicture (pictureOf (screen, look), file));
        }
}

} // namespace earmark::tests
