<?xml version="1.0" encoding="ISO-8859-1"?>
<chapters version="1.2" xmlns="http://podlove.org/simple-chapters">
  <!-- a comment with <chapter start="9"/> in it -->
  <chapter start="0" title="Willkommen &amp; Grüße"/>
  <chapter start="3:07" title="The gauge" href="https://example.org/gauge?a=1&amp;b=2" image="https://example.org/g.png"/>
  <chapter start="05:12:03.5" title="Letters"/>
  <chapter start="late" title="No time"/>
</chapters>
