-- A session "s1" in $EARMARK_SESSION with one stereo track that holds the plug-in $EARMARK_PLUGIN, a VST3 or LV2 as $EARMARK_KIND says.
local session = assert (create_session (os.getenv ("EARMARK_SESSION"), "s1", 48000))
local tracks = session:new_audio_track (2, 2, ARDOUR.RouteGroup (), 1, "voice", ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true, true)
local kinds = { VST3 = ARDOUR.PluginType.VST3, LV2 = ARDOUR.PluginType.LV2 }

for track in tracks:iter () do
  local plugin = ARDOUR.LuaAPI.new_plugin (session, os.getenv ("EARMARK_PLUGIN"), kinds[os.getenv ("EARMARK_KIND")], "")
  assert (not plugin:isnil (), "the plug-in was not found")
  assert (track:add_processor_by_index (plugin, 0, nil, true) == 0, "the plug-in was not taken")
end

session:save_state ("", false, false, false, false)
close_session ()
print ("THE END")
io.stdout:flush ()
