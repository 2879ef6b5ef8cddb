// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/ProjectFile.h"

#include "Formats/EarmarkJson.h"
#include "Foundation/File.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace earmark
{

namespace fs = std::filesystem;

namespace
{

/** Without its symbolic links where that can be known: two ways to the same folder should be seen as one. */
fs::path withoutLinks (const fs::path& path)
{
    std::error_code code;
    const auto whole = fs::absolute (path, code);

    if (code)
        return path.lexically_normal();

    const auto canonical = fs::weakly_canonical (whole, code);
    return code ? whole.lexically_normal() : canonical;
}

std::string withSlashes (const fs::path& path)
{
    const auto text = path.generic_u8string();
    return { text.begin(), text.end() };
}

bool isFile (const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file (path, code);
}

} // namespace

std::string referenceTo (const fs::path& file, const fs::path& project)
{
    const auto target = withoutLinks (file);
    const auto folder = withoutLinks (project).parent_path();
    const auto inCommon = std::mismatch (target.begin(), target.end(), folder.begin(), folder.end()).first;

    // From the root on everything is related to everything, and nothing moves together.
    if (inCommon == target.begin() || std::next (target.begin()) == inCommon
        || (target.has_root_name() && std::next (target.begin(), 2) == inCommon))
        return toUtf8 (target);

    return withSlashes (target.lexically_relative (folder));
}

fs::path resolve (std::string_view reference, const fs::path& project)
{
    const auto path = pathFromUtf8 (reference);
    return path.is_absolute() ? path : (withoutLinks (project).parent_path() / path).lexically_normal();
}

Result<OpenedProject> openProject (const fs::path& path)
{
    const auto bytes = readFile (path, maxDocumentBytes);

    if (! bytes)
        return std::unexpected (bytes.error());

    const auto text = decodeText (*bytes);

    if (! text)
        return std::unexpected (text.error());

    auto reading = readProjectJson (text->utf8);

    if (! reading)
        return std::unexpected (reading.error());

    OpenedProject opened { .project = std::move (reading->project),
                           .audioIsMissing = false,
                           .notices = std::move (reading->notices) };

    if (auto& audio = opened.project.audio)
    {
        const auto named = resolve (audio->path, path);
        const auto beside = withoutLinks (path).parent_path() / named.filename();
        const auto isThere = isFile (named);
        opened.audioIsMissing = ! isThere && ! isFile (beside);

        if (! isThere && ! opened.audioIsMissing)
            opened.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("The audio was found beside the project, not at {}.", toUtf8 (named)),
                  {} });

        audio->path = toUtf8 (isThere || opened.audioIsMissing ? named : beside);
    }

    return opened;
}

Result<void> saveProject (const fs::path& path, const Document& document)
{
    Project project {
        .outline = document.outline, .audio = document.media, .savedAs = {}, .timedFor = document.timedFor
    };

    if (project.audio)
        project.audio->path = referenceTo (pathFromUtf8 (project.audio->path), path);

    return writeProject (path, project);
}

Result<void> writeProject (const fs::path& path, const Project& project, std::size_t maxBytes)
{
    const auto text = writeProjectJson (project);

    if (text.size() <= maxBytes)
        return writeFile (path, text);

    constexpr std::size_t megabyte = 1u << 20;
    return failure (
        Error::Kind::tooLarge,
        std::format ("As a project it would have {} MB, and one of more than {} MB could not be "
                     "opened again: take pictures out, or use smaller ones. What was saved before "
                     "is unchanged.",
                     (text.size() + megabyte - 1) / megabyte,
                     maxBytes / megabyte));
}

Result<void> keepPrevious (const fs::path& project)
{
    const auto bytes = readFile (project, maxDocumentBytes);

    if (! bytes && bytes.error().kind == Error::Kind::notFound)
        return {};

    auto kept = project;
    kept += ".bak";
    return bytes.and_then ([&] (const std::string& previous) { return writeFile (kept, previous); });
}

} // namespace earmark
