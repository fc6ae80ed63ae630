@echo off
rem Starts the CLI on Windows. Builds it in Release first; needs only the .NET 10 SDK.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
dotnet build "%~dp0src\Cli\Cli.csproj" -c Release --nologo -v quiet || exit /b 3
if "%1"=="sim" set DOTNET_TieredCompilation=1
dotnet "%~dp0artifacts\bin\Cli\release\sfmarketo.dll" %*
