"""Pads the channels of a network, so that ONNX Runtime keeps its fast layout.

ONNX Runtime 1.30 stores blocks of 8 or 16 channels, the width of a vector register, and leaves that layout at a depthwise
convolution whose number of channels is not a multiple of it. A pruned network has such numbers: 103, 13, 231.

So, if an ordinary convolution outputs such a number and another one reads it, with only PRelu and depthwise convolutions
in between, zeros are added up to the next multiple of 16: to the first one's weights and bias, so that the new channels are
zero, and to the last one's weights, which ignore them. The network's output is unchanged.
"""

import collections

import numpy
from onnx import numpy_helper

BLOCK = 16


def _group(node):
    return next((attribute.i for attribute in node.attribute if attribute.name == "group"), 1)


class _Graph:
    def __init__(self, graph):
        self.graph = graph
        self.constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.readers = collections.defaultdict(list)
        for node in graph.node:
            for name in node.input:
                self.readers[name].append(node)
        for output in graph.output:
            self.readers[output.name].append(None)

    def channels(self, node):
        """The number of output channels of a convolution; None if its weights are computed."""
        if any(name not in self.constants for name in node.input[1:]):
            return None
        return self.constants[node.input[1]].shape[0]

    def until_next_convolution(self, first):
        """The nodes between `first` and the ordinary convolution that reads it, and that one; None if others read it."""
        channels, between, value = self.channels(first), [], first.output[0]
        while len(self.readers[value]) == 1 and self.readers[value][0] is not None:
            node = self.readers[value][0]
            if any(name not in self.constants for name in node.input[1:]):
                return None
            if node.op_type == "Conv" and _group(node) == 1:
                return between, node
            each_its_own = node.op_type == "Conv" and _group(node) == self.channels(node) == channels
            if not each_its_own and not (node.op_type == "PRelu" and self.constants[node.input[1]].shape[0] == channels):
                return None
            between.append(node)
            value = node.output[0]
        return None

    def widen(self, node, position, axis, channels):
        """Pads one constant of a node with zeros, under a new name: other nodes may read the old one."""
        old = self.constants[node.input[position]]
        padding = [(0, 0)] * old.ndim
        padding[axis] = (0, channels - old.shape[axis])
        name = f"{node.input[position]}_{axis}_{channels}"
        if name not in self.constants:
            self.constants[name] = numpy.pad(old, padding)
            self.graph.initializer.append(numpy_helper.from_array(self.constants[name], name))
        node.input[position] = name


def widen(model):
    """Adds the channels. Returns the number of widened convolutions."""
    graph, widened = _Graph(model.graph), 0
    for first in [node for node in model.graph.node if node.op_type == "Conv" and _group(node) == 1]:
        channels = graph.channels(first)
        found = graph.until_next_convolution(first) if channels is not None and channels % BLOCK else None
        if found is None or not any(node.op_type == "Conv" for node in found[0]):
            continue
        channels += -channels % BLOCK
        between, last = found
        for node in [first] + between:
            for position in range(1, len(node.input)):
                graph.widen(node, position, 0, channels)
            for attribute in node.attribute:
                if attribute.name == "group" and node is not first:
                    attribute.i = channels
        graph.widen(last, 1, 1, channels)
        widened += 1
    if widened:
        used = {name for node in model.graph.node for name in node.input}
        kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
        del model.graph.initializer[:], model.graph.value_info[:]
        model.graph.initializer.extend(kept)
    return widened
