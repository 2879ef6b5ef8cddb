// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/Version2.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::id3
{

namespace
{

struct Renamed
{
    std::string_view old, now;
};

/** Source: id3.org, id3v2-00 (section 4) beside id3v2.3.0 (section 4); the last three lines are Apple's own, as iTunes writes them
    in both versions. */
constexpr std::array names {
    Renamed { "BUF", "RBUF" }, Renamed { "CNT", "PCNT" }, Renamed { "COM", "COMM" },
    Renamed { "CRA", "AENC" }, Renamed { "EQU", "EQUA" }, Renamed { "ETC", "ETCO" },
    Renamed { "GEO", "GEOB" }, Renamed { "IPL", "IPLS" }, Renamed { "MCI", "MCDI" },
    Renamed { "MLL", "MLLT" }, Renamed { "PIC", "APIC" }, Renamed { "POP", "POPM" },
    Renamed { "REV", "RVRB" }, Renamed { "RVA", "RVAD" }, Renamed { "SLT", "SYLT" },
    Renamed { "STC", "SYTC" }, Renamed { "TAL", "TALB" }, Renamed { "TBP", "TBPM" },
    Renamed { "TCM", "TCOM" }, Renamed { "TCO", "TCON" }, Renamed { "TCR", "TCOP" },
    Renamed { "TDA", "TDAT" }, Renamed { "TDY", "TDLY" }, Renamed { "TEN", "TENC" },
    Renamed { "TFT", "TFLT" }, Renamed { "TIM", "TIME" }, Renamed { "TKE", "TKEY" },
    Renamed { "TLA", "TLAN" }, Renamed { "TLE", "TLEN" }, Renamed { "TMT", "TMED" },
    Renamed { "TOA", "TOPE" }, Renamed { "TOF", "TOFN" }, Renamed { "TOL", "TOLY" },
    Renamed { "TOR", "TORY" }, Renamed { "TOT", "TOAL" }, Renamed { "TP1", "TPE1" },
    Renamed { "TP2", "TPE2" }, Renamed { "TP3", "TPE3" }, Renamed { "TP4", "TPE4" },
    Renamed { "TPA", "TPOS" }, Renamed { "TPB", "TPUB" }, Renamed { "TRC", "TSRC" },
    Renamed { "TRD", "TRDA" }, Renamed { "TRK", "TRCK" }, Renamed { "TSI", "TSIZ" },
    Renamed { "TSS", "TSSE" }, Renamed { "TT1", "TIT1" }, Renamed { "TT2", "TIT2" },
    Renamed { "TT3", "TIT3" }, Renamed { "TXT", "TEXT" }, Renamed { "TXX", "TXXX" },
    Renamed { "TYE", "TYER" }, Renamed { "UFI", "UFID" }, Renamed { "ULT", "USLT" },
    Renamed { "WAF", "WOAF" }, Renamed { "WAR", "WOAR" }, Renamed { "WAS", "WOAS" },
    Renamed { "WCM", "WCOM" }, Renamed { "WCP", "WCOP" }, Renamed { "WPB", "WPUB" },
    Renamed { "WXX", "WXXX" }, Renamed { "GP1", "GRP1" }, Renamed { "MVI", "MVIN" },
    Renamed { "MVN", "MVNM" }, Renamed { "PCS", "PCST" }, Renamed { "TCP", "TCMP" },
    Renamed { "TCT", "TCAT" }, Renamed { "TDS", "TDES" }, Renamed { "TID", "TGID" },
    Renamed { "TKW", "TKWD" }, Renamed { "TS2", "TSO2" }, Renamed { "TSA", "TSOA" },
    Renamed { "TSC", "TSOC" }, Renamed { "TSP", "TSOP" }, Renamed { "TST", "TSOT" },
    Renamed { "WFD", "WFED" },
};

/** The three letters of a picture's format as a MIME type; "-->" is an address in both versions. */
std::string mimeOf (std::string_view format)
{
    if (format == "-->")
        return std::string (format);

    const auto name = toLowerAscii (format);
    return "image/" + (name == "jpg" ? std::string ("jpeg") : name);
}

} // namespace

Result<std::vector<RawFrame>> fromVersion2 (const RawTag& tag)
{
    std::vector<RawFrame> frames;

    for (const auto& old : tag.frames)
    {
        const auto renamed = std::ranges::find (names, std::string_view (old.id), &Renamed::old);

        if (renamed == names.end())
            return failure (
                Error::Kind::unsupported,
                std::format ("Its ID3v2.2 tag holds a frame {}, for which ID3v2.3 has no form; save "
                             "it as ID3v2.3 with a tag editor first.",
                             old.id));

        RawFrame frame { std::string (renamed->now), 0, old.body };

        if (old.id == "PIC")
        {
            if (old.body.size() < 4)
                return failure (Error::Kind::malformed, "The picture in its ID3v2.2 tag is damaged.");

            frame.body = old.body.substr (0, 1) + mimeOf (std::string_view (old.body).substr (1, 3)) + '\0'
                         + old.body.substr (4);
        }

        frames.push_back (std::move (frame));
    }

    return frames;
}

} // namespace earmark::id3
