// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportNotices.h"

#include "Language/Translation.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earmark
{

namespace
{

constexpr std::size_t mostFirst = 6;

struct Row
{
    Notice::Grade grade;
    std::string_view message;
    std::size_t count;
};

/** The worst first, else as they came. */
std::vector<Row> rowsOf (const Notices& notices)
{
    std::vector<Row> rows;
    std::map<std::pair<Notice::Grade, std::string_view>, std::size_t> known;

    for (const auto& notice : notices)
    {
        if (notice.where.line)
            continue;

        const auto [row, isNew] =
            known.try_emplace (std::pair (notice.grade, std::string_view (notice.message)), rows.size());

        if (isNew)
            rows.push_back ({ .grade = notice.grade, .message = notice.message, .count = 0 });

        ++rows[row->second].count;
    }

    std::ranges::stable_sort (rows, std::greater(), &Row::grade);
    return rows;
}

Notice noticeOf (const Row& row)
{
    return { row.grade,
             row.count == 1 ? std::string (row.message)
                            : tr ("{} ({} times)", trMade (row.message), row.count),
             {} };
}

} // namespace

NoticesOfWhole noticesOfWhole (const Notices& notices)
{
    NoticesOfWhole shown;

    for (const auto& row : rowsOf (notices))
        (shown.first.size() < mostFirst ? shown.first : shown.others).push_back (noticeOf (row));

    if (! shown.others.empty())
        shown.first.push_back (
            { shown.others.front().grade, tr ("And {} more, below.", shown.others.size()), {} });

    return shown;
}

} // namespace earmark
