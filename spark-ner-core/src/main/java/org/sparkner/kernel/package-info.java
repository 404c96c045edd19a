/**
 * The few hot numeric loops behind one small interface, {@link org.sparkner.kernel.Kernels}: packed
 * matrix product, LSTM gates and their derivatives. A Vector API implementation and a plain Java
 * twin; chosen once at start. Shared by the training layers and the tagging engine. Knows nothing
 * of layers, labels or words.
 */
package org.sparkner.kernel;
