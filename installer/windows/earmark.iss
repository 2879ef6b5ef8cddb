; The installer for Windows, by Inno Setup 6: iscc /DVersion=0.1.0 /DBuild=..\..\build\windows earmark.iss
; With /DSign=NAME, the sign tool of that name (set up in Inno Setup) signs the installer and what it installs.

#ifndef Version
  #error Say which version: /DVersion=0.1.0
#endif
#ifndef Build
  #define Build "..\..\build\windows"
#endif
#define Plugin Build + "\Source\Plugin\EarmarkPlugin_artefacts\Release"

[Setup]
AppId={{6B0E5A0C-6E0B-4D57-9B0A-3C7A9F6D2E41}
AppName=Earmark
AppVersion={#Version}
AppPublisher=Earmark
AppPublisherURL=https://earmark.example
DefaultDirName={autopf}\Earmark
DefaultGroupName=Earmark
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputBaseFilename=earmark-{#Version}-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
#ifdef Sign
SignTool={#Sign}
#endif

[Types]
Name: full; Description: "Everything"
Name: custom; Description: "Choose"; Flags: iscustom

[Components]
Name: app; Description: "The app"; Types: full custom
Name: cli; Description: "The command line (earmark)"; Types: full custom
Name: vst3; Description: "The VST3 plug-in"; Types: full custom
Name: lv2; Description: "The LV2 plug-in"; Types: full

[Tasks]
Name: path; Description: "Let every command prompt find earmark"; Components: cli

[Files]
Source: "{#Build}\Source\Plugin\EarmarkApp_artefacts\Release\earmark-app.exe"; DestDir: "{app}"; Components: app; Flags: ignoreversion
Source: "{#Build}\Release\earmark.exe"; DestDir: "{app}"; Components: cli; Flags: ignoreversion
Source: "{#Plugin}\VST3\Earmark.vst3\*"; DestDir: "{commoncf64}\VST3\Earmark.vst3"; Components: vst3; Flags: ignoreversion recursesubdirs
Source: "{#Plugin}\LV2\Earmark.lv2\*"; DestDir: "{commoncf64}\LV2\Earmark.lv2"; Components: lv2; Flags: ignoreversion recursesubdirs
Source: "..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"
Source: "..\..\Resources\fonts\OFL.txt"; DestDir: "{app}"

[Icons]
Name: "{group}\Earmark"; Filename: "{app}\earmark-app.exe"; Components: app

[Registry]
Root: HKA; Subkey: "Software\Classes\.earmark\OpenWithProgids"; ValueType: string; ValueName: "Earmark.Project"; ValueData: ""; Flags: uninsdeletevalue; Components: app
Root: HKA; Subkey: "Software\Classes\Earmark.Project"; ValueType: string; ValueData: "Earmark project"; Flags: uninsdeletekey; Components: app
Root: HKA; Subkey: "Software\Classes\Earmark.Project\shell\open\command"; ValueType: string; ValueData: """{app}\earmark-app.exe"" ""%1"""; Components: app
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotInPath

[Code]
function IsNotInPath: Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKLM, 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: string;
  At: Integer;
begin
  if Step <> usPostUninstall then
    exit;
  if not RegQueryStringValue(HKLM, 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment', 'Path', Path) then
    exit;
  At := Pos(';' + Uppercase(ExpandConstant('{app}')), Uppercase(Path));
  if At = 0 then
    exit;
  Delete(Path, At, Length(ExpandConstant('{app}')) + 1);
  RegWriteExpandStringValue(HKLM, 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment', 'Path', Path);
end;
