#!/usr/bin/python3
"""for_onnxruntime.py IN.onnx OUT.onnx: rewrites a network so that ONNX Runtime runs it faster.

Deterministic: models/manifest.yaml has the SHA-256 of the output.
"""

import sys

import onnx

from rewrite_prelu import rewrite
from widen_channels import widen

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    model = onnx.load(sys.argv[1])
    widen(model)
    rewrite(model)
    onnx.checker.check_model(model)
    with open(sys.argv[2], "wb") as out:
        out.write(model.SerializeToString(deterministic=True))
