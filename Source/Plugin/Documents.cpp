// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Documents.h"

#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"
#include "Imaging/ChapterPicture.h"
#include "Language/Translation.h"
#include "Projects/ProjectFile.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>

namespace earmark::documents
{

namespace
{

bool isAudio (const std::string& path)
{
    const auto source = FileSource::open (pathFromUtf8 (path));
    return source && containerOf (**source) != nullptr;
}

ImportedText textOf (ImportedOutline imported, const Answers& answers)
{
    ImportedText text { .outline = std::move (imported.reading.outline),
                        .notices = std::move (imported.reading.notices),
                        .questions = {},
                        .format = std::string (imported.format->id),
                        .formatChoices = {
                            { std::string (imported.format->id), std::string (imported.format->name) } } };

    for (auto& question : imported.reading.questions)
    {
        const auto given = answers.find (question.id);
        text.questions.push_back (
            { .id = question.id,
              .text = std::move (question.text),
              .answer = given != answers.end() ? given->second : std::move (question.defaultAnswer),
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

Result<Notices> write (const std::string& path, const Outline& outline)
{
    const auto* format = findWriterFor (path);

    if (format == nullptr)
        return failure (Error::Kind::unsupported,
                        tr ("No chapter format has this suffix: try .json, .txt, .cue or .labels.txt."));

    return writeFile (pathFromUtf8 (path), writeDocument (*format, outline))
        .transform ([&] { return lossesIn (*format, outline); });
}

} // namespace

void provide (Services& services)
{
    services.isAudio = isAudio;
    services.readDocument = [] (const std::string& path)
    { return readFile (pathFromUtf8 (path), maxDocumentBytes); };
    services.readOutline = [] (const std::string& bytes,
                               const std::string& name,
                               const Answers& answers,
                               const std::string& formatId)
    {
        return importOutline (bytes, name, { .answers = answers }, formatId)
            .transform ([&] (ImportedOutline&& imported) { return textOf (std::move (imported), answers); });
    };
    services.writeOutline = write;
    services.readProject = [] (const std::string& path) { return openProject (pathFromUtf8 (path)); };
    services.writeProject = [] (const std::string& path, const Document& document)
    { return saveProject (pathFromUtf8 (path), document); };
    services.outlineText = [] (const Outline& outline, const std::string& formatId) -> Result<std::string>
    {
        const auto* format = findFormat (formatId);

        if (format == nullptr || format->write == nullptr)
            return failure (Error::Kind::wrongUsage, tr ("There is no such format to write."));

        return writeDocument (*format, outline);
    };
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
