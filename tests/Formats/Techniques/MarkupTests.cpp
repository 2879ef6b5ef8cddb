// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Markup.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("HTML becomes the lines that a browser shows")
{
    CHECK (htmlToText ("<p>one</p><p>two<br>three</p>") == "one\n\ntwo\nthree\n\n");
    CHECK (htmlToText ("<ul>\n <li>a</li>\n <li>b\n c</li>\n</ul>") == "- a\n\n- b c\n\n");
    CHECK (htmlToText ("<tr><td>0:00</td><td>Welcome</td></tr>") == "0:00\tWelcome\n\n");
    CHECK (htmlToText ("<a href=\"https://example.org?a=1&amp;b=2\">x</a>")
           == "[x](https://example.org?a=1&b=2)\n");
    CHECK (htmlToText ("a<!-- <p>b</p> -->c") == "ac\n");
    CHECK (htmlToText ("<script>0:00 x</script>y<style>p</style>") == "y\n");
    CHECK (htmlToText ("1 < 2 &amp; 3 &gt; 2") == "1 < 2 & 3 > 2\n");
    CHECK (htmlToText ("<").contains ('<'));
}

TEST_CASE ("References and tags are taken out, and only those")
{
    CHECK (unescapeHtml ("&amp;lt; &#233;&#xE9; &nosuch; & &") == "&lt; éé &nosuch; & &");
    CHECK (unescapeHtml ("&#0; &#x; &#99999999999;") == "&#0; &#x; &#99999999999;");
    CHECK (withoutTags ("<i>a</i> <v Keeper>b <c.x>d") == "a b d");
    CHECK (withoutTags ("3 < 4 <3") == "3 < 4 <3");
    CHECK (escapeXml ("<a & \"b\">\x01") == "&lt;a &amp; &quot;b&quot;&gt;");
}

} // namespace earmark
