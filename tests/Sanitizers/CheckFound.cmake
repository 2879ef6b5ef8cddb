# A fault that is made on purpose is found, and ends the program as a failure: -D PROGRAM, FAULT, MESSAGE.
execute_process (COMMAND "${PROGRAM}" "${FAULT}" RESULT_VARIABLE result OUTPUT_VARIABLE told ERROR_VARIABLE told)

if (NOT told MATCHES "${MESSAGE}")
    message (FATAL_ERROR "The sanitizer says nothing of this fault: ${FAULT}:\n${told}")
elseif (result EQUAL 0)
    message (FATAL_ERROR "The sanitizer finds the fault (${FAULT}), and the program ends as if there was none.")
endif()
