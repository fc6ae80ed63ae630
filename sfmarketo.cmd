@echo off
rem Starts the CLI on Windows. Builds it in Release first; needs only the .NET 10 SDK.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set dll=%~dp0artifacts\fast\publish\Cli\release\sfmarketo.dll
dotnet publish "%~dp0src\Cli\Cli.csproj" -c Release -p:Fast=true --nologo -v quiet -o "%~dp0artifacts\fast\publish\Cli\release" >nul 2>&1
if errorlevel 1 (
  set dll=%~dp0artifacts\bin\Cli\release\sfmarketo.dll
  dotnet build "%~dp0src\Cli\Cli.csproj" -c Release --nologo -v quiet || exit /b 3
)
if "%1"=="sim" if not defined DOTNET_GCgen0size set DOTNET_GCgen0size=0x4000000
dotnet "%dll%" %*
