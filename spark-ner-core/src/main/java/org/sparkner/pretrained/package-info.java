/**
 * Vectors of tokens in their sentence, from a pretrained encoder: a transformer in ONNX that reads
 * <em>word pieces</em>, in <em>windows</em> over what is longer than it can read at once. It does
 * not learn. {@link org.sparkner.pretrained.PretrainedEncoder} is the door; one class knows ONNX
 * Runtime. Word encoders and character encoders, which learn, are in {@code org.sparkner.network}.
 *
 * <p>Knows neither the network that reads the vectors nor models on disk.
 */
package org.sparkner.pretrained;
