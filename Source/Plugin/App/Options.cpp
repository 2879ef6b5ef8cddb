// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/App/Options.h"

namespace earmark
{

juce::String usage()
{
    return "Usage: earmark-app [options] [PROJECT, AUDIO or OUTLINE]...\n"
           "\n"
           "  --outline FILE      import this outline at once\n"
           "  --project FILE      open this project if it is there, and save to it\n"
           "  --theme dark|light|high-contrast\n"
           "  --language en|de    instead of the one that was chosen\n"
           "  --size WIDTHxHEIGHT of the window\n"
           "  --scale FACTOR      of everything in it, such as 2\n"
           "  --run COMMAND,...   run commands when the files are there (see the keys in the app)\n"
           "  --screenshot PNG    write a picture of the window and end\n"
           "  --settings FILE     keep settings here\n"
           "  --help, --version\n";
}

Result<AppOptions> parseOptions (const juce::StringArray& arguments)
{
    AppOptions options;
    const auto here = juce::File::getCurrentWorkingDirectory();

    for (int i = 0; i < arguments.size(); ++i)
    {
        const auto& argument = arguments[i];

        if (! argument.startsWith ("-"))
        {
            options.files.push_back (here.getChildFile (argument));
            continue;
        }

        options.help |= argument == "--help" || argument == "-h";
        options.version |= argument == "--version";

        if (options.help || options.version)
            return options;

        if (++i >= arguments.size())
            return failure (Error::Kind::wrongUsage,
                            argument.toStdString() + " is no option, or something is missing after it.");

        const auto& value = arguments[i];

        if (argument == "--outline")
            options.outline = here.getChildFile (value);
        else if (argument == "--project")
            options.project = here.getChildFile (value);
        else if (argument == "--settings")
            options.settings = here.getChildFile (value);
        else if (argument == "--screenshot")
            options.screenshot = here.getChildFile (value);
        else if (argument == "--theme")
            options.theme = value;
        else if (argument == "--language")
            options.language = value;
        else if (argument == "--run")
            options.commands.addTokens (value, ",", {});
        else if (argument == "--scale" && value.getDoubleValue() >= 0.5 && value.getDoubleValue() <= 4)
            options.scale = value.getDoubleValue();
        else if (argument == "--size" && value.containsChar ('x'))
            options.size = {
                juce::jlimit (320, 8192, value.upToFirstOccurrenceOf ("x", false, true).getIntValue()),
                juce::jlimit (240, 8192, value.fromFirstOccurrenceOf ("x", false, true).getIntValue())
            };
        else
            return failure (Error::Kind::wrongUsage,
                            "'" + argument.toStdString() + " " + value.toStdString()
                                + "' is not understood.");
    }

    return options;
}

} // namespace earmark
