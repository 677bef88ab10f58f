#!/usr/bin/env python3
"""The service beside the limit: pgbench running the same SQL, prepared, on the same database.

    make bench              # the usual bank
    make bench SIZES=3481,300000

For each reading: alternating passes of HTTP (wrk, 16 connections) and pgbench (16 clients), medians,
their ratio, and the CPU that PostgreSQL and the service each spend on a request. For each size: the
buffers that one page of 100 lots reads. No absolute time is a result: only what one run compares.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import tempfile
import urllib.request
from pathlib import Path

# What the service sets on each of its connections.
os.environ["PGOPTIONS"] = "-c random_page_cost=1.1 -c jit=off -c enable_memoize=off -c exsitu.timezone=Europe/Paris"
TICK = os.sysconf("SC_CLK_TCK")
READINGS = {
    "page of 100 lots": "/v1/seed-lots?limit=100",
    "a sowing's counts": "/v1/sowings/{sowing}/counts",
}


def main():
    args = arguments()
    for size in args.sizes.split(","):
        with Bank(args.binary, int(size)) as bank:
            print(f"\n# {size} lots")
            bank.buffers()
            for name, path in READINGS.items():
                bank.compare(name, path, args.passes, args.seconds)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default="target/release/gn-exsitu")
    parser.add_argument("--sizes", default="3481")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=8)
    return parser.parse_args()


class Bank:
    """A demonstration that is served, and what is measured on it."""

    def __init__(self, binary, size):
        self.binary, self.size = binary, size

    def __enter__(self):
        kept = os.environ.get(f"EXSITU_BENCH_DATA_{self.size}")
        home = ["--data-dir", kept] if kept else ["--ephemeral"]
        command = [self.binary, "--log", "warn", "dev", "--port", "0", "--size", str(self.size), *home]
        self.service = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        said = ""
        for line in self.service.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        self.url = re.search(r"API\s+(http\S+)/v1", said)[1]
        self.database = re.search(r"PostgreSQL\s+(\S+)", said)[1]
        self.tools = Path(self.query("SELECT setting FROM pg_config() WHERE name = 'BINDIR'"))
        body = json.dumps({"login": "responsable", "password": "demo"}).encode()
        login = urllib.request.Request(f"{self.url}/auth/login", body, {"Content-Type": "application/json"})
        self.token = json.load(urllib.request.urlopen(login))["token"]
        self.sowing = self.query(
            "SELECT s.uuid FROM pr_exsitu.t_sowings s JOIN pr_exsitu.v_sowings v USING (uuid) ORDER BY v.visits DESC, s.id_sowing LIMIT 1")
        self.query("VACUUM ANALYZE")
        return self

    def __exit__(self, *_):
        self.service.send_signal(signal.SIGINT)
        self.service.wait()

    def query(self, sql):
        psql = ["psql", "-XAtq", "-d", self.database, "-c", sql]
        return subprocess.run(psql, check=True, capture_output=True, text=True).stdout.strip()

    def get(self, path):
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.token}"})
        return urllib.request.urlopen(request).read()

    def statement(self, path, view):
        """The statement that the service sends for a path, as a pgbench script with its values."""
        self.get(path)  # Once to warm what is remembered, so that the log holds the reading alone.
        log = Path(self.query("SHOW data_directory")).parent / "log"
        before = log.stat().st_size
        self.query("ALTER SYSTEM SET log_min_duration_statement = 0")
        self.query("SELECT pg_reload_conf()")
        seen = ""
        while f'FROM "pr_exsitu"."{view}"' not in seen:
            self.get(path)
            seen = log.read_text()[before:]
        self.query("ALTER SYSTEM RESET log_min_duration_statement")
        self.query("SELECT pg_reload_conf()")
        entries = re.findall(r"execute \S+: (SELECT .*?)\n(?:\S+ \S+ \S+ \[\d+\] DETAIL:  parameters: (.*?)\n)?(?=\d{4}-)", seen + "9999-", re.S)
        sql, values = [e for e in entries if f'FROM "pr_exsitu"."{view}"' in e[0]][-1]
        values = dict(re.findall(r"\$(\d+) = '((?:[^']|'')*)'", values))
        return sql.replace("\n", " "), values

    def buffers(self):
        sql, values = self.statement(READINGS["page of 100 lots"], "v_seed_lots")
        for n, value in values.items():
            sql = re.sub(rf"\${n}\b", f"'{value}'", sql)
        plan = json.loads(self.query(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}"))[0]["Plan"]
        print(f"buffers read for a page of 100 lots: {plan['Shared Hit Blocks'] + plan['Shared Read Blocks']}")

    def compare(self, name, path, passes, seconds):
        path = path.format(sowing=self.sowing)
        view = "v_seed_lots" if "seed-lots" in path else "v_counts"
        sql, values = self.statement(path, view)
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
            script.write(re.sub(r"\$(\d+)", r":p\1", sql) + ";\n")
            script.flush()
            variables = [part for n, value in values.items() for part in ("-D", f"p{n}={value}")]
            http, limit, database, service = [], [], [], []
            for _ in range(passes):
                start = self.cpu()
                http.append(self.wrk(path, seconds))
                spent = [after - before for before, after in zip(start, self.cpu())]
                database.append(spent[0] / (http[-1] * seconds))
                service.append(spent[1] / (http[-1] * seconds))
                limit.append(self.pgbench(script.name, variables, seconds))
        rate, most = statistics.median(http), statistics.median(limit)
        cost = statistics.median(service) / statistics.median(database)
        print(f"{name}: {rate:.0f} requests/s over HTTP, {most:.0f} by pgbench: ratio {rate / most:.2f}; "
              f"CPU of the service over PostgreSQL's: {cost:.2f}")

    def wrk(self, path, seconds):
        command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-H", f"Authorization: Bearer {self.token}", self.url + path]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert "Non-2xx" not in said, said
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])

    def pgbench(self, script, variables, seconds):
        command = [self.tools / "pgbench", "-n", "-M", "prepared", "-c16", "-j2", f"-T{seconds}", "-f", script, *variables, self.database]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return float(re.search(r"tps = ([\d.]+)", said)[1])

    def cpu(self):
        """Seconds of CPU that PostgreSQL, its dead children included, and the service have spent."""
        postmaster = int((Path(self.query("SHOW data_directory")) / "postmaster.pid").read_text().split()[0])
        database, service = 0.0, 0.0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                pid = int(stat.parent.name)
                fields = stat.read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            own, dead = (int(fields[11]) + int(fields[12])) / TICK, (int(fields[13]) + int(fields[14])) / TICK
            if pid == postmaster:
                database += own + dead
            elif int(fields[1]) == postmaster:
                database += own
            elif pid == self.service.pid:
                service = own
        return database, service


if __name__ == "__main__":
    main()
