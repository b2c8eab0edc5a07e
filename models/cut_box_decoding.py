#!/usr/bin/python3
"""cut_box_decoding.py IN.onnx OUT.onnx: removes the face detector's last nodes, which decode all boxes.

The remaining network outputs the two logits of every anchor and the offsets of its box; the reader decodes only the few
boxes that are faces (reader_model/face_engine/detection/rfb_detector.h). Decoding all anchors in a dozen small nodes takes
a tenth of the network's time. Deterministic: models/manifest.yaml has the SHA-256 of the output.
"""

import sys

import onnx
from onnx import TensorProto, helper


def axis_of(node):
    return next((attribute.i for attribute in node.attribute if attribute.name == "axis"), None)


def joined(makers, name):
    """The value over all anchors from which `name` is computed. ValueError if there is not exactly one."""
    found, waiting = set(), [name]
    while waiting:
        value = waiting.pop()
        node = makers.get(value)
        if node is None or value in found:
            continue
        if node.op_type == "Concat" and axis_of(node) == 1:
            found.add(value)
        else:
            waiting.extend(node.input)
    if len(found) != 1:
        raise ValueError(f"{name} is computed of {len(found)} values of all anchors, not of one")
    return found.pop()


def cut(model):
    """Replaces the outputs `scores` and `boxes` by `logits` and `offsets`."""
    graph = model.graph
    makers = {output: node for node in graph.node for output in node.output}
    shapes = {output.name: [side.dim_value for side in output.type.tensor_type.shape.dim] for output in graph.output}
    if set(shapes) != {"scores", "boxes"}:
        raise ValueError(f"a detector with the outputs {sorted(shapes)}, not boxes and scores")
    cuts = {joined(makers, old): (old, new) for old, new in (("scores", "logits"), ("boxes", "offsets"))}
    wanted, kept = set(cuts), []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            kept.insert(0, node)
            wanted.update(node.input)
    for node in kept:
        node.output[:] = [cuts[name][1] if name in cuts else name for name in node.output]
    constants = [tensor for tensor in graph.initializer if tensor.name in wanted]
    del graph.node[:], graph.output[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(constants)
    graph.output.extend(helper.make_tensor_value_info(new, TensorProto.FLOAT, shapes[old]) for old, new in cuts.values())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    model = onnx.load(sys.argv[1])
    cut(model)
    onnx.checker.check_model(model)
    with open(sys.argv[2], "wb") as out:
        out.write(model.SerializeToString(deterministic=True))
