#!/usr/bin/env python3
"""models/cut_box_decoding.py on a detector with two grids, and on other networks."""

import sys
import unittest
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "models"))
from cut_box_decoding import cut  # noqa: E402


def values(*names_and_shapes):
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in names_and_shapes]


def detector(scores="scores", joins_twice=False):
    """Two grids, joined and decoded."""
    make = helper.make_node
    nodes = [
        make("Relu", ["x"], ["one"]), make("Neg", ["x"], ["two"]),
        make("Concat", ["one", "two"], ["461"], axis=1), make("Softmax", ["461"], [scores], axis=2),
        make("Mul", ["x", "weight"], ["three"]), make("Concat", ["three", "two"], ["462"], axis=1),
        make("Exp", ["462"], ["grown"]), make("Mul", ["grown", "size"], ["sized"]),
        make("Add", ["462", "sized"], ["sum"]), make("Concat", ["sum", "461" if joins_twice else "sum"], ["boxes"], axis=2),
    ]
    constants = [numpy_helper.from_array(numpy.ones(2, numpy.float32), name) for name in ("weight", "size")]
    graph = helper.make_graph(nodes, "test", values(("x", (1, 3, 2))), values((scores, (1, 6, 2)), ("boxes", (1, 6, 4))), constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)])


class CutBoxDecoding(unittest.TestCase):
    def test_the_joined_values_become_the_outputs(self):
        model = detector()
        cut(model)
        onnx.checker.check_model(model)
        self.assertEqual({output.name for output in model.graph.output}, {"logits", "offsets"})
        makers = {node.output[0]: list(node.input) for node in model.graph.node}
        self.assertEqual(makers["logits"], ["one", "two"])
        self.assertEqual(makers["offsets"], ["three", "two"])

    def test_outputs_keep_their_shapes(self):
        model = detector()
        cut(model)
        shapes = {o.name: [side.dim_value for side in o.type.tensor_type.shape.dim] for o in model.graph.output}
        self.assertEqual(shapes, {"logits": [1, 6, 2], "offsets": [1, 6, 4]})

    def test_nodes_and_constants_of_the_decoding_are_gone(self):
        model = detector()
        cut(model)
        self.assertEqual([node.op_type for node in model.graph.node], ["Relu", "Neg", "Concat", "Mul", "Concat"])
        self.assertEqual([tensor.name for tensor in model.graph.initializer], ["weight"])

    def test_a_network_with_other_outputs_is_refused(self):
        with self.assertRaisesRegex(ValueError, "boxes.*faces"):
            cut(detector(scores="faces"))

    def test_boxes_of_several_joined_values_are_refused(self):
        with self.assertRaisesRegex(ValueError, "boxes is computed of 2"):
            cut(detector(joins_twice=True))


if __name__ == "__main__":
    unittest.main()
