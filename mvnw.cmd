@echo off
rem Spaces Lab on Windows: needs JAVA_HOME at a JDK 21 or newer and Maven 3.8 or newer on the PATH.
if "%JAVA_HOME%"=="" (echo Spaces Lab needs a JDK 21 or newer: set JAVA_HOME. & exit /b 1)
where mvn >nul 2>nul || (echo Spaces Lab needs Maven 3.8 or newer on the PATH. & exit /b 1)
cd /d "%~dp0"
mvn %*
