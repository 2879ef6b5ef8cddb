// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ZipArchive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>

namespace earmark
{

namespace
{

using Archive = std::unique_ptr<zip_t, decltype (&zip_discard)>;

/** Over the bytes themselves, which must stay. */
Archive openArchive (std::string_view bytes)
{
    zip_error_t error;
    zip_error_init (&error);
    auto* source = zip_source_buffer_create (bytes.data(), bytes.size(), 0, &error);
    auto* archive = source == nullptr ? nullptr : zip_open_from_source (source, ZIP_RDONLY, &error);

    if (archive == nullptr && source != nullptr)
        zip_source_free (source);

    zip_error_fini (&error);
    return { archive, &zip_discard };
}

Result<std::string> unpack (zip_t* archive, zip_uint64_t index)
{
    const std::unique_ptr<zip_file_t, decltype (&zip_fclose)> file (zip_fopen_index (archive, index, 0),
                                                                    &zip_fclose);

    if (file == nullptr)
        return failure (Error::Kind::malformed,
                        "A file in the archive cannot be unpacked; it may be encrypted.");

    std::string content;
    std::array<char, 65536> buffer;

    for (;;)
    {
        const auto n = zip_fread (file.get(), buffer.data(), buffer.size());

        if (n < 0)
            return failure (Error::Kind::malformed,
                            "The archive is damaged: a file in it cannot be unpacked.");

        if (n == 0)
            return content;

        content.append (buffer.data(), std::size_t (n));

        if (content.size() > maxUnpackedBytes)
            return failure (
                Error::Kind::tooLarge,
                std::format ("A file in the archive unpacks to more than {} MB.", maxUnpackedBytes >> 20));
    }
}

} // namespace

bool isZip (std::string_view bytes)
{
    return bytes.starts_with ("PK\x03\x04");
}

std::vector<std::string> namesInZip (std::string_view bytes)
{
    std::vector<std::string> names;
    const auto archive = openArchive (bytes);

    if (archive == nullptr)
        return names;

    const auto count = std::clamp<zip_int64_t> (zip_get_num_entries (archive.get(), 0), 0, maxZipEntries);

    for (zip_uint64_t i = 0; i < zip_uint64_t (count); ++i)
        if (const auto* name = zip_get_name (archive.get(), i, 0))
            names.emplace_back (name);

    return names;
}

Result<std::string> unpackFirst (std::string_view bytes, const std::function<bool (std::string_view)>& wanted)
{
    const auto archive = openArchive (bytes);

    if (archive == nullptr)
        return failure (Error::Kind::malformed, "The archive is damaged or cut off.");

    const auto count = zip_get_num_entries (archive.get(), 0);

    if (count > zip_int64_t (maxZipEntries))
        return failure (Error::Kind::tooLarge,
                        std::format ("The archive holds more than {} files.", maxZipEntries));

    for (zip_uint64_t i = 0; i < zip_uint64_t (std::max<zip_int64_t> (count, 0)); ++i)
        if (const auto* name = zip_get_name (archive.get(), i, 0); name != nullptr && wanted (name))
            return unpack (archive.get(), i);

    return failure (Error::Kind::empty, "The archive holds no project that Earmark knows.");
}

std::string packZip (const std::vector<ZipEntry>& entries)
{
    zip_error_t error;
    zip_error_init (&error);
    auto* source = zip_source_buffer_create (nullptr, 0, 0, &error);
    zip_source_keep (source); // closing the archive gives up its own hold
    auto* archive = zip_open_from_source (source, ZIP_TRUNCATE, &error);
    std::string bytes;

    for (const auto& [name, content] : entries)
    {
        auto* file = zip_source_buffer (archive, content.data(), content.size(), 0);
        const auto index = zip_file_add (archive, name.c_str(), file, ZIP_FL_ENC_UTF_8);
        constexpr zip_uint16_t firstOfJanuary1980 = (1u << 5) | 1u;
        zip_file_set_dostime (archive, zip_uint64_t (index), 0, firstOfJanuary1980, 0);
    }

    if (zip_close (archive) == 0 && zip_source_open (source) == 0)
    {
        zip_source_seek (source, 0, SEEK_END);
        bytes.resize (std::size_t (zip_source_tell (source)));
        zip_source_seek (source, 0, SEEK_SET);
        zip_source_read (source, bytes.data(), bytes.size());
        zip_source_close (source);
    }

    zip_source_free (source);
    zip_error_fini (&error);
    return bytes;
}

} // namespace earmark
