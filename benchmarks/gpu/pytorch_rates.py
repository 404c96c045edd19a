"""Rates of Python's PyTorch for the products that dominate here: a bound for what Java's libraries can do, and what
is measured of a GPU where those cannot be brought. Arguments: DEVICE BATCHES."""
import sys
import time

import torch
from torch.nn.utils.rnn import PackedSequence

INPUTS = 130
HIDDEN = 200
MEAN_LENGTH = 15
SECONDS = 5


def measured(step, tokens, device):
    """Tokens a second of a step, after some that are not counted."""

    def synchronised():
        if device.startswith("cuda"):
            torch.cuda.synchronize()

    for _ in range(3):
        step()
    synchronised()
    count = 0
    started = time.monotonic()
    while time.monotonic() - started < SECONDS:
        step()
        count += 1
    synchronised()
    return count * tokens / (time.monotonic() - started)


def packed(batch, device):
    lengths = torch.arange(batch) % (2 * MEAN_LENGTH - 1) + 1
    sizes = torch.tensor([int((lengths > step).sum()) for step in range(int(lengths.max()))])
    rows = torch.randn(int(lengths.sum()), INPUTS, device=device)
    return PackedSequence(rows, sizes)


def recurrent(batch, device):
    network = torch.nn.LSTM(INPUTS, HIDDEN, bidirectional=True).to(device)
    sentences = packed(batch, device)

    def step():
        network.zero_grad()
        network(sentences)[0].data.sum().backward()

    return measured(step, len(sentences.data), device)


def encoder(device, layers, width, dtype, learns):
    layer = torch.nn.TransformerEncoderLayer(width, width // 64 or 1, 4 * width, batch_first=True)
    network = torch.nn.TransformerEncoder(layer, layers, enable_nested_tensor=False).to(device, dtype)
    pieces = torch.randn(32, 128, width, device=device, dtype=dtype)

    def forward():
        with torch.no_grad():
            network(pieces)

    def both():
        network.zero_grad()
        network(pieces).sum().backward()

    network.train(learns)
    return measured(both if learns else forward, pieces.shape[0] * pieces.shape[1], device)


def main():
    device, batches = sys.argv[1:3]
    torch.set_num_threads(1)
    for batch in map(int, batches.split(",")):
        print(f"BiLSTM forward and backward, batches of {batch}\t{recurrent(batch, device):,.0f} tokens/s", flush=True)
    half = torch.float16 if device.startswith("cuda") else torch.bfloat16
    for layers, width in (12, 384), (12, 768):
        for dtype in torch.float32, half:
            for learns in False, True:
                rate = encoder(device, layers, width, dtype, learns)
                what = "forward and backward" if learns else "forward"
                print(f"{layers} x {width} encoder {what}, {dtype}\t{rate:,.0f} pieces/s", flush=True)


if __name__ == "__main__":
    main()
