#!/bin/sh
# Make a virtual environment with what requirements.lock names. Usage: setup.sh FOLDER   (PYTHON=… picks the Python)
set -eu
venv=$1

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11} none; do
    [ "$python" = none ] || ! fits "$python" || break
done
if [ "$python" = none ]; then
    echo "dealdrift needs Python 3.11, 3.12 or 3.13; found none as ${PYTHON:-python3}: install one, or name it with PYTHON=…" >&2
    exit 1
fi

echo "Setting up $venv with $("$python" --version) (once; about a minute)…" >&2
rm -rf "$venv"
if "$python" -m venv "$venv" >/dev/null 2>&1; then
    pip="$venv/bin/python -m pip"
elif rm -rf "$venv" && "$python" -m venv --without-pip "$venv" && "$python" -m pip --version >/dev/null 2>&1; then
    pip="$python -m pip --python $venv/bin/python" # Debian's Python without python3-venv
else
    echo "This Python cannot make a virtual environment: install its venv package (Debian: apt install python3-venv)." >&2
    exit 1
fi
$pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
$pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
