"""Trainings from the command line, as several benchmarks run them: their shared options, and the command."""
import argparse
import subprocess

from standalone import HOME

LAUNCHER = str(HOME / "bin/spark-ner")


def parser(description, train=None, valid=None, epochs=1):
    """A parser of the shared options; those without a default here are required."""
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--train", default=train, required=train is None)
    options.add_argument("--valid", default=valid, required=valid is None)
    options.add_argument("--vectors")
    options.add_argument("--epochs", type=int, default=epochs, required=epochs is None)
    options.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    return options


def command(options, model, workers, *more, train=None, cluster=None, submit=()):
    """The command of one training, with `more` of its own options.

    It runs on the cluster, if there is one, and the options `submit` then go to spark-submit. The training
    data are those of the options, unless `train` names others.
    """
    line = [LAUNCHER]
    if cluster:
        line += [
            "--master", cluster.master, "--conf", f"spark.driver.host={cluster.driver_host}",
            "--conf", "spark.executor.memory=2g", *submit]
    line += [
        "train", "--train", str(train or options.train), "--valid", options.valid, "--model", str(model),
        "--workers", str(workers), "--epochs", str(options.epochs)]
    line += ["--vectors", options.vectors] if options.vectors else []
    for setting in options.set:
        line += ["--set", setting]
    return [*line, *more]


def build():
    """Builds what is missing before the clock runs."""
    subprocess.run([LAUNCHER, "--help"], stdout=subprocess.DEVNULL, check=True)
