<psc:chapter start="00:00:00.000" title="Welcome" url="https://example.org/w" img="https://example.org/w.png"/>
<psc:chapter start="00:01:30.500" title="Fog" end="00:12:05.000" mood="grey"/>
