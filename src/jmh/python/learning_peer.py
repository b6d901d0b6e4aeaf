"""Milliseconds of a training step, ours beside PyTorch's in one run, in turns.

python learning_peer.py <java> <class path of the tests> [<model> …]      (see docs/benchmarks-learning.md)
"""
import os
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["TORCH_CPP_LOG_LEVEL"] = "ERROR"
import subprocess
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
WARM_UP, STEPS, ROUNDS = 10, 40, 5
FUSED = hasattr(F, "scaled_dot_product_attention")


class Block(nn.Module):
    def __init__(self, d, heads, causal=True):
        super().__init__()
        self.causal = causal
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.up, self.down = nn.Linear(d, 4 * d), nn.Linear(4 * d, d)
        self.heads = heads

    def forward(self, x):
        b, t, d = x.shape
        q, k, v = (z.view(b, t, self.heads, d // self.heads).transpose(1, 2)
                   for z in self.qkv(self.norm1(x)).chunk(3, -1))
        if FUSED:
            y = F.scaled_dot_product_attention(q, k, v, is_causal=self.causal)
        else:
            s = q @ k.transpose(-1, -2) / (d // self.heads) ** 0.5
            if self.causal:
                s = s.masked_fill(torch.ones(t, t).triu(1).bool(), float("-inf"))
            y = s.softmax(-1) @ v
        x = x + self.out(y.transpose(1, 2).reshape(b, t, d))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.symbols = nn.Embedding(256, 64)
        self.positions = nn.Parameter(torch.randn(256, 64) * 0.02)
        self.blocks = nn.Sequential(Block(64, 4), Block(64, 4))
        self.norm, self.scores = nn.LayerNorm(64), nn.Linear(64, 256)

    def forward(self, x):
        return self.scores(self.norm(self.blocks(self.symbols(x) + self.positions)))


class Encoder(nn.Module):
    """The Transformer of the pretraining page: 64 pixels of two levels and a mask, d 24."""

    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(3, 24)
        self.positions = nn.Parameter(torch.randn(64, 24) * 0.02)
        self.blocks = nn.Sequential(Block(24, 4, False), Block(24, 4, False))
        self.norm, self.levels = nn.LayerNorm(24), nn.Linear(24, 2)

    def forward(self, x):
        return self.levels(self.norm(self.blocks(self.tokens(x) + self.positions)))


def conv(i, o, stride=1):
    return nn.Conv2d(i, o, 3, stride, 1)


def autoencoder():
    return nn.Sequential(
        conv(1, 16, 2), nn.ReLU(), conv(16, 32, 2), nn.ReLU(), conv(32, 8),
        conv(8, 32), nn.ReLU(), nn.Upsample(scale_factor=2), conv(32, 16), nn.ReLU(),
        nn.Upsample(scale_factor=2), conv(16, 1))


def best(model, loss):
    adam = torch.optim.AdamW(model.parameters(), 1e-3, weight_decay=0.01)
    least = float("inf")
    for step in range(WARM_UP + STEPS):
        start = time.perf_counter()
        adam.zero_grad()
        value = loss(model)
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        value.item()
        if step >= WARM_UP:
            least = min(least, (time.perf_counter() - start) * 1e3)
    return least


text = torch.randint(256, (16, 256))
pixels = torch.rand(128, 1, 28, 28)
pictures = torch.randint(1, 3, (32, 64))
levels = torch.where(torch.rand(32, 64) < 0.3, pictures - 1, -1)
hidden = torch.where(levels < 0, pictures, 0)
peers = {
    "encoder": lambda: best(
        Encoder(), lambda m: F.cross_entropy(
            m(hidden).view(-1, 2), levels.view(-1), ignore_index=-1)),
    "decoder": lambda: best(
        Decoder(), lambda m: F.cross_entropy(m(text).view(-1, 256), text.view(-1))),
    "autoencoder": lambda: best(autoencoder(), lambda m: F.mse_loss(m(pixels), pixels)),
}
java = subprocess.Popen(
    [sys.argv[1], "--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-cp", sys.argv[2],
     "spaceslab.learning.TrainingStepsBench"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def ours(name):
    java.stdin.write(name + "\n")
    java.stdin.flush()
    while True:
        line = java.stdout.readline()
        if not line:
            sys.exit("the Java side ended")
        try:
            return float(line)
        except ValueError:
            pass  # a line of the engine's log


print("PyTorch", torch.__version__, "fused attention" if FUSED else "attention by matrices")
for name in sys.argv[3:] or peers:
    peer = peers[name]
    rounds = [(ours(name), peer()) for _ in range(ROUNDS)]
    mine, theirs = (min(r[i] for r in rounds) for i in (0, 1))
    print(f"{name}: ours {mine:.1f} ms, PyTorch {theirs:.1f} ms, ratio {mine / theirs:.2f}; rounds "
          + " ".join(f"{a:.0f}/{b:.0f}" for a, b in rounds))
java.stdin.close()
java.wait()
