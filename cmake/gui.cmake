# The desktop program: one target per folder of app/gui. Only these link Qt.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg)

function(holdfast_gui_layer folder)
  cmake_parse_arguments(arg "" "OFTEN" "LINKS" ${ARGN})
  holdfast_layer(app/gui/${folder} COLD LINKS ${arg_LINKS})
  set_target_properties(holdfast_app_gui_${folder} PROPERTIES AUTOMOC ON)
  if(HOLDFAST_PCH)
    target_precompile_headers(holdfast_app_gui_${folder} PRIVATE <${arg_OFTEN}>)
  endif()
endfunction()

holdfast_gui_layer(models OFTEN QtCore LINKS holdfast_app_session Qt6::Core)
holdfast_gui_layer(style OFTEN QtWidgets LINKS holdfast_app_gui_models Qt6::Widgets)
holdfast_gui_layer(topology OFTEN QtWidgets LINKS holdfast_app_gui_models holdfast_app_gui_style Qt6::Widgets Qt6::Svg)
holdfast_gui_layer(views OFTEN QtWidgets LINKS holdfast_app_gui_topology holdfast_app_report)

add_executable(holdfast-gui app/gui/main.cpp)
target_link_libraries(holdfast-gui PRIVATE holdfast_app_gui_views)
