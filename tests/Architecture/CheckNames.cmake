# No two headers define a type of one name in one namespace: all rooms end up in one program, where the linker would take either for both
# and say nothing. The same for other names of types (using): no file could include both. -D PROJECT=the tree
cmake_policy (VERSION 3.25)

file (GLOB_RECURSE files RELATIVE "${PROJECT}" "${PROJECT}/Source/*.h")
set (faults "")
set (number 0)

foreach (file IN LISTS files)
    file (READ "${PROJECT}/${file}" text)
    string (REGEX MATCH "\nnamespace (earmark[A-Za-z0-9_:]*)\n" ignored "${text}")
    set (space "${CMAKE_MATCH_1}")
    string (REGEX MATCHALL "\n(struct|class|enum class) [A-Za-z0-9_]+( final)?( : [^\n;]*)?\n{|\nusing [A-Za-z0-9_]+ =" definitions "${text}")

    foreach (definition IN LISTS definitions)
        string (REGEX MATCH "(struct|class|using) ([A-Za-z0-9_]+)" ignored "${definition}")
        set (name "${space}::${CMAKE_MATCH_2}")
        math (EXPR number "${number} + 1")

        if (DEFINED "home_of_${name}")
            list (APPEND faults "${name} is in ${home_of_${name}} and in ${file}")
        endif()

        set ("home_of_${name}" "${file}")
    endforeach()
endforeach()

if (faults)
    list (JOIN faults "\n  " lines)
    message (FATAL_ERROR "two types of one name:\n  ${lines}")
elseif (number EQUAL 0)
    message (FATAL_ERROR "no types in ${PROJECT}/Source: this check no longer knows one when it sees it.")
endif()

message (STATUS "${number} types, each with a name of its own")
