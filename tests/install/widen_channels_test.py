#!/usr/bin/env python3
"""models/widen_channels.py on small networks. The test computes their output before and after with numpy."""

import sys
import unittest
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "models"))
from widen_channels import widen  # noqa: E402

SIDE = 4


def numbers(*shape):
    return numpy.random.default_rng(len(shape)).standard_normal(shape).astype(numpy.float32)


def conv(name, value, result, out, each, group=1, kernel=1):
    """A convolution that keeps the picture's size, and its constants."""
    node = helper.make_node("Conv", [value, f"{name}.w", f"{name}.b"], [result], name, kernel_shape=[kernel] * 2,
                            pads=[kernel // 2] * 4, group=group)
    return node, [(f"{name}.w", numbers(out, each, kernel, kernel)), (f"{name}.b", numbers(out))]


def prelu(name, value, result, channels):
    return helper.make_node("PRelu", [value, f"{name}.s"], [result], name), [(f"{name}.s", numbers(channels, 1, 1))]


def network(*parts, outputs=("y",)):
    nodes, constants = zip(*parts)
    tensors = [numpy_helper.from_array(values, name) for part in constants for name, values in part]
    graph = helper.make_graph(nodes, "test", [helper.make_tensor_value_info("x", TensorProto.FLOAT, (1, 2, SIDE, SIDE))],
                              [helper.make_tensor_value_info(name, TensorProto.FLOAT, (1, "channels", SIDE, SIDE)) for name in outputs], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)])


def separable(channels, also_read=False):
    """x with two channels → `channels` → a depthwise 3x3 → three, optionally with the intermediate result."""
    return network(conv("first", "x", "a", channels, 2), prelu("p", "a", "b", channels),
                   conv("depthwise", "b", "c", channels, 1, group=channels, kernel=3), prelu("q", "c", "d", channels),
                   conv("last", "d", "y", 3, channels), outputs=("y", "d") if also_read else ("y",))


def convolve(values, weights, bias, group):
    out, each, side, _ = weights.shape
    padded = numpy.pad(values, [(0, 0), (0, 0), (side // 2,) * 2, (side // 2,) * 2])
    result = numpy.zeros((1, out, SIDE, SIDE)) + bias.reshape(1, -1, 1, 1)
    for o in range(out):
        first = o // (out // group) * each
        for (i, y, x) in numpy.ndindex(each, side, side):
            result[0, o] += weights[o, i, y, x] * padded[0, first + i, y:y + SIDE, x:x + SIDE]
    return result


def run(model):
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    known["x"] = numbers(1, 2, SIDE, SIDE)
    for node in model.graph.node:
        values, *constants = [known[name] for name in node.input]
        if node.op_type == "Conv":
            group = next(attribute.i for attribute in node.attribute if attribute.name == "group")
            known[node.output[0]] = convolve(values, *constants, group)
        else:
            known[node.output[0]] = numpy.where(values < 0, constants[0] * values, values)
    return known["y"]


def group_of(model, name):
    node = next(node for node in model.graph.node if node.name == name)
    return next(attribute.i for attribute in node.attribute if attribute.name == "group")


class WidenChannelsTest(unittest.TestCase):
    def test_depthwise_convolution_gets_a_multiple_of_16_and_nothing_else_changes(self):
        for channels, wide in ((13, 16), (16, 16), (17, 32)):
            with self.subTest(channels=channels):
                model = separable(channels)
                before = run(model)
                widen(model)
                onnx.checker.check_model(model)
                self.assertEqual(group_of(model, "depthwise"), wide)
                numpy.testing.assert_allclose(run(model), before, rtol=1e-5, atol=1e-5)

    def test_channels_that_something_else_reads_stay(self):
        model = separable(13, also_read=True)
        self.assertEqual(widen(model), 0)
        self.assertEqual(group_of(model, "depthwise"), 13)

    def test_two_depthwise_convolutions_in_a_row(self):
        model = network(conv("first", "x", "a", 5, 2), conv("one", "a", "b", 5, 1, group=5, kernel=3),
                        conv("two", "b", "c", 5, 1, group=5, kernel=3), conv("last", "c", "y", 3, 5))
        before = run(model)
        self.assertEqual(widen(model), 1)
        self.assertEqual([group_of(model, name) for name in ("one", "two")], [16, 16])
        numpy.testing.assert_allclose(run(model), before, rtol=1e-4, atol=1e-4)

    def test_constants_that_two_nodes_share_are_widened_for_each(self):
        model = network(conv("first", "x", "a", 5, 2), prelu("p", "a", "b", 5),
                        conv("depthwise", "b", "c", 5, 1, group=5, kernel=3),
                        (helper.make_node("PRelu", ["c", "p.s"], ["d"], "q"), []), conv("last", "d", "e", 5, 5),
                        (helper.make_node("PRelu", ["e", "p.s"], ["y"], "r"), []))
        before = run(model)
        self.assertEqual(widen(model), 1)
        numpy.testing.assert_allclose(run(model), before, rtol=1e-5, atol=1e-5)

    def test_network_without_depthwise_convolutions_stays(self):
        model = network(conv("first", "x", "a", 5, 2), prelu("p", "a", "b", 5), conv("last", "b", "y", 3, 5))
        before = model.SerializeToString(deterministic=True)
        self.assertEqual(widen(model), 0)
        self.assertEqual(model.SerializeToString(deterministic=True), before)

    def test_group_of_several_channels_is_no_depthwise_convolution(self):
        model = network(conv("first", "x", "a", 6, 2), conv("pairs", "a", "b", 6, 2, group=3, kernel=3),
                        conv("last", "b", "y", 3, 6))
        self.assertEqual(widen(model), 0)


if __name__ == "__main__":
    sys.exit(unittest.main())
