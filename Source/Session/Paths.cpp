// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Paths.h"

#include <charconv>

namespace earmark
{

namespace
{

/** RFC 3986, 2.1. */
std::string withoutPercents (std::string_view text)
{
    std::string plain;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        unsigned char byte = 0;
        const auto* const digits = text.data() + i + 1;

        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars (digits, digits + 2, byte, 16).ptr == digits + 2)
        {
            plain += char (byte);
            i += 2;
        }
        else
        {
            plain += text[i];
        }
    }

    return plain;
}

bool hasDrive (std::string_view path)
{
    return path.size() > 3 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
           && isWordCharacter (static_cast<unsigned char> (path[0]));
}

} // namespace

std::string legalFileName (std::string name)
{
    for (auto& c : name)
        if (static_cast<unsigned char> (c) < ' ' || std::string_view ("<>:\"/\\|?*").contains (c))
            c = '-';

    return std::string (truncateUtf8 (name, 120));
}

std::string pathIn (std::string_view copied)
{
    constexpr std::string_view scheme = "file://";
    copied = trim (copied);
    copied = trim (copied.substr (0, copied.find_first_of ("\r\n")));

    if (copied.starts_with (scheme))
    {
        const auto slash = copied.find ('/', scheme.size()); // behind the host, which is this one
        const auto path =
            slash == std::string_view::npos ? std::string() : withoutPercents (copied.substr (slash));
        return hasDrive (std::string_view (path).substr (std::min<std::size_t> (1, path.size())))
                   ? path.substr (1)
                   : path;
    }

    if (copied.size() > 2 && copied.front() == '"' && copied.back() == '"')
        copied = copied.substr (1, copied.size() - 2);

    return copied.starts_with ('/') || hasDrive (copied) ? std::string (copied) : std::string();
}

std::string webAddressIn (std::string_view typed)
{
    const auto address = trim (typed);
    const auto host = address.substr (0, address.find_first_of ("/?#"));
    const auto dot = host.find ('.');
    const bool isHost = dot != std::string_view::npos && dot > 0 && dot + 1 < host.size()
                        && host.find_first_of (" :@\\") == std::string_view::npos;
    return (isHost ? "https://" : "") + std::string (address);
}

} // namespace earmark
