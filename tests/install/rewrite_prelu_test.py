#!/usr/bin/env python3
"""models/for_onnxruntime.py on networks of one or two nodes with PReLU. The test computes each node's output with numpy."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

SCRIPT = Path(__file__).resolve().parents[2] / "models/for_onnxruntime.py"
SHAPE = (1, 3, 2, 2)


def network(slope, node="PRelu", constant=True):
    """One node with input x and output y."""
    tensor = numpy_helper.from_array(numpy.asarray(slope, numpy.float32), "slope")
    inputs = [helper.make_tensor_value_info("x", TensorProto.FLOAT, SHAPE)]
    if not constant:
        inputs.append(helper.make_tensor_value_info("slope", TensorProto.FLOAT, tensor.dims))
    nodes = [helper.make_node(node, ["x", "slope"] if node == "PRelu" else ["x"], ["y"])]
    graph = helper.make_graph(nodes, "test", inputs, [helper.make_tensor_value_info("y", TensorProto.FLOAT, SHAPE)],
                              [tensor] if constant else [])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)])


def after_convolution(weights, bias, slope, also_read=False):
    """y = PRelu(1x1 convolution of x), or that and the convolution itself."""
    def tensor(name, values):
        return numpy_helper.from_array(numpy.asarray(values, numpy.float32), name)
    nodes = [helper.make_node("Conv", ["x", "weights", "bias"], ["c"], kernel_shape=[1, 1]),
             helper.make_node("PRelu", ["c", "slope"], ["p" if also_read else "y"])]
    if also_read:
        nodes.append(helper.make_node("Add", ["c", "p"], ["y"]))
    graph = helper.make_graph(nodes, "test", [helper.make_tensor_value_info("x", TensorProto.FLOAT, SHAPE)],
                              [helper.make_tensor_value_info("y", TensorProto.FLOAT, SHAPE)],
                              [tensor("weights", weights.reshape(3, 3, 1, 1)), tensor("bias", bias),
                               tensor("slope", slope.reshape(3, 1, 1))])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)])


def rewritten(model):
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before.onnx"), Path(folder, "after.onnx")
        onnx.save(model, before)
        done = subprocess.run(["/usr/bin/python3", "-B", SCRIPT, before, after], capture_output=True, text=True)
        return done, after.read_bytes() if after.exists() and done.returncode == 0 else None


def batch_normalization(values, scale, bias, mean, variance, epsilon):
    """The ONNX operator with that name, opset 9."""
    def channel(parameter):
        return parameter.reshape(1, -1, 1, 1)
    return channel(scale) * (values - channel(mean)) / numpy.sqrt(channel(variance) + epsilon) + channel(bias)


def run(model, values):
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    known["x"] = values
    for node in model.graph.node:
        inputs = [known[name] for name in node.input]
        if node.op_type == "Relu":
            known[node.output[0]] = numpy.maximum(inputs[0], 0)
        elif node.op_type == "Conv":  # of one pixel
            weights = inputs[1].reshape(inputs[1].shape[:2])
            known[node.output[0]] = numpy.einsum("oc,nchw->nohw", weights, inputs[0]) + inputs[2].reshape(1, -1, 1, 1)
        elif node.op_type == "Add":
            known[node.output[0]] = inputs[0] + inputs[1]
        elif node.op_type == "BatchNormalization":
            epsilon = next(one.f for one in node.attribute if one.name == "epsilon")
            known[node.output[0]] = batch_normalization(*inputs, numpy.float32(epsilon))
        else:
            raise AssertionError(f"a {node.op_type} node is left")
    return known["y"]


class RewritePreluTest(unittest.TestCase):
    def test_rewritten_network_computes_prelu(self):
        slope = numpy.array([0.25, -0.5, 1.5], numpy.float32)
        values = numpy.linspace(-3, 3, 12, dtype=numpy.float32).reshape(SHAPE)
        done, content = rewritten(network(slope.reshape(3, 1, 1)))
        self.assertEqual(done.returncode, 0, done.stderr)
        expected = numpy.where(values < 0, slope.reshape(1, 3, 1, 1) * values, values)  # PRelu as defined by ONNX
        numpy.testing.assert_allclose(run(onnx.load_from_string(content), values), expected, rtol=1e-6, atol=1e-6)

    def test_convolution_before_it_takes_the_slope_in(self):
        slope = numpy.array([0.25, -0.5, 0.75], numpy.float32)
        weights = numpy.array([[2, 1, 0], [0, -1, 3], [1, 1, 1]], numpy.float32)
        bias = numpy.array([0.5, -1, 2], numpy.float32)
        values = numpy.linspace(-3, 3, 12, dtype=numpy.float32).reshape(SHAPE)
        done, content = rewritten(after_convolution(weights, bias, slope))
        self.assertEqual(done.returncode, 0, done.stderr)
        model = onnx.load_from_string(content)
        summed = numpy.einsum("oc,nchw->nohw", weights, values) + bias.reshape(1, 3, 1, 1)
        expected = numpy.where(summed < 0, slope.reshape(1, 3, 1, 1) * summed, summed)
        numpy.testing.assert_allclose(run(model, values), expected, rtol=1e-5, atol=1e-5)
        self.assertEqual([node.op_type for node in model.graph.node].count("BatchNormalization"), 1)

    def test_convolution_that_something_else_reads_stays_as_it_is(self):
        weights = numpy.eye(3, dtype=numpy.float32)
        slope = numpy.array([0.25, -0.5, 0.75], numpy.float32)
        values = numpy.linspace(-3, 3, 12, dtype=numpy.float32).reshape(SHAPE)
        done, content = rewritten(after_convolution(weights, numpy.zeros(3, numpy.float32), slope, also_read=True))
        self.assertEqual(done.returncode, 0, done.stderr)
        expected = values + numpy.where(values < 0, slope.reshape(1, 3, 1, 1) * values, values)
        numpy.testing.assert_allclose(run(onnx.load_from_string(content), values), expected, rtol=1e-5, atol=1e-5)

    def test_same_network_gives_the_same_bytes(self):
        model = network([[[0.25]], [[0.5]], [[0.75]]])
        self.assertEqual(rewritten(model)[1], rewritten(model)[1])

    def assert_refused(self, model, reason):
        done, _ = rewritten(model)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(reason, done.stderr.splitlines()[-1])

    def test_slope_for_each_pixel_is_refused(self):
        self.assert_refused(network(numpy.ones((3, 2, 2))), "not one number a channel")

    def test_slope_that_is_computed_is_refused(self):
        self.assert_refused(network([[[0.25]], [[0.5]], [[0.75]]], constant=False), "not a constant")

    def test_network_without_prelu_is_refused(self):
        self.assert_refused(network([[[0.25]]], node="Relu"), "no PRelu")


if __name__ == "__main__":
    sys.exit(unittest.main())
