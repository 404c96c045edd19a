/**
 * Models in the format ONNX as data: <em>nodes</em>, <em>initializers</em> (constant tensors),
 * inputs and outputs, read from and written to the wire format of Protocol Buffers. {@link
 * org.sparkner.onnx.OnnxFile} is the door. What a record does not name, such as a subgraph or a
 * field of a later version, stays in it as bytes and is written again.
 *
 * <p>Runs nothing and knows no operator; {@code org.sparkner.pretrained} does.
 */
package org.sparkner.onnx;
