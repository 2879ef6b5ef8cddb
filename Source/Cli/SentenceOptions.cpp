// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/SentenceOptions.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::cli
{

namespace
{

struct Row
{
    std::string_view words; ///< of the sentence
    std::string_view option;
};

constexpr std::array rows {
    Row { "Another episode can be chosen", "--set item=N" },
    Row { "another project can be chosen", "--set project=N" },
    Row { "another edition can be chosen", "--set edition=N" },
    Row { "is not among the chapters; list", "--set list=N" },
    Row { "As times of day they count from", "--set clock=yes" },
    Row { "they were counted from the first", "--set clock=no" },
    Row { "times of the audio that came out were taken", "--set times=input" },
    Row { "times of the audio that went in were taken", "--set times=output" },
    Row { "for which their lengths are needed", "--set lengths=21:30,19:05,…" },
    Row { "choose another encoding", "--set encoding=…" },
    Row { "takes them too", "--set columns=…" },
    Row { "a heading such as start_ms says so", "--set columns=start_ms:N,…" },
    Row { "No column of the table holds times", "--set columns=…" },
    Row { "it could as well be", "--format ID" },
    Row { "is not a format that Earmark reads", "`earmark formats` lists them" },
    Row { "It is no audio file that Earmark knows", "`earmark formats` lists them" },
    Row { "There are no chapters to write", "`earmark strip` takes them out of a file" },
    Row { "Earmark has not written it, or too long ago",
          "`earmark restore` knows a file by its place and name, and not after it was moved" },
    Row { "the others would keep the old content", "--break-hardlinks writes it all the same" },
    Row { "Take it out if it is not wanted", "--cue-sheet remove" },
    Row { "as cutting them square makes them", "--pictures square" },
    Row { "find the cut, or shift or stretch all of them",
          "`earmark check` looks for it; --cuts, --shift, --fit" },
    Row { "shift or stretch this one", "--shift, --fit" },
};

} // namespace

std::string withOption (std::string_view sentence)
{
    const auto row = std::ranges::find_if (rows, [&] (const Row& r) { return sentence.contains (r.words); });

    if (row == rows.end())
        return std::string (sentence);

    const auto isClosed = sentence.ends_with ('.');
    return std::format ("{} ({}){}",
                        isClosed ? sentence.substr (0, sentence.size() - 1) : sentence,
                        row->option,
                        isClosed ? "." : "");
}

} // namespace earmark::cli
