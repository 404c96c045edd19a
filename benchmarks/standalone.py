"""A Spark standalone cluster on this machine: a master and workers, each a process of its own.

Used by the benchmarks that train on a cluster; needs SPARK_HOME. With a rate, every worker lives in a
network namespace of its own, a host as far as the network goes, behind a link that tc limits: that
needs Linux and root.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
EXECUTOR = b"CoarseGrainedExecutorBackend"


def spark_home():
    home = os.environ.get("SPARK_HOME", "")
    if not os.access(os.path.join(home, "bin/spark-class"), os.X_OK):
        sys.exit("error: SPARK_HOME has to name an installation of Spark 3.5, such as that of pip's pyspark==3.5.7")
    return pathlib.Path(home)


def run(*command):
    subprocess.run(command, check=True)


def bucket(rate):
    """A token bucket for tc, which every kernel has, of ten milliseconds of the rate."""
    number, unit = re.fullmatch(r"([0-9.]+)(gbit|mbit)", rate).groups()
    burst = float(number) * (1e9 if unit == "gbit" else 1e6) / 8 / 100
    return ["tbf", "rate", rate, "burst", f"{burst:.0f}", "latency", "100ms"]


class Link:
    """A network namespace and the two ends of its only link, both limited to a rate."""

    def __init__(self, number, rate, delay):
        self.name = f"sparkner{number}"
        self.outer, self.inner = f"snr{number}o", f"snr{number}i"
        self.here, self.there = f"10.77.{number}.1", f"10.77.{number}.2"
        run("ip", "netns", "add", self.name)
        run("ip", "link", "add", self.outer, "type", "veth", "peer", "name", self.inner, "netns", self.name)
        run("ip", "addr", "add", self.here + "/24", "dev", self.outer)
        run("ip", "link", "set", self.outer, "up")
        inside = self.prefix()
        run(*inside, "ip", "addr", "add", self.there + "/24", "dev", self.inner)
        run(*inside, "ip", "link", "set", "lo", "up")
        run(*inside, "ip", "link", "set", self.inner, "up")
        run(*inside, "ip", "route", "add", "default", "via", self.here)
        for prefix, device in ((), self.outer), (inside, self.inner):
            limit = ["netem", "rate", rate, "delay", delay] if delay else bucket(rate)
            run(*prefix, "tc", "qdisc", "add", "dev", device, "root", *limit)

    def prefix(self):
        return ["ip", "netns", "exec", self.name]

    def remove(self):
        subprocess.run(["ip", "netns", "del", self.name])


class Cluster:
    """A cluster with this many workers of one task slot each; a context manager."""

    def __init__(self, directory, workers, rate=None, delay="0ms", local_dirs=None):
        self.directory = pathlib.Path(directory)
        self.workers = workers
        self.rate = rate
        self.delay = delay
        self.local_dirs = local_dirs or {}
        self.daemons = []
        self.links = []

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        host = "127.0.0.1"
        if self.rate:
            self.links = [Link(number, self.rate, self.delay) for number in range(1, self.workers + 1)]
            # Workers reach each other and the driver through this machine's end of their links.
            run("sysctl", "-q", "-w", "net.ipv4.ip_forward=1")
            host = self.links[0].here
        self.driver_host = host
        self.master = self._daemon("master", [], r"spark://[\d.]+:\d+", "master.Master", "--host", host)
        for number in range(1, self.workers + 1):
            link = self.links[number - 1] if self.links else None
            self._daemon(
                f"worker-{number}", link.prefix() if link else [], "Successfully registered", "worker.Worker",
                "--host", link.there if link else host, "--cores", "1", "--memory", "3g",
                "--work-dir", str(self.directory / f"work-{number}"), self.master,
                local_dirs=self.local_dirs.get(number))

    def _daemon(self, name, prefix, expected, main, *arguments, local_dirs=None):
        log = self.directory / (name + ".log")
        command = [*prefix, str(spark_home() / "bin/spark-class"), "org.apache.spark.deploy." + main]
        environment = dict(os.environ, SPARK_LOCAL_DIRS=str(local_dirs or self.directory))
        environment.pop("SPARK_LOCAL_IP", None)
        with log.open("w") as output:
            process = subprocess.Popen(
                [*command, *arguments, "--port", "0", "--webui-port", "0"], stdin=subprocess.DEVNULL,
                stdout=output, stderr=output, env=environment, start_new_session=True)
        self.daemons.append(process)
        while True:
            match = re.search(expected, log.read_text())
            if match:
                return match.group()
            if process.poll() is not None:
                sys.exit(f"error: Spark's {name} did not start: {log.read_text().strip().splitlines()[-1:]}")
            time.sleep(0.2)

    def executors(self):
        """Process numbers of the executors, oldest first."""
        return sorted(self._executors())

    def _executors(self):
        """The executors' process numbers with the directory that each runs in, below its worker's."""
        found = {}
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                place = os.readlink(folder / "cwd")
                if place.startswith(str(self.directory)) and EXECUTOR in (folder / "cmdline").read_bytes():
                    found[int(folder.name)] = pathlib.Path(place)
            except OSError:
                pass  # It ended meanwhile.
        return found

    def sweep(self):
        """Removes what applications have left with the workers, 160 MB of jars each, where no executor runs."""
        used = {folder.parent for folder in self._executors().values()}
        for folder in self.directory.glob("work-*/app-*"):
            if folder not in used:
                shutil.rmtree(folder, ignore_errors=True)

    def __exit__(self, *_):
        for pid in self.executors():
            os.kill(pid, signal.SIGKILL)
        for process in reversed(self.daemons):
            process.kill()
            process.wait()
        for link in self.links:
            link.remove()
