// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/Comments.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Xiph/ChapterComments.h"

#include <algorithm>
#include <format>

namespace earmark::xiph
{

namespace
{

std::string_view keyOf (std::string_view comment)
{
    return comment.substr (0, comment.find ('='));
}

auto findKey (auto& list, std::string_view key)
{
    return std::ranges::find_if (list,
                                 [key] (const std::string& comment)
                                 {
                                     return comment.size() > key.size() && comment[key.size()] == '='
                                            && equalsIgnoringCase (keyOf (comment), key);
                                 });
}

std::string itemName (std::string_view key)
{
    return std::format ("comment {}", key);
}

std::string withLength (std::string_view text)
{
    return bytes::toLittle (std::uint32_t (text.size())) + std::string (text);
}

} // namespace

Result<Comments> parseComments (std::string_view text)
{
    Comments comments;
    std::size_t at = 0;

    const auto number = [&]() -> std::optional<std::uint32_t>
    {
        if (text.size() - at < 4)
            return {};

        at += 4;
        return bytes::little<std::uint32_t> (text, at - 4);
    };
    const auto string = [&] (std::string& into)
    {
        const auto size = number();

        if (! size || *size > text.size() - at)
            return false;

        into = text.substr (at, *size);
        at += *size;
        return true;
    };

    const bool hasVendor = string (comments.vendor);
    const auto count = hasVendor ? number() : std::nullopt;
    bool isWhole = count.has_value();

    for (std::uint32_t i = 0; isWhole && i < *count; ++i)
        isWhole = string (comments.list.emplace_back());

    if (! isWhole)
        return failure (Error::Kind::malformed, "Its comments are damaged: one is longer than their block.");

    comments.rest = text.substr (at);
    return comments;
}

std::string render (const Comments& comments)
{
    auto text = withLength (comments.vendor) + bytes::toLittle (std::uint32_t (comments.list.size()));

    for (const auto& comment : comments.list)
        text += withLength (comment);

    return text + comments.rest;
}

std::string valueOf (const Comments& comments, std::string_view key)
{
    const auto found = findKey (comments.list, key);
    return found == comments.list.end() ? std::string {} : toValidUtf8 (found->substr (key.size() + 1));
}

Episode readEpisode (const Comments& comments)
{
    Episode episode;
    episode.title = valueOf (comments, "TITLE");
    episode.show = valueOf (comments, "ALBUM");

    // A comment for each author.
    for (const auto& comment : comments.list)
        if (comment.contains ('=') && equalsIgnoringCase (keyOf (comment), "ARTIST"))
            episode.author += (episode.author.empty() ? "" : ", ")
                              + toValidUtf8 (std::string_view (comment).substr (keyOf (comment).size() + 1));

    return episode;
}

void putEpisode (Comments& comments, const Episode& episode, EpisodeTags policy, ContainerEdit& edit)
{
    const auto put = [&] (std::string_view key, std::string_view name, const std::string& text)
    {
        const auto line = collapseSpaces (toValidUtf8 (text));
        const auto old = valueOf (comments, key);

        if (line.empty() || policy == EpisodeTags::keep || old == line
            || (policy == EpisodeTags::fillEmpty && ! trim (old).empty()))
            return;

        const auto comment = std::format ("{}={}", key, line);
        const auto found = findKey (comments.list, key);

        if (found == comments.list.end())
        {
            comments.list.push_back (comment);
            edit.changedItems.push_back (itemName (key));
        }
        else
        {
            edit.changedItems.push_back (itemName (keyOf (*found)));
            edit.changedItems.push_back (itemName (key));
            *found = comment;
        }

        edit.changes.push_back (std::format ("{} is set to '{}'", name, line));
    };

    put ("TITLE", "the title", episode.title);
    put ("ALBUM", "the album", episode.show);
}

void removeComments (Comments& comments, std::string_view key, ContainerEdit& edit)
{
    for (auto found = findKey (comments.list, key); found != comments.list.end();
         found = findKey (comments.list, key))
    {
        edit.changedItems.push_back (itemName (keyOf (*found)));
        comments.list.erase (found);
    }
}

void addItems (const Comments& comments, Inventory& inventory)
{
    inventory.items.push_back ({ "name of the encoder", comments.vendor });

    const ChapterNames names (comments);

    for (const auto& comment : comments.list)
        if (! names.own (comment))
            inventory.items.push_back ({ itemName (keyOf (comment)), comment });

    if (! comments.rest.empty())
        inventory.items.push_back ({ "bytes behind the comments", comments.rest });
}

} // namespace earmark::xiph
