// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Manifest.h"

#include "Formats/Techniques/Csv.h"
#include "Foundation/ComposedText.h"
#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Jobs/AudioNames.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <format>
#include <optional>
#include <string>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

fs::path within (const fs::path& folder, std::string_view name)
{
    return folder / pathFromUtf8 (trim (name)); // an absolute name stays what it is
}

std::optional<std::string> textOf (const nlohmann::json& entry, const char* name)
{
    return entry.is_object() && entry.contains (name) && entry[name].is_string()
               ? std::optional (entry[name].get<std::string>())
               : std::nullopt;
}

Result<std::vector<Assignment>> fromJson (std::string_view text, const fs::path& folder)
{
    const auto json = nlohmann::json::parse (text, nullptr, false);
    std::vector<Assignment> assignments;

    if (json.is_discarded())
        return failure (Error::Kind::malformed, "The manifest is no valid JSON.");

    if (json.is_object())
        for (const auto& [media, outline] : json.items())
        {
            if (! outline.is_string())
                return failure (Error::Kind::malformed,
                                "The manifest needs the name of an outline.",
                                { .line = {}, .lastLine = {}, .byte = {}, .path = media });

            assignments.push_back ({ within (folder, media), within (folder, outline.get<std::string>()) });
        }
    else
        for (std::size_t i = 0; i < json.size(); ++i)
        {
            const auto& entry = json[i];

            const auto media = textOf (entry, entry.contains ("media") ? "media" : "file");
            const auto outline = textOf (entry, "outline");

            if (! media || ! outline)
                return failure (Error::Kind::malformed,
                                "Each entry of the manifest needs \"media\" and \"outline\".",
                                { .line = {}, .lastLine = {}, .byte = {}, .path = std::format ("[{}]", i) });

            assignments.push_back ({ within (folder, *media), within (folder, *outline) });
        }

    return assignments;
}

Result<std::vector<Assignment>> fromCsv (std::string_view text, const fs::path& folder)
{
    std::vector<Assignment> assignments;
    const auto separator = guessSeparator (text);

    for (const auto& row : readCsv (text, separator == 0 ? ',' : separator))
    {
        if (row.cell (0).empty() || row.cell (1).empty())
            return failure (Error::Kind::malformed,
                            "A line of the manifest needs an audio file and an outline.",
                            Place::atLine (row.line));

        if (assignments.empty() && equalsIgnoringCase (row.cell (1), "outline"))
            continue;

        assignments.push_back ({ within (folder, row.cell (0)), within (folder, row.cell (1)) });
    }

    return assignments;
}

std::string plainKey (std::string_view text)
{
    const auto name = composed (text);
    std::string key;

    for (std::size_t i = 0; i < name.size();)
    {
        const auto [c, size] = codePointAt (name, i);

        if (isWordCharacter (c))
            key += toLowerAscii (std::string_view (name).substr (i, size));

        i += size;
    }

    return key;
}

/** A name without its suffix, and without that of the kind of chapters in front of it. */
std::string bareName (const fs::path& outline)
{
    const auto name = toUtf8 (outline.stem());
    return name.substr (0, name.rfind ('.'));
}

} // namespace

Result<std::vector<Assignment>> parseManifest (std::string_view bytes, const fs::path& folder)
{
    const auto text = decodeText (bytes);

    if (! text)
        return std::unexpected (text.error());

    const auto begin = trim (text->utf8);
    auto assignments = begin.starts_with ('[') || begin.starts_with ('{') ? fromJson (begin, folder)
                                                                          : fromCsv (text->utf8, folder);

    if (assignments && assignments->empty())
        return failure (Error::Kind::empty, "The manifest names no files.");

    return assignments;
}

Result<fs::path> outlineByName (const fs::path& media, const std::vector<fs::path>& candidates)
{
    const auto stem = toUtf8 (media.stem());
    const auto plain = plainKey (stem);
    std::vector<fs::path> exact, similar;

    for (const auto& candidate : candidates)
        if (toUtf8 (candidate.stem()) == stem || bareName (candidate) == stem)
            exact.push_back (candidate);
        else if (! plain.empty()
                 && (plainKey (toUtf8 (candidate.stem())) == plain
                     || plainKey (bareName (candidate)) == plain))
            similar.push_back (candidate);

    const auto& found = exact.empty() ? similar : exact;

    if (found.empty())
        return failure (Error::Kind::notFound, std::format ("There is no outline called '{}'.", stem));

    if (found.size() > 1)
        return failure (Error::Kind::wrongUsage,
                        std::format ("There are several outlines for it: '{}' and '{}'.",
                                     toUtf8 (found[0].filename()),
                                     toUtf8 (found[1].filename())));

    return found.front();
}

Result<std::vector<fs::path>> outlinesIn (const fs::path& folder)
{
    std::error_code code;
    std::vector<fs::path> outlines;

    if (! fs::exists (folder, code) && ! code)
        return failure (Error::Kind::notFound, "There is no such folder.");

    if (! code && ! fs::is_directory (folder, code) && ! code)
        return failure (Error::Kind::unreadable, "It is no folder.");

    for (auto entry = fs::directory_iterator (folder, code); ! code && entry != fs::directory_iterator();
         entry.increment (code))
        if (std::error_code ignored; entry->is_regular_file (ignored) && ! hasAudioSuffix (entry->path())
                                     && ! toUtf8 (entry->path().filename()).starts_with ('.'))
            outlines.push_back (entry->path());

    if (code)
        return std::unexpected (openError (code));

    std::ranges::sort (outlines);
    return outlines;
}

} // namespace earmark
