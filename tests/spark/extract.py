"""Runs `extract` over partitions of NDJSON with Apache Spark in local cluster mode, and writes Parquet and NDJSON.

Usage: extract.py INPUT.ndjson OUTPUT_FOLDER COMMAND
"""

import json
import shlex
import sys

from pyspark.sql import SparkSession

source, target, command = sys.argv[1:4]
spark = SparkSession.builder.master("local-cluster[2,1,1024]").appName("trending-papers extract").getOrCreate()
try:
    # The order of lines must survive: each comes with its number, and goes back by it.
    lines = spark.sparkContext.textFile(source, minPartitions=4)
    extracted = lines.pipe(shlex.join(shlex.split(command)), checkCode=True)
    numbered = extracted.zipWithIndex().map(lambda pair: (pair[1], json.loads(pair[0])["id"], pair[0]))
    frame = spark.createDataFrame(numbered, "position long, id string, record string")
    frame.write.mode("overwrite").parquet(f"{target}/extracted.parquet")
    with open(f"{target}/extracted.ndjson", "w", encoding="utf-8") as output:
        for row in spark.read.parquet(f"{target}/extracted.parquet").orderBy("position").toLocalIterator():
            output.write(row.record + "\n")
finally:
    spark.stop()
