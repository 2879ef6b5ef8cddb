// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/OscMessage.h"

#include <string_view>

namespace earmark
{

namespace
{

/** A zero at the end at least, and as many as make the length a multiple of four. */
std::string padded (std::string_view text)
{
    std::string bytes (text.substr (0, text.find ('\0')));
    bytes.resize ((bytes.size() / 4 + 1) * 4, '\0');
    return bytes;
}

} // namespace

std::string OscMessage::bytes() const
{
    std::string types = ",", values;

    for (const auto& argument : arguments)
        if (const auto* number = std::get_if<std::int32_t> (&argument))
        {
            types += 'i';

            for (const int shift : { 24, 16, 8, 0 })
                values += char (std::uint32_t (*number) >> shift & 0xFF);
        }
        else
        {
            types += 's';
            values += padded (std::get<std::string> (argument));
        }

    return padded (address) + padded (types) + values;
}

} // namespace earmark
