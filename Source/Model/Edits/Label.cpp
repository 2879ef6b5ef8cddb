// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

#include <array>

namespace earmark
{

std::string label (const Edit& edit)
{
    const auto plural = [] (std::string_view verb, std::size_t n)
    { return std::string (verb) + (n == 1 ? " chapter" : " " + std::to_string (n) + " chapters"); };

    return std::visit (
        edits::Overload {
            [] (const AddChapter&) -> std::string { return "Add chapter"; },
            [&] (const RemoveChapters& e) { return plural ("Remove", e.ids.size()); },
            [] (const SetField& e) -> std::string
            {
                constexpr std::array<const char*, std::variant_size_v<SetField::Field>> labels {
                    "Rename chapter", "Edit summary", "Edit points",          "Change link", "Change picture",
                    "Change level",   "Change kind",  "Change contents flag", "Change lock"
                };
                return labels[e.field.index()];
            },
            [] (const SetEnd&) -> std::string { return "Change end"; },
            [] (const MoveChapter&) -> std::string { return "Move chapter"; },
            [&] (const NudgeChapters& e) { return plural ("Nudge", e.ids.size()); },
            [&] (const SnapChapters& e) { return plural ("Snap", e.targets.size()); },
            [] (const SplitChapter&) -> std::string { return "Split chapter"; },
            [&] (const MergeChapters& e) { return plural ("Merge", e.ids.size()); },
            [&] (const ShiftChapters& e) -> std::string
            {
                if (const auto* these = std::get_if<ShiftChapters::These> (&e.scope))
                    return plural ("Shift", these->ids.size());

                return e.scope.index() == 0   ? "Shift all chapters"
                       : e.scope.index() == 1 ? "Shift later chapters"
                                              : "Shift chapters in range";
            },
            [] (const StretchChapters&) -> std::string { return "Stretch chapters"; },
            [] (const InsertTime&) -> std::string { return "Insert time"; },
            [] (const RemoveTime&) -> std::string { return "Remove time"; },
            [] (const ReplaceOutline& e) -> std::string
            { return e.mode == ReplaceOutline::Mode::all ? "Replace outline" : "Merge outline"; },
            [] (const SetEpisode&) -> std::string { return "Edit episode"; } },
        edit);
}

} // namespace earmark
