"""Replaces PReLU by operators that ONNX Runtime runs faster.

ONNX Runtime 1.30 keeps convolutions in a blocked layout for vector registers. It leaves that layout at every PRelu node,
for which it has no such kernel, but it has kernels for BatchNormalization, Relu and Add. So, with a slope a per channel,

    PRelu(x) = a·x + (1 - a)·max(x, 0)

becomes BatchNormalization(x; scale a) + BatchNormalization(Relu(x); scale 1 - a), with bias 0, mean 0 and variance 1.
If x is the output of a convolution that nothing else reads, its weights and bias are multiplied by 1 - a instead, which
gives y = (1 - a)·x and saves one pass: PRelu(x) = BatchNormalization(y; scale a / (1 - a)) + Relu(y).
"""

import collections

import numpy
from onnx import helper, numpy_helper

# A power of two, so that variance plus epsilon is exactly 1 in float32.
EPSILON = 2.0**-17

# Above it, a / (1 - a) is so large that float32 loses precision.
LARGEST_FOLDED_SLOPE = 0.98


def rewrite(model):
    """Replaces every PRelu node of the model. ValueError if one has no constant slope per channel."""
    graph = model.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    nodes, added, replaced = [], {}, set()
    makers = {output: node for node in graph.node for output in node.output}
    readers = collections.Counter(name for node in graph.node for name in node.input)
    readers.update(output.name for output in graph.output)

    def constant(name, values):
        added.setdefault(name, numpy_helper.from_array(numpy.asarray(values, numpy.float32), name))
        return name

    for node in graph.node:
        if node.op_type != "PRelu":
            nodes.append(node)
            continue
        value, slope_name = node.input
        if slope_name not in constants:
            raise ValueError(f"the slope of PRelu node {node.name!r} is not a constant")
        slope = numpy_helper.to_array(constants[slope_name])
        channels = slope.size
        if slope.shape != (channels, 1, 1):
            raise ValueError(f"the slope of PRelu node {node.name!r} has shape {slope.shape}, not one number a channel")
        replaced.add(slope_name)
        name = f"{node.output[0]}_prelu"
        zero = constant(f"zero_{channels}", numpy.zeros(channels))
        variance = constant(f"variance_{channels}", numpy.full(channels, 1.0 - EPSILON))

        def scaled(what, part, scale):
            scale = constant(f"{name}_{part}_scale", scale)
            inputs = [what, scale, zero, zero, variance]
            return helper.make_node("BatchNormalization", inputs, [f"{name}_{part}"], f"{name}_{part}", epsilon=EPSILON)

        slope = slope.ravel()
        positive = helper.make_node("Relu", [value], [f"{name}_positive"], f"{name}_positive")
        maker = makers.get(value)
        foldable = maker is not None and maker.op_type == "Conv" and all(one in constants for one in maker.input[1:])
        if foldable and readers[value] == 1 and slope.max() <= LARGEST_FOLDED_SLOPE:
            for index in range(1, len(maker.input)):  # weights, and the bias if there is one: channels come first
                whole = numpy_helper.to_array(constants[maker.input[index]])
                factor = (1.0 - slope).reshape((channels,) + (1,) * (whole.ndim - 1))
                replaced.add(maker.input[index])
                maker.input[index] = constant(f"{maker.input[index]}_{name}", whole * factor)
            parts = [scaled(value, "linear", slope / (1.0 - slope)), positive]
        else:
            parts = [scaled(value, "linear", slope), positive, scaled(positive.output[0], "rest", 1.0 - slope)]
        nodes += parts
        summed = [parts[0].output[0], parts[-1].output[0]]
        nodes.append(helper.make_node("Add", summed, [node.output[0]], f"{name}_sum"))

    if not replaced:
        raise ValueError("has no PRelu node")
    still_used = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name not in replaced or tensor.name in still_used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept + list(added.values()))
