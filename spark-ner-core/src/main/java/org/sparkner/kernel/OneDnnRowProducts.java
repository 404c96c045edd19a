/*
 * Copyright 2026 The Spark NER authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package org.sparkner.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/**
 * Rows go to direct memory, in 8 bits where the product needs it, and come back one by one. A
 * primitive is made for each number of rows when it is first needed, which takes a millisecond;
 * above {@link #EXACT_ROWS} the number is rounded up, and rows of an earlier product are multiplied
 * for nothing.
 */
final class OneDnnRowProducts implements RowProducts {
  private static final int EXACT_ROWS = 16;
  private static final int CACHE_LINE = 64;

  private final OneDnnMatrix matrix;
  private final OneDnnShape shape;
  private final stream stream;
  private final dnnl_stream handle;
  private final ByteBuffer source;
  private final FloatBuffer floatSource;
  private final ByteBuffer destination;
  private final FloatBuffer floatDestination;
  private final byte[] bytes;
  private final float[] row;
  private final Product[] products = new Product[MOST_ROWS + 1];

  OneDnnRowProducts(OneDnnMatrix matrix) {
    this.matrix = matrix;
    shape = matrix.shape();
    stream = new stream(shape.engine);
    handle = stream.get();
    source = aligned((shape.int8 ? 1 : Float.BYTES) * MOST_ROWS * shape.rows);
    floatSource = source.asFloatBuffer();
    destination = aligned(Float.BYTES * MOST_ROWS * shape.columns);
    floatDestination = destination.asFloatBuffer();
    bytes = new byte[shape.int8 ? MOST_ROWS * shape.rows : 0];
    row = new float[shape.columns];
  }

  private static ByteBuffer aligned(int bytes) {
    int whole = (bytes + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    return ByteBuffer.allocateDirect(whole + CACHE_LINE)
        .alignedSlice(CACHE_LINE)
        .limit(whole)
        .slice()
        .order(ByteOrder.nativeOrder());
  }

  @Override
  public void multiply(int rows, float[] a, int offset, int stride) {
    int k = shape.rows;
    if (shape.int8) {
      for (int r = 0; r < rows; r++) {
        matrix.kernels().toSteps(a, offset + r * stride, bytes, r * k, k);
      }
      source.put(0, bytes, 0, rows * k);
    } else {
      for (int r = 0; r < rows; r++) {
        floatSource.put(r * k, a, offset + r * stride, k);
      }
    }
    product(rows).run();
  }

  private Product product(int rows) {
    int m = rows <= EXACT_ROWS ? rows : (rows + 3) / 4 * 4;
    if (products[m] == null) {
      products[m] = new Product(m);
    }
    return products[m];
  }

  @Override
  public float[] values() {
    return row;
  }

  @Override
  public int row(int r) {
    floatDestination.get(r * shape.columns, row, 0, shape.columns);
    return 0;
  }

  /** A primitive with its arguments. */
  private final class Product {
    private final matmul primitive;
    private final dnnl_primitive handle;
    private final memory from;
    private final memory to;
    private final memory scratchpad;
    private final dnnl_exec_arg_t arguments = new dnnl_exec_arg_t(4);

    Product(int m) {
      matmul.primitive_desc description = shape.product(m);
      primitive = new matmul(description);
      handle = primitive.get();
      from = new memory(shape.source(m), shape.engine, new Pointer(source));
      to = new memory(shape.destination(m), shape.engine, new Pointer(destination));
      scratchpad = new memory(description.scratchpad_desc(), shape.engine);
      argument(0, dnnl.DNNL_ARG_SRC, from);
      argument(1, dnnl.DNNL_ARG_WEIGHTS, matrix.packed());
      argument(2, dnnl.DNNL_ARG_DST, to);
      argument(3, dnnl.DNNL_ARG_SCRATCHPAD, scratchpad);
      arguments.position(0);
    }

    private void argument(int place, int name, memory value) {
      arguments.position(place).arg(name).memory(value.get());
    }

    void run() {
      int status = dnnl.dnnl_primitive_execute(handle, OneDnnRowProducts.this.handle, 4, arguments);
      if (status != dnnl.dnnl_success) {
        throw new IllegalStateException("oneDNN's product failed with status " + status + ".");
      }
    }
  }
}
