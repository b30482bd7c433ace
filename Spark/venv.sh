# Sourced by Spark/test and Spark/bench: `python` is an interpreter with pyspark, installed into .venv/spark (VENV names
# another folder). Ends the script, with a line that says so, where there is no Java or pyspark cannot be installed.
venv="${VENV:-.venv/spark}"
python="$venv/bin/python"
command -v java > /dev/null || { echo "$0: SKIPPED, there is no Java (Spark 4 needs 17 or later)" >&2; exit 0; }
if ! "$python" -c 'import pyspark, pandas, pyarrow' 2> /dev/null; then
    python3 -m venv "$venv" && "$venv/bin/pip" install -q 'pyspark>=4.0,<5' 'pandas>=2.2,<3' 'pyarrow>=15' \
        || { echo "$0: SKIPPED, pyspark cannot be installed (python3 -m venv, PyPI)" >&2; exit 0; }
fi
export PYTHONPATH=Spark
