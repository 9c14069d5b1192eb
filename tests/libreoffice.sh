#!/bin/sh
# Opens a workbook of ours in LibreOffice and looks for what must not be there: a formula made of somebody's text.
# Not part of `cargo xtask test`, since it needs LibreOffice (Debian: libreoffice-calc).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$(dirname "$0")/.."
ROSTERWELL_WORKBOOK="$folder/clinic.xlsx" cargo test --quiet --test suite hostile_text_stays_text_in_a_workbook
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to fods --outdir "$folder" "$folder/clinic.xlsx"
rows=$(grep -c '<table:table-row' "$folder/clinic.fods")
[ "$rows" -gt 100 ] || { echo "LibreOffice read only $rows rows"; exit 1; }
if grep -q 'table:formula' "$folder/clinic.fods"; then
    echo "a cell became a formula"
    exit 1
fi
echo "LibreOffice read $rows rows and no formula"
