// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/TaggedFile.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/Audit.h"
#include "Tagging/StoredLists.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

struct Opened
{
    std::shared_ptr<FileSource> source;
    const Container* container;
    std::filesystem::path name; ///< as it was given; the source's is that of a link's target
};

Result<Opened> open (const std::filesystem::path& path)
{
    auto source = FileSource::open (path);

    if (! source)
        return std::unexpected (source.error());

    if ((*source)->size() == 0)
        return failure (Error::Kind::empty, "The file is empty.");

    const auto* container = containerOf (**source);

    if (container == nullptr)
        return failure (Error::Kind::unsupported,
                        "It is no audio file that Earmark knows, whatever its name says.");

    return Opened { std::move (*source), container, path };
}

/** A name may lie about what a file is; the bytes decide, and the user should know. */
void noticeWrongSuffix (const Opened& file, Notices& notices)
{
    const auto suffix = toLowerAscii (toUtf8 (file.name.extension()));

    if (std::ranges::contains (file.container->suffixes, std::string_view (suffix)))
        return;

    const auto name = file.container->name;
    notices.push_back (
        { Notice::Grade::warning,
          suffix.empty()
              ? std::format ("Its name has no suffix, but it is an {} file and is treated as one.", name)
              : std::format (
                    "Its name ends in '{}', but it is an {} file and is treated as one.", suffix, name),
          {} });
}

Result<WritePlan> makePlan (const Opened& file, Result<ContainerEdit> edit)
{
    if (! edit)
        return std::unexpected (edit.error());

    if (auto kept = auditEdit (*file.container, *edit); ! kept)
        return std::unexpected (kept.error());

    if (auto right =
            auditChapters (*file.container, std::make_shared<EditedSource> (edit->result), edit->expected);
        ! right)
        return std::unexpected (right.error());

    const auto same = edit->result.equalsSource();

    if (! same)
        return std::unexpected (same.error());

    noticeWrongSuffix (file, edit->notices);
    return WritePlan { .container = file.container,
                       .source = file.source->path(),
                       .edit = std::move (*edit),
                       .changesNothing = *same };
}

/** Says in one line where two lists of the same file differ. */
void noticeDisagreement (const StoredList& a, const StoredList& b, Notices& notices)
{
    if (a.chapters.size() != b.chapters.size())
    {
        notices.push_back (
            { Notice::Grade::warning,
              std::format ("The {} list has {} chapters, the {} list {}: players will show different ones.",
                           a.form,
                           a.chapters.size(),
                           b.form,
                           b.chapters.size()),
              {} });
        return;
    }

    for (std::size_t i = 0; i < a.chapters.size(); ++i)
    {
        if (! isSameChapter (a.chapters[i], b.chapters[i]))
        {
            notices.push_back (
                { Notice::Grade::warning,
                  std::format ("Chapter {} differs between the {} and the {} list.", i + 1, a.form, b.form),
                  {} });
            return;
        }
    }
}

Outline withTimesAndTitlesOnly (const Outline& outline)
{
    Outline bare;

    for (const auto& chapter : outline.chapters)
        bare.chapters.push_back ({ .start = chapter.start,
                                   .end = chapter.end,
                                   .title = chapter.title,
                                   .level = chapter.level,
                                   .kind = chapter.kind,
                                   .inContents = chapter.inContents });

    return bare;
}

} // namespace

Result<TaggedFile> readTaggedFile (const std::filesystem::path& path)
{
    const auto file = open (path);

    if (! file)
        return std::unexpected (file.error());

    auto reading = file->container->read (file->source);

    if (! reading)
        return std::unexpected (reading.error());

    TaggedFile tagged { .container = file->container,
                        .lists = std::move (reading->lists),
                        .length = reading->length,
                        .outline = {},
                        .notices = std::move (reading->notices) };
    tagged.outline.episode = std::move (reading->episode);

    if (! tagged.lists.empty())
        tagged.outline.chapters = tagged.lists.front().chapters;

    for (std::size_t i = 1; i < tagged.lists.size(); ++i)
        noticeDisagreement (tagged.lists.front(), tagged.lists[i], tagged.notices);

    return tagged;
}

Result<WritePlan>
planWrite (const std::filesystem::path& path, const Outline& outline, const WriteOptions& options)
{
    if (outline.chapters.empty())
        return failure (Error::Kind::wrongUsage, "There are no chapters to write.");

    const auto file = open (path);

    if (! file)
        return std::unexpected (file.error());

    const bool reduced = options.profile.fields == Profile::Fields::timesAndTitles;
    return makePlan (
        *file,
        file->container->write (file->source, reduced ? withTimesAndTitlesOnly (outline) : outline, options));
}

Result<WritePlan> planStrip (const std::filesystem::path& path)
{
    const auto file = open (path);
    return file ? makePlan (*file, file->container->strip (file->source)) : std::unexpected (file.error());
}

Result<WritePlan> planRestore (const std::filesystem::path& path, const RestoreStore& store)
{
    const auto file = open (path);

    if (! file)
        return std::unexpected (file.error());

    auto old = store.takeBack (file->source, file->source->path());

    if (! old)
        return std::unexpected (old.error());

    const auto reading = file->container->read (std::make_shared<EditedSource> (*old));

    if (! reading)
        return std::unexpected (reading.error());

    // What the old file held is what is meant; the audio must be the same as in any edit. Whether that one renumbered pages nobody remembers.
    ContainerEdit edit { .result = std::move (*old),
                         .expected = reading->lists,
                         .changes = {},
                         .changedItems = {},
                         .notices = {},
                         .renumbersPages = file->container->pagedInventory != nullptr,
                         .takesBack = true };
    return makePlan (*file, std::move (edit));
}

Result<void> carryOut (const WritePlan& plan,
                       const std::filesystem::path& destination,
                       const ReplaceOptions& options,
                       const RestoreStore* store)
{
    auto audited = options;
    audited.check = [&] (const std::shared_ptr<const ByteSource>& written)
    {
        auto right = auditWritten (*plan.container, plan.edit, written);
        std::error_code code;

        if (right && store != nullptr && std::filesystem::equivalent (destination, plan.source, code))
            std::ignore = store->remember (plan.edit.result, plan.source);

        return right;
    };

    return safeReplace (plan.edit.result, destination, audited);
}

} // namespace earmark
