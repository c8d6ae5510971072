@echo off
rem Runs the compass command from this checkout on Windows; makes its environment on first use.
rem Needs Python 3.11 or newer and git. The tests run on Linux and macOS: ./compass test
setlocal
set "here=%~dp0"
set "environment=%here%.venv"
set "python=%environment%\Scripts\python.exe"
set "stamp=%environment%\build.installed"
if not exist "%python%" (
    echo compass: making the environment %environment% 1>&2
    py -3 -m venv "%environment%" 2>nul || python -m venv "%environment%" || goto :nopython
)
fc /b "%here%requirements\build.txt" "%stamp%" >nul 2>&1 && goto :run
echo compass: installing what the build needs 1>&2
"%python%" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement "%here%requirements\build.txt" || goto :noinstall
"%python%" -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable "%here%." || goto :noinstall
copy /y "%here%requirements\build.txt" "%stamp%" >nul
:run
"%environment%\Scripts\compass.exe" %*
exit /b %errorlevel%
:nopython
echo compass: Python 3.11 or newer is needed; install it from python.org with the launcher 1>&2
exit /b 2
:noinstall
echo compass: the requirements could not be installed; see the message of pip above 1>&2
exit /b 2
