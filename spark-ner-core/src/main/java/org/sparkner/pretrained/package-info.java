/**
 * Vectors of tokens in their sentence, from a pretrained encoder: a transformer in ONNX that reads
 * <em>word pieces</em>, in <em>windows</em> over what is longer than it can read at once. It does
 * not learn. {@link org.sparkner.pretrained.PretrainedEncoder} is the door; one class knows ONNX
 * Runtime. A session computes windows of equal length together, on the processor or, through a queue
 * that all callers share, on a GPU. Word encoders and character encoders, which learn, are in {@code org.sparkner.network}.
 *
 * <p>Knows neither the network that reads the vectors nor models on disk.
 *
 * <p>Any directory of {@code model.onnx} and {@code vocab.txt} is read as it is, if its graph takes
 * the ids, masks and types of word pieces and gives a vector for each piece. To add encoders of
 * another kind:
 *
 * <ol>
 *   <li>Another way to split words into pieces stands beside {@code WordPieceTokenizer}; {@link
 *       org.sparkner.pretrained.PretrainedEncoderReader} chooses it by the files that it finds.
 *   <li>Another graph, or another library than ONNX Runtime, stands beside {@code OnnxGraph}: ids
 *       in, a vector for each piece out.
 *   <li>What must be known to read a saved model again goes into {@link
 *       org.sparkner.pretrained.ContextualVectors}, which the manifest holds, and the files
 *       themselves become parts of the model.
 *   <li>{@code src/test/resources/tiny-encoder} is an encoder of 6 values to test with.
 * </ol>
 */
package org.sparkner.pretrained;
