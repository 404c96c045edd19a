"""What a training round with several workers costs: the model in docs/DISTRIBUTED.md, with its letters."""
import csv
import dataclasses
import math
import pathlib
import statistics


@dataclasses.dataclass
class Measured:
    """Medians over the rounds with the most steps in a training's rounds.csv."""

    steps: int
    step_seconds: float
    round_seconds: float
    bytes_down: float
    bytes_up: float

    @staticmethod
    def read(path, workers):
        rounds = list(csv.DictReader(pathlib.Path(path).open()))
        longest = max(int(row["steps"]) for row in rounds)
        rounds = [row for row in rounds if int(row["steps"]) == longest]

        def median(field):
            return statistics.median(float(row[field]) for row in rounds)

        return Measured(
            longest, median("compute_seconds") / longest, median("seconds"), median("bytes_sent"),
            median("bytes_received") / workers)


@dataclasses.dataclass
class Costs:
    """Seconds of a round apart from its steps."""

    latency: float = 0.05  # seconds of a Spark stage
    gbits: float = 10  # of the network, per second
    merge_gb: float = 1  # read and added in a second
    depth: int = 2  # of the tree of averaging

    def seconds(self, workers, bytes_down, bytes_up):
        rate = self.gbits * 1e9 / 8
        depth = 1 if workers <= 4 else self.depth
        fan = math.ceil(workers ** (1 / depth))
        return (
            self.latency * (1 + depth)
            + bytes_down * math.ceil(math.log2(workers + 1)) / rate
            + depth * fan * bytes_up / rate
            + depth * fan * bytes_up / (self.merge_gb * 1e9))
