// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Documents.h"

#include "Formats/ChapterFormat.h"
#include "Formats/CutList.h"
#include "Foundation/File.h"
#include "Foundation/UserFolders.h"
#include "Imaging/ChapterPicture.h"
#include "Imaging/OutlinePictures.h"
#include "Imaging/PictureFiles.h"
#include "Jobs/Publish.h"
#include "Language/Translation.h"
#include "Projects/ProjectFile.h"
#include "Session/Paths.h"
#include "Tagging/Sniffing.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <ranges>

namespace earmark::documents
{

namespace
{

constexpr std::string_view untimed = "titles";

/** As what it is, or as the named format; where there are no times, perhaps as titles. */
Result<ImportedOutline> recognise (const std::string& bytes,
                                   const std::string& name,
                                   const Answers& answers,
                                   const std::string& formatId)
{
    auto found = importOutline (bytes, name, { .answers = answers }, formatId);

    if (! found && found.error().kind == Error::Kind::empty && formatId.empty() && looksLikeTitles (bytes))
        if (auto titles = importOutline (bytes, name, { .answers = answers }, untimed))
            return titles;

    return found;
}

/** As a project holds them, which repeats a picture that several chapters have. */
std::size_t bytesOfPictures (const Outline& outline)
{
    std::size_t bytes = 0;
    const auto count = [&] (const std::optional<Image>& image)
    {
        if (const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;
            embedded != nullptr && embedded->bytes != nullptr)
            bytes += embedded->bytes->size();
    };

    count (outline.episode.cover);

    for (const auto& chapter : outline.chapters)
        count (chapter.image);

    return bytes;
}

/** Takes the pictures that lie in the folder into the outline. They are made smaller where a project could not be read again that holds
    them: it may have maxDocumentBytes, and base64 makes four bytes of three. */
void takePictures (Outline& outline, const std::filesystem::path& folder, Notices& notices)
{
    constexpr std::size_t maxTakenBytes = maxDocumentBytes / 4;
    const auto given = outline;
    loadPictures (outline, folder, notices);

    auto taken = outline; // without the pictures that it had

    if (taken.episode.cover == given.episode.cover)
        taken.episode.cover.reset();

    for (auto&& [now, before] : std::views::zip (taken.chapters, given.chapters))
        if (now.image == before.image)
            now.image.reset();

    if (bytesOfPictures (taken) <= maxTakenBytes)
        return;

    auto fitted = fitPictures (std::move (taken), PictureFit::whole);

    if (! fitted)
    {
        outline = given;
        notices.push_back ({ Notice::Grade::warning, fitted.error().message, {} });
        return;
    }

    // One that cannot be read stays the address that it was, so that nothing is lost.
    const auto settle =
        [] (std::optional<Image>& now, const std::optional<Image>& before, const std::optional<Image>& made)
    {
        if (now != before)
            now = made ? made : before;
    };
    settle (outline.episode.cover, given.episode.cover, fitted->outline.episode.cover);

    for (auto&& [now, before, made] :
         std::views::zip (outline.chapters, given.chapters, fitted->outline.chapters))
        settle (now.image, before.image, made.image);

    notices.push_back ({ Notice::Grade::warning,
                         tr ("The pictures are large: they are taken as JPEGs of up to 1400 pixels."),
                         {} });
    notices.append_range (fitted->notices);
}

ImportedText textOf (ImportedOutline imported, const Answers& answers)
{
    ImportedText text { .outline = std::move (imported.reading.outline),
                        .notices = std::move (imported.reading.notices),
                        .questions = {},
                        .lines = std::move (imported.reading.lines),
                        .format = std::string (imported.format->id),
                        .formatChoices = {
                            { std::string (imported.format->id), std::string (imported.format->name) } } };

    text.isUntimed = text.format == untimed;
    text.text = std::move (imported.text);

    for (auto& question : imported.reading.questions)
    {
        const auto given = answers.find (question.id);
        text.questions.push_back ({ .id = question.id,
                                    .text = std::move (question.text),
                                    .answer = given != answers.end() ? given->second : question.defaultAnswer,
                                    .choices = std::move (question.choices) });
    }

    for (const auto* other : imported.alternatives)
        text.formatChoices.emplace_back (std::string (other->id), std::string (other->name));

    // Any other reader may be tried, after those that fit.
    for (const auto* format : chapterFormats())
        if (format->read != nullptr
            && std::ranges::none_of (text.formatChoices,
                                     [&] (const auto& c) { return c.first == format->id; }))
            text.formatChoices.emplace_back (std::string (format->id), std::string (format->name));

    return text;
}

/** What people paste into a field somewhere, in the order in which they do. */
constexpr std::array<std::string_view, 8> descriptions { "youtube",    "spotify",        "apple-podcasts",
                                                         "timestamps", "notes-markdown", "notes-html",
                                                         "blubrry",    "spreaker" };

std::string suffixOf (const ChapterFormat& format)
{
    const auto known = std::ranges::find (destinations(), format.id, &Destination::format);
    return known != destinations().end() ? std::string (known->suffix)
           : format.suffixes.empty()     ? std::string (".txt")
                                         : std::string (format.suffixes.front());
}

std::vector<DocumentKind> kinds()
{
    std::vector<DocumentKind> all;
    const auto add = [&] (const ChapterFormat& format, bool isDescription)
    {
        if (format.write != nullptr)
            all.push_back ({ .id = std::string (format.id),
                             .name = std::string (format.name),
                             .suffix = suffixOf (format),
                             .isDescription = isDescription,
                             .isText = format.input == ChapterFormat::Input::text });
    };

    for (const auto id : descriptions)
        add (*findFormat (id), true);

    for (const auto* format : chapterFormats())
        if (! std::ranges::contains (descriptions, format->id))
            add (*format, false);

    return all;
}

Result<OpenedProject> projectAt (const std::filesystem::path& path)
{
    auto opened = openProject (path);

    if (opened)
        takePictures (opened->project.outline, path.parent_path(), opened->notices);

    return opened;
}

Result<std::string> textOf (const Outline& outline, const std::string& formatId)
{
    const auto* format = findFormat (formatId);

    if (format == nullptr || format->write == nullptr)
        return failure (Error::Kind::wrongUsage, tr ("There is no such format to write."));

    return writeDocument (*format, outline);
}

Result<std::string> handOver (const Outline& outline, const std::string& formatId, const std::string& name)
{
    const auto bytes = textOf (outline, formatId);

    if (! bytes)
        return std::unexpected (bytes.error());

    std::error_code problem;
    const auto folder = userCacheFolder() / "markers";
    std::filesystem::create_directories (folder, problem); // if it failed, so does what follows
    const auto file = folder / pathFromUtf8 (legalFileName (name) + suffixOf (*findFormat (formatId)));
    return writeFile (file, *bytes).transform ([&] { return toUtf8 (file); });
}

Result<std::vector<TimeRange>> cutsIn (const std::string& bytes)
{
    return readCutList (bytes)
        .transform ([] (CutList&& list) { return std::move (list.cuts); })
        .transform_error (
            [] (Error&& error)
            {
                if (error.where.line)
                    error.message = tr ("Line {}: {}", *error.where.line, trMade (error.message));

                return std::move (error);
            });
}

} // namespace

void provide (Services& services)
{
    services.isAudio = [] (const std::string& path) { return containerAt (pathFromUtf8 (path)) != nullptr; };
    services.readDocument = [] (const std::string& path)
    { return readFile (pathFromUtf8 (path), maxDocumentBytes); };
    services.readCuts = cutsIn;
    services.readOutline = [] (const std::string& bytes,
                               const std::string& name,
                               const Answers& answers,
                               const std::string& formatId)
    {
        return recognise (bytes, name, answers, formatId)
            .transform ([&] (ImportedOutline&& imported) { return textOf (std::move (imported), answers); });
    };
    services.takePictures = [] (Outline& outline, const std::string& name, Notices& notices)
    {
        if (const auto folder = pathFromUtf8 (name).parent_path(); ! folder.empty())
            takePictures (outline, folder, notices);
    };
    services.handOver = handOver;
    services.documentKinds = kinds;
    services.lossesIn = [] (const Outline& outline, const std::string& formatId)
    {
        const auto* format = findFormat (formatId);
        return format == nullptr ? Notices() : lossesIn (*format, outline);
    };
    services.writeOutline = [] (const std::string& path, const Outline& outline, const std::string& formatId)
    {
        return textOf (outline, formatId)
            .and_then ([&] (const std::string& bytes) { return writeFile (pathFromUtf8 (path), bytes); });
    };
    services.readProject = [] (const std::string& path) { return projectAt (pathFromUtf8 (path)); };
    services.writeProject = [] (const std::string& path, const Document& document)
    { return saveProject (pathFromUtf8 (path), document); };
    services.keepPrevious = [] (const std::string& path) { return keepPrevious (pathFromUtf8 (path)); };
    services.outlineText = [] (const Outline& outline, const std::string& formatId)
    { return textOf (outline, formatId); };
    services.preparePicture = [] (const std::string& bytes, const std::optional<PictureCut>& cut)
    {
        return chapterPicture (bytes,
                               ! cut ? PictureShape (WholePicture {})
                               : *cut == PictureCut()
                                   ? SquarePicture {}
                                   : PictureShape (PicturePart { cut->centre.x, cut->centre.y, cut->side }))
            .transform (
                [] (std::string&& picture)
                {
                    return EmbeddedImage { "image/jpeg",
                                           std::make_shared<const std::string> (std::move (picture)) };
                });
    };
}

} // namespace earmark::documents
