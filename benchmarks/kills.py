"""Kills of executors, tasks and drivers at random: which, when, and how each is done.

What a seed decides is the order of the kinds, how long after the last event each kill comes, and which of
those that run then it hits. Which those are, the machine decides.
"""
import json
import os
import pathlib
import random
import signal
import subprocess
import time
import typing

KINDS = ("executor", "task", "driver")
POLL_SECONDS = 0.05
LISTENER = "org.sparkner.benchmarks.TaskKiller"


class Kill(typing.NamedTuple):
    """One kill.

    kind is one of KINDS; delay is in seconds, after tasks began to run or after the kill before; place,
    from 0 to below 1, chooses among the executors or tasks that run.
    """

    kind: str
    delay: float
    place: float

    def of(self, those):
        """The one of those that run which it hits."""
        return those[int(self.place * len(those))]


def killed(kill, processes):
    """Kills one of the processes; False if there was none, or it ended just now."""
    if not processes:
        return False
    try:
        os.kill(kill.of(processes), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def plan(seed, count, longest_delay):
    """As many kills, of each kind as often as of the others, in random order."""
    chance = random.Random(seed)
    kinds = [KINDS[number % len(KINDS)] for number in range(count)]
    chance.shuffle(kinds)
    return [Kill(kind, chance.uniform(0, longest_delay), chance.random()) for kind in kinds]


class Driver:
    """A driver in a process of its own, whose listener kills tasks when it is told to.

    command is what starts it: the process becomes the driver's JVM. directory is where the listener is told
    what to do, the same for all drivers of a benchmark. log takes standard error.
    """

    def __init__(self, command, directory, log, environment):
        self.directory = pathlib.Path(directory)
        self.log = pathlib.Path(log)
        self.orders = 0
        with self.log.open("a") as errors:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, env=environment)

    @staticmethod
    def settings(directory, jar):
        """Options of spark-submit that give a driver its listener."""
        return [
            "--driver-class-path", str(jar), "--conf", f"spark.extraListeners={LISTENER}",
            "--conf", f"spark.chaos.directory={directory}"]

    def lives(self):
        return self.process.poll() is None

    def runs_tasks(self):
        return (self.directory / f"running-{self.process.pid}").exists()

    def last_line(self):
        return (self.log.read_text(errors="replace").strip().splitlines() or [""])[-1]

    def wait_for(self, condition, deadline):
        """Whether the condition came to hold while the driver lived; False too at the deadline."""
        while self.lives() and time.monotonic() < deadline:
            if condition():
                return True
            time.sleep(POLL_SECONDS)
        return False

    def suffer(self, kill, cluster, deadline):
        """Does the kill; False where the driver ended before it could be done."""
        until = time.monotonic() + kill.delay
        if not self.wait_for(self.runs_tasks, deadline) or not self.wait_for(
                lambda: time.monotonic() >= until, deadline):
            return False
        if kill.kind == "driver":
            self.process.kill()
            self.process.wait()
            return True
        if kill.kind == "task":
            return self.kill_task(kill.place, deadline)
        return self.wait_for(lambda: killed(kill, cluster.executors()), deadline)

    def kill_task(self, place, deadline):
        """Has the listener kill the running task at that place; it waits for one, if none runs."""
        self.orders += 1
        name = f"{self.process.pid}-{self.orders}"
        unfinished = self.directory / f"order-{name}.unfinished"
        unfinished.write_text(str(place))
        unfinished.rename(self.directory / f"order-{name}")
        return self.wait_for((self.directory / f"done-{name}").exists, deadline)

    def dump(self):
        """The stacks of the JVM, for its log."""
        with self.log.open("a") as log:
            subprocess.run(["jcmd", str(self.process.pid), "Thread.print"], stdout=log, stderr=log, timeout=30)


class Ordeal:
    """What the runs of one way went through.

    kills counts those that were done by kind; runs are drivers that were started; passes are outputs that were
    finished and compared; given_up are runs that Spark ended itself, as after the fourth failure of one task.
    """

    def __init__(self):
        self.kills = dict.fromkeys(KINDS, 0)
        self.runs = self.passes = self.given_up = 0
        self.seconds = 0.0


class Hang(Exception):
    """A way that took longer than its bound."""


class Failure(Exception):
    """A run that ended badly though nothing was killed in it."""


def endure(way, kills, cluster, bound, report=lambda line: None):
    """Runs the way until all kills are done and its output is finished, from the start again where it was finished
    before that.

    way has start(), which gives a Driver that begins or goes on; compare(), once a run has ended well;
    glimpse(), after a driver was killed; and restart(), which has the next run begin anew.
    """
    ordeal = Ordeal()
    begin = time.monotonic()
    deadline = begin + bound
    pending = list(kills)
    while True:
        driver = way.start()
        ordeal.runs += 1
        suffered = []
        try:
            while pending and driver.suffer(pending[0], cluster, deadline):
                suffered.append(pending.pop(0))
                ordeal.kills[suffered[-1].kind] += 1
                report(json.dumps({"killed": suffered[-1].kind, "second": round(time.monotonic() - begin, 1)}))
                if suffered[-1].kind == "driver":
                    break
            driver.process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            driver.dump()
            driver.process.kill()
            driver.process.wait()
            raise Hang(f"{way.name} was not done after {bound} s; {driver.log} has the stacks of its driver") from None
        ordeal.seconds = time.monotonic() - begin
        cluster.sweep()
        if driver.process.returncode == 0:
            way.compare()
            ordeal.passes += 1
            if not pending:
                return ordeal
            way.restart()
        elif not suffered:
            raise Failure(f"{way.name} failed though nothing was killed: {driver.last_line()}")
        elif suffered[-1].kind == "driver":
            way.glimpse()
        else:
            ordeal.given_up += 1
            report(json.dumps({"given_up": driver.last_line()}))
