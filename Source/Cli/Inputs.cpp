// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Inputs.h"

#include "Foundation/File.h"
#include "Jobs/AudioNames.h"
#include "Tagging/Sniffing.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <cstdio>
#include <format>

namespace earmark::cli
{

namespace
{

Result<std::string> readStandardInput()
{
    std::string bytes;
    std::string piece (1u << 16, '\0');

    while (const auto n = std::fread (piece.data(), 1, piece.size(), stdin))
    {
        bytes.append (piece, 0, n);

        if (bytes.size() > maxDocumentBytes)
            return failure (Error::Kind::tooLarge,
                            std::format ("It is larger than {} MB, which no chapter document is.",
                                         maxDocumentBytes >> 20));
    }

    if (std::ferror (stdin) != 0)
        return failure (Error::Kind::unreadable, "Standard input cannot be read.");

    return bytes;
}

/** "1, 2, 3" */
std::string listed (const std::vector<std::string>& words)
{
    std::string list;

    for (const auto& word : words)
        list += (list.empty() ? "" : ", ") + word;

    return list;
}

/** Whether every --set has a name and a value. */
Result<void> checkAnswers (const OutlineOptions& options)
{
    for (const auto& answer : options.answers)
        if (const auto equals = answer.find ('='); equals == std::string::npos || equals == 0)
            return failure (Error::Kind::wrongUsage,
                            std::format ("--set takes NAME=VALUE, not '{}'.", answer));

    return {};
}

/** Whether every answer is one of the choices of its question: another one would quietly be the default. */
Result<ImportedOutline> checkChoices (ImportedOutline imported, const Answers& answers)
{
    for (const auto& question : imported.reading.questions)
        if (const auto given = answers.find (question.id);
            given != answers.end() && ! isAnswerTo (question, given->second))
            return failure (Error::Kind::wrongUsage,
                            std::format ("'{}' is no answer to --set {}=; it takes one of: {}.",
                                         given->second,
                                         question.id,
                                         listed (question.choices)));

    return imported;
}

/** The chapters that an audio file has already, as an outline. */
Result<OutlineInput> readAudio (const std::filesystem::path& path)
{
    auto file = readTaggedFile (path);

    if (! file)
        return std::unexpected (file.error());

    if (file->outline.chapters.empty())
        return failure (Error::Kind::empty, "It is an audio file without chapters.");

    return OutlineInput { { std::move (file->outline), std::move (file->notices), {} },
                          std::string (file->container->name),
                          {},
                          {} };
}

/** Why a file is no outline. Of one that is called audio, whoever named it wants to hear of audio. */
Error refusalOf (const std::string& path, Error asOutline)
{
    std::error_code code;
    const auto file = pathFromUtf8 (path);

    if (path == "-" || ! isCalledAudio (file) || ! std::filesystem::is_regular_file (file, code))
        return asOutline;

    const auto tagged = readTaggedFile (file);
    return tagged ? std::move (asOutline) : tagged.error();
}

} // namespace

void OutlineOptions::addTo (CLI::App& app)
{
    app.add_option (
           "--format", format, "Read the outline as this format (see `earmark formats`) instead of guessing")
        ->type_name ("ID");
    app.add_option ("--set", answers, "Answer a question about the outline, such as --set show=\"My Show\"")
        ->type_name ("NAME=VALUE")
        ->allow_extra_args (false);
}

Answers answersOf (const OutlineOptions& options)
{
    Answers answers;

    for (const auto& answer : options.answers)
        if (const auto equals = answer.find ('='); equals != std::string::npos)
            answers[answer.substr (0, equals)] = answer.substr (equals + 1);

    return answers;
}

Result<void> checkAudioName (const std::string& path)
{
    return path == "-"
               ? failure (Error::Kind::wrongUsage, "Audio cannot come from standard input: name a file.")
               : Result<void>();
}

bool isAnswerTo (const Question& question, const std::string& answer)
{
    return question.choices.empty() || answer == question.defaultAnswer
           || std::ranges::contains (question.choices, answer);
}

std::string displayName (const std::string& path)
{
    return path == "-" ? "standard input" : path;
}

Result<std::string> readBytes (const std::string& path)
{
    return path == "-" ? readStandardInput() : readFile (pathFromUtf8 (path), maxDocumentBytes);
}

Result<OutlineInput> readOutline (const std::string& path, const OutlineOptions& options)
{
    if (const auto checked = checkAnswers (options); ! checked)
        return std::unexpected (checked.error());

    if (path != "-" && options.format.empty() && containerAt (pathFromUtf8 (path)) != nullptr)
        return readAudio (pathFromUtf8 (path));

    const auto bytes = readBytes (path);

    if (! bytes)
        return std::unexpected (refusalOf (path, bytes.error()));

    const auto answers = answersOf (options);
    return importOutline (*bytes, path, { .answers = answers }, options.format)
        .and_then ([&] (ImportedOutline&& imported) { return checkChoices (std::move (imported), answers); })
        .transform (
            [] (ImportedOutline&& imported)
            {
                OutlineInput input {
                    std::move (imported.reading), std::string (imported.format->name), imported.encoding, {}
                };

                for (const auto* format : imported.alternatives)
                    input.alternatives.emplace_back (format->id);

                return input;
            })
        .transform_error (
            [&] (Error error)
            {
                if (error.kind == Error::Kind::empty && options.format.empty() && looksLikeTitles (*bytes))
                    error.message += " A list of titles alone is read with --format titles.";

                return options.format.empty() ? refusalOf (path, std::move (error)) : error;
            });
}

} // namespace earmark::cli
