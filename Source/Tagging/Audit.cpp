// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Audit.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** A refusal that names what would have been wrong. */
std::unexpected<Error> objection (std::string_view what)
{
    return failure (
        Error::Kind::unsupported,
        std::format ("The result did not pass the check before writing ({}); nothing was written.", what));
}

Result<void>
compareItems (const Inventory& before, const Inventory& after, const std::vector<std::string>& changed)
{
    const auto kept = [&] (const Inventory& inventory)
    {
        std::vector<const Inventory::Item*> items;

        for (const auto& item : inventory.items)
            if (! std::ranges::contains (changed, item.name))
                items.push_back (&item);

        return items;
    };

    const auto old = kept (before);
    const auto now = kept (after);

    for (std::size_t i = 0; i < std::max (old.size(), now.size()); ++i)
    {
        if (i >= now.size())
            return objection (std::format ("'{}' would be lost", shownName (old[i]->name)));

        if (i >= old.size())
            return objection (std::format ("'{}' would appear", shownName (now[i]->name)));

        if (*old[i] != *now[i])
            return objection (std::format ("'{}' would change", shownName (old[i]->name)));
    }

    return {};
}

/** Whether [now] of the edited file is [old] of the original, byte for byte, because it is the very same run. */
bool isSameRun (const PieceTable& edited, const Extent& old, const Extent& now)
{
    if (old.length != now.length)
        return false;

    auto expected = old.offset;
    auto left = old.length;

    for (auto at = now.offset; left > 0;)
    {
        if (at >= edited.size())
            return false;

        const auto index = edited.pieceAt (at);
        const auto& piece = edited.pieces()[index];
        const auto skip = at - edited.beginOf (index);

        if (piece.origin != PieceTable::Piece::Origin::source || piece.offset + skip != expected)
            return false;

        const auto n = std::min (left, piece.length - skip);
        at += n;
        expected += n;
        left -= n;
    }

    return true;
}

/** Neighbouring extents as one: tables of long files name a million chunks, nearly all of them back to back. */
std::vector<std::pair<Extent, Extent>> joinedPairs (const Inventory& before, const Inventory& after)
{
    std::vector<std::pair<Extent, Extent>> pairs;

    for (std::size_t i = 0; i < before.media.size(); ++i)
    {
        const auto& old = before.media[i];
        const auto& now = after.media[i];

        if (! pairs.empty())
        {
            auto& [lastOld, lastNow] = pairs.back();

            if (old.length == now.length && lastOld.offset + lastOld.length == old.offset
                && lastNow.offset + lastNow.length == now.offset)
            {
                lastOld.length += old.length;
                lastNow.length += now.length;
                continue;
            }
        }

        pairs.emplace_back (old, now);
    }

    return pairs;
}

Result<void> compareMedia (const PieceTable& edited, const Inventory& before, const Inventory& after)
{
    if (before.media.size() != after.media.size())
        return objection ("parts of the audio would be missing");

    for (const auto& [old, now] : joinedPairs (before, after))
        if (! isSameRun (edited, old, now))
            return objection (
                std::format ("the audio or data at byte {} would not be found at its new place", old.offset));

    return {};
}

} // namespace

Result<void> auditEdit (const Container& container, const ContainerEdit& edit)
{
    const auto before = inventoryFor (container, edit, edit.result.sharedSource());

    if (! before)
        return std::unexpected (before.error());

    const auto after = inventoryFor (container, edit, std::make_shared<EditedSource> (edit.result));

    if (! after)
        return objection (after.error().message);

    if (! edit.takesBack)
        if (auto same = compareItems (*before, *after, edit.changedItems); ! same)
            return same;

    return compareMedia (edit.result, *before, *after);
}

Result<void> auditChapters (const Container& container,
                            const std::shared_ptr<const ByteSource>& result,
                            const std::vector<StoredList>& expected)
{
    const auto reading = readLists (container, result);

    if (! reading)
        return objection (reading.error().message);

    if (reading->lists.size() != expected.size())
        return objection (
            std::format ("{} chapter lists instead of {}", reading->lists.size(), expected.size()));

    for (const auto& wanted : expected)
    {
        const auto got = std::ranges::find (reading->lists, wanted.form, &StoredList::form);

        if (got == reading->lists.end() || got->chapters.size() != wanted.chapters.size())
            return objection (std::format ("the {} list is not complete", wanted.form));

        for (std::size_t i = 0; i < wanted.chapters.size(); ++i)
            if (const auto &now = got->chapters[i], &then = wanted.chapters[i];
                (then.link && now.link != then.link) || (then.image && now.image != then.image))
                return objection (
                    std::format ("the link or picture of chapter {} of the {} list reads back otherwise",
                                 i + 1,
                                 wanted.form));
            else if (now.start != then.start || now.title != then.title)
                return objection (std::format ("chapter {} of the {} list reads back as '{}' at {}",
                                               i + 1,
                                               wanted.form,
                                               now.title,
                                               formatTime (now.start)));
    }

    return {};
}

Result<void> auditWritten (const Container& container,
                           const ContainerEdit& edit,
                           const std::shared_ptr<const ByteSource>& written)
{
    if (written->size() != edit.result.size())
        return objection ("the new file has the wrong length");

    const auto meant = container.inventory (std::make_shared<EditedSource> (edit.result));
    const auto found = container.inventory (written);

    if (! meant || ! found || *meant != *found)
        return objection ("the new file does not read back as it was written: the disk may be faulty");

    return auditChapters (container, written, edit.expected);
}

} // namespace earmark
