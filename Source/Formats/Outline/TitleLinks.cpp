// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TitleLinks.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

/** "More at", which an address completes. */
bool endsInside (std::string_view phrase)
{
    constexpr std::array<std::string_view, 20> words { "at",   "on",    "about", "via",   "by",
                                                       "from", "to",    "and",   "visit", "see",
                                                       "with", "auf",   "bei",   "über",  "von",
                                                       "und",  "unter", "sur",   "siehe", "www" };
    const auto word = toLowerLetters (phrase.substr (phrase.find_last_of (" \t") + 1));
    return std::ranges::contains (words, std::string_view (word));
}

/** Takes an address without brackets of its own off the end of a title, with what parts it from the words before. Returns it. */
std::string takeBareAddressAtEnd (std::string& title)
{
    const std::string_view text = title;
    const auto scheme = std::max (text.rfind ("https://") + 1, text.rfind ("http://") + 1);

    if (scheme < 2)
        return {};

    auto address = text.substr (scheme - 1);
    const auto before = text.substr (0, scheme - 1);
    const bool isBracketed = (before.ends_with ('(') && address.ends_with (')'))
                             || (before.ends_with ('[') && address.ends_with (']'));

    if (isBracketed)
        address.remove_suffix (1);

    const auto words = beforeSeparator (before);
    const bool isPhrase = words.size() == trim (before).size() && endsInside (words);

    if (address.find_first_of (" <>") != std::string_view::npos || before.contains ("://")
        || ! hasWord (words) || isPhrase)
        return {};

    std::string url (address);
    title = std::string (words);
    return url;
}

} // namespace

std::string takeAddressAtEnd (std::string& title)
{
    const auto open = title.rfind ('<');

    if (open == std::string::npos || ! title.ends_with ('>'))
        return {};

    auto address = title.substr (open + 1, title.size() - open - 2);

    const auto scheme = std::string_view (address).substr (0, address.find ("://"));
    const bool isAddress = scheme.size() < address.size() && ! scheme.contains (' ');

    if (! isAddress && ! address.starts_with ("mailto:"))
        return {};

    title = trim (title.substr (0, open));
    return address;
}

void takeLinkInTitle (ChapterLine& chapter)
{
    auto title = chapter.title;
    auto url = takeAddressAtEnd (title);

    if (url.empty())
        url = takeBareAddressAtEnd (title);

    if ((! chapter.url.empty() && chapter.url != url) || url.empty() || ! hasWord (title))
        return;

    chapter.url = std::move (url);
    chapter.title = std::move (title);
}

void takeUrls (ChapterLine& chapter, const Line& line)
{
    for (const auto& link : line.links)
    {
        const auto label = trim (std::string_view (line.content).substr (link.begin, link.end - link.begin));
        const auto time = timestampAt (label, 0);
        const bool labelIsTime = time && time->end == label.size();

        // "[2:22](#t=2:22)" only says again when.
        if (labelIsTime || link.url.starts_with ('#') || link.url.empty())
            continue;

        if (link.isPicture() && chapter.picture.empty())
        {
            chapter.picture = link.url;
            chapter.pictureAlt = link.alt;
        }
        else if (chapter.url.empty() && ! link.isPicture())
        {
            chapter.url = link.url;
            chapter.urlTitle = link.title;
        }
        else
            chapter.furtherUrls.push_back (link.url);
    }
}

} // namespace earmark::outline
