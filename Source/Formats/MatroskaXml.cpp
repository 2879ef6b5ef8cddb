// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Formats/Techniques/XmlReading.h"

#include <algorithm>
#include <array>
#include <format>

// Matroska chapters as mkvmerge and mkvpropedit read and write them (mkvtoolnix.download/doc/mkvmerge.html, "The XML chapter
// format"); their meaning is in RFC 9559, section 5.1.7.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".mkv.xml", ".xml" };

Confidence sniff (std::string_view text)
{
    return xmlRootName (text) == "Chapters" && text.contains ("ChapterAtom") ? 98 : 0;
}

std::string textOf (pugi::xml_node parent, std::string_view name)
{
    return collapseSpaces (textIn (childNamed (parent, name)));
}

std::string languageOf (pugi::xml_node display)
{
    auto language = textOf (display, "ChapterLanguage");
    return language.empty() ? textOf (display, "ChapLanguageIETF") : language;
}

/** The edition that players show: the first with the default flag, else the first. The answer "edition" takes another. */
pugi::xml_node chooseEdition (Gathering& gathering, const XmlDocument& xml)
{
    std::vector<pugi::xml_node> editions;
    std::size_t standard = 0;

    for (const auto node : xml.root().children())
    {
        if (localName (node) != "EditionEntry")
            continue;

        if (textOf (node, "EditionFlagDefault") == "1" && standard == 0)
            standard = editions.size() + 1;

        editions.push_back (node);
    }

    if (editions.empty())
        return xml.root(); // atoms without an edition occur in files written by hand

    standard = std::max<std::size_t> (standard, 1);

    if (editions.size() > 1)
    {
        Question question { "edition",
                            std::format ("There are {} editions of the chapters. Which one?",
                                         editions.size()),
                            std::to_string (standard),
                            {} };

        for (std::size_t i = 0; i < editions.size(); ++i)
            question.choices.push_back (std::to_string (i + 1));

        standard = std::size_t (parseInteger (gathering.ask (std::move (question))).value_or (1));
        gathering.warn (std::format ("Edition {} of {} was taken; another edition can be chosen.",
                                     standard,
                                     editions.size()),
                        xml.placeOf (editions[standard - 1]));
    }

    if (textOf (editions[standard - 1], "EditionFlagOrdered") == "1")
        gathering.warn (
            "The edition is a play list of parts; its times are those of the file, not of the list.",
            xml.placeOf (editions[standard - 1]));

    return editions[standard - 1];
}

/** The answer "language" where titles are in several; the first display of each chapter has what players show. */
std::string chooseLanguage (Gathering& gathering, const std::vector<pugi::xml_node>& atoms)
{
    std::vector<std::string> languages;

    for (const auto atom : atoms)
        for (const auto display : atom.children())
            if (auto language =
                    localName (display) == "ChapterDisplay" ? languageOf (display) : std::string {};
                ! language.empty() && ! std::ranges::contains (languages, language))
                languages.push_back (std::move (language));

    if (languages.size() < 2)
        return {};

    return gathering.ask (
        { "language", "The titles are in several languages. Which one?", languages.front(), languages });
}

std::string titleOf (pugi::xml_node atom, const std::string& language)
{
    std::optional<std::string> first;

    for (const auto display : atom.children())
    {
        if (localName (display) != "ChapterDisplay")
            continue;

        if (! language.empty() && languageOf (display) == language)
            return textOf (display, "ChapterString");

        if (! first)
            first = textOf (display, "ChapterString");
    }

    return first.value_or ("");
}

int levelOf (pugi::xml_node atom)
{
    int level = 0;

    for (auto n = atom.parent(); n && localName (n) == "ChapterAtom"; n = n.parent())
        ++level;

    return level;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Notices notices;
    const auto xml = XmlDocument::parse (text, notices);

    if (! xml)
        return std::unexpected (xml.error());

    gathering.append (notices);
    const auto edition = chooseEdition (gathering, *xml);
    const auto atoms = descendantsNamed (edition, "ChapterAtom");

    if (const auto display = childNamed (edition, "EditionDisplay"))
        gathering.ignore (std::format ("The name of the edition: '{}'.", textOf (display, "EditionString")),
                          xml->placeOf (display));

    const auto language = chooseLanguage (gathering, atoms);

    for (const auto atom : atoms)
    {
        const auto start = parseClock (textOf (atom, "ChapterTimeStart"));

        if (! start)
        {
            gathering.warn ("The chapter has no usable ChapterTimeStart; it was left out.",
                            xml->placeOf (atom));
            continue;
        }

        Chapter chapter { .start = Position (*start),
                          .title = titleOf (atom, language),
                          .level = levelOf (atom) };

        if (const auto end = parseClock (textOf (atom, "ChapterTimeEnd")))
            chapter.end = Position (*end);

        chapter.inContents = textOf (atom, "ChapterFlagHidden") != "1";

        if (textOf (atom, "ChapterFlagEnabled") == "0")
        {
            chapter.inContents = false;
            gathering.warn ("The chapter is disabled; it was taken as hidden.", xml->placeOf (atom));
        }

        if (childNamed (atom, "ChapterSegmentUID"))
            gathering.warn ("The chapter is in another file.", xml->placeOf (atom));

        gathering.add (std::move (chapter), xml->placeOf (atom));
    }

    return std::move (gathering).finish ("It holds no ChapterAtom with a time.");
}

std::string clockOf (Position time)
{
    const auto ns = time.nanoseconds();
    constexpr std::int64_t second = 1'000'000'000;
    return std::format (
        "{:02}:{:02}:{:02}.{:09}", ns / second / 3600, ns / second / 60 % 60, ns / second % 60, ns % second);
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Chapters>\n  <EditionEntry>\n"
                       "    <EditionFlagDefault>1</EditionFlagDefault>\n";
    int open = 0; // atoms that are not closed yet
    const auto indent = [&] { return std::string (std::size_t (4 + 2 * open), ' '); };
    const auto closeTo = [&] (int level)
    {
        while (open > level)
        {
            --open;
            text += indent() + "</ChapterAtom>\n";
        }
    };

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto& chapter = outline.chapters[i];
        closeTo (std::min (chapter.level, open));
        text += indent() + "<ChapterAtom>\n";
        ++open;
        text += std::format ("{}<ChapterUID>{}</ChapterUID>\n", indent(), i + 1);
        text +=
            std::format ("{}<ChapterTimeStart>{}</ChapterTimeStart>\n", indent(), clockOf (chapter.start));

        if (chapter.end)
            text += std::format ("{}<ChapterTimeEnd>{}</ChapterTimeEnd>\n", indent(), clockOf (*chapter.end));

        if (! chapter.inContents)
            text += indent() + "<ChapterFlagHidden>1</ChapterFlagHidden>\n";

        text += std::format ("{}<ChapterDisplay><ChapterString>{}</ChapterString>"
                             "<ChapterLanguage>und</ChapterLanguage></ChapterDisplay>\n",
                             indent(),
                             escapeXml (oneLine (chapter.title)));
    }

    closeTo (0);
    return text + "  </EditionEntry>\n</Chapters>\n";
}

} // namespace

extern const ChapterFormat matroskaXmlFormat;

constexpr ChapterFormat matroskaXmlFormat {
    .id = "matroska-xml",
    .name = "Matroska chapters XML",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .hidden = true,
                      .levels = true,
                      .stepsPerSecond = 1'000'000'000 },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
