# The same network and step in PyTorch, channels last, fused Adam: torch_peer.py <FP32|BF16> <steps>. Prints one line of JSON.
import contextlib
import json
import os
import statistics
import sys
import time

import torch
from torch import nn

BATCH = 100
half, steps = sys.argv[1] == "BF16", int(sys.argv[2])
torch.set_num_threads(os.cpu_count())


def median(call, times):
    spent = []
    for i in range(times + 3):
        began = time.perf_counter()
        call()
        if i >= 3:
            spent.append(time.perf_counter() - began)
    return statistics.median(spent)


layers, channels = [], 3
for filters in (16, 32, 64, 128):
    layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    channels = filters
layers += [nn.Flatten(), nn.Linear(4608, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Dropout(0.3), nn.Linear(256, 5)]
model = nn.Sequential(*layers).to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(model.parameters(), 1e-4, fused=True)
x = torch.rand(BATCH, 3, 96, 96).to(memory_format=torch.channels_last)
y = torch.randint(0, 5, (BATCH,))


def precision():
    return torch.autocast("cpu", torch.bfloat16) if half else contextlib.nullcontext()


def step():
    optimizer.zero_grad()
    with precision():
        loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    loss.item()


train = median(step, steps)
model.eval()
# Bytes in memory to probabilities, as our engines are asked; NHWC seen as NCHW is channels last.
pixels = torch.randint(0, 256, (BATCH, 96, 96, 3), dtype=torch.uint8)


def predict(some):
    return torch.softmax(model((some.float() / 255).permute(0, 3, 1, 2)), 1)


with torch.no_grad(), precision():
    one = median(lambda: predict(pixels[:1]), 100)
    hundred = median(lambda: predict(pixels), 40)
name = f"PyTorch {torch.__version__}, channels last, {'bfloat16' if half else 'float32'}"
print(json.dumps({"name": name, "train": BATCH / train, "one": 1 / one, "hundred": BATCH / hundred}))
