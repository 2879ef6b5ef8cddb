#include "Formats/ChapterFormat.h"
#include "Formats/OutlineJson.h"
#include "Foundation/File.h"
#include <nlohmann/json.hpp>
#include <iostream>
int main (int, char** argv)
{
    using namespace earmark;
    auto bytes = readFile (argv[2], maxDocumentBytes);
    if (! bytes) { std::cerr << bytes.error().message << "\n"; return 1; }
    auto r = importOutline (*bytes, argv[2]);
    if (! r) { std::cerr << r.error().message << "\n"; return 1; }
    auto j = toJson (r->reading.outline);
    for (auto& n : r->reading.notices) std::cerr << describe (n.where) << ": " << n.message << "\n";
    std::cout << j.dump (1) << "\n";
}
