// SPDX-License-Identifier: AGPL-3.0-or-later

// The rival inside: TagLib's own writers on the file itself, as most programs with TagLib use them.
//   taglib_in_place FILE CHAPTERS.tsv        (start in ms, end in ms, title)

#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4chapter.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace
{

struct Row
{
    unsigned int start;
    unsigned int end;
    std::string title;
};

std::vector<Row> readRows (const char* path)
{
    std::vector<Row> rows;
    std::ifstream file (path);
    std::string start, end, title;

    while (std::getline (file, start, '\t') && std::getline (file, end, '\t') && std::getline (file, title))
        rows.push_back ({ unsigned (std::stoul (start)), unsigned (std::stoul (end)), title });

    return rows;
}

TagLib::String text (const std::string& utf8)
{
    return { utf8, TagLib::String::UTF8 };
}

bool writeMp4 (const char* path, const std::vector<Row>& rows)
{
    TagLib::MP4::ChapterList chapters;

    for (const auto& row : rows)
        chapters.append (TagLib::MP4::Chapter (text (row.title), row.start));

    TagLib::MP4::File file (path, false);
    file.setNeroChapters (chapters);
    file.setQtChapters (chapters);
    return file.save();
}

bool writeMp3 (const char* path, const std::vector<Row>& rows)
{
    using namespace TagLib;

    constexpr unsigned int unused = 0xFFFFFFFF;
    MPEG::File file (path, false);
    auto* tag = file.ID3v2Tag (true);
    tag->removeFrames ("CHAP");
    tag->removeFrames ("CTOC");
    ByteVectorList ids;

    for (const auto& row : rows)
    {
        const auto id = "ch" + std::to_string (ids.size());
        auto* title = new ID3v2::TextIdentificationFrame ("TIT2", String::UTF16);
        title->setText (text (row.title));
        ID3v2::FrameList sub;
        sub.append (title);
        tag->addFrame (new ID3v2::ChapterFrame (id.c_str(), row.start, row.end, unused, unused, sub));
        ids.append (id.c_str());
    }

    auto* contents = new ID3v2::TableOfContentsFrame ("toc", ids);
    contents->setIsTopLevel (true);
    contents->setIsOrdered (true);
    tag->addFrame (contents);
    return file.save (MPEG::File::ID3v2, File::StripNone, ID3v2::v3, File::DoNotDuplicate);
}

} // namespace

int main (int argc, char** argv)
{
    if (argc != 3)
        return 2;

    const std::string path = argv[1];
    const auto rows = readRows (argv[2]);
    return (path.ends_with (".mp3") ? writeMp3 (argv[1], rows) : writeMp4 (argv[1], rows)) ? 0 : 1;
}
