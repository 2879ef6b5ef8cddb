# The command line runs on servers: it carries neither JUCE's components nor X11. JUCE opens X11 only at run time, so
# that the libraries alone would not tell; the symbols do. What a library of ours needs in turn is its own affair: FFmpeg's
# names X11 for decoding in hardware.
function (look_for_windows program out)
    execute_process (COMMAND "${NM}" "${program}" OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
    execute_process (COMMAND "${READELF}" -d "${program}" OUTPUT_VARIABLE libraries COMMAND_ERROR_IS_FATAL ANY)
    string (REGEX MATCH "4juce9Component[^ \n]*|lib(X11|xcb|wayland)[^ \n]*" found "${symbols}${libraries}")
    set (${out} "${found}" PARENT_SCOPE)
endfunction()

look_for_windows ("${CLI}" in_cli)
look_for_windows ("${WINDOWED}" in_windowed)

if (in_cli)
    message (FATAL_ERROR "${CLI} holds ${in_cli}")
elseif (NOT in_windowed)
    message (FATAL_ERROR "${WINDOWED} seems to have no windows: this check no longer knows them when it sees them.")
endif()
