/**
 * Vectors of tokens in their sentence, from a pretrained encoder: a transformer in ONNX that reads
 * <em>pieces</em> of words, in <em>windows</em> over what is longer than it can read at once. It
 * does not learn. {@link org.sparkner.pretrained.PretrainedEncoder} is the door; one class knows
 * ONNX Runtime, one the tokenizers of HuggingFace. Word encoders and character encoders, which
 * learn, are in {@code org.sparkner.network}.
 *
 * <p>Knows neither the network that reads the vectors nor models on disk.
 *
 * <p>Encoders of known architecture have their weights by canonical names ({@link
 * org.sparkner.pretrained.EncoderWeights}), whether they come from safetensors, from an exported
 * graph or from one of ours, and run in a graph that {@link
 * org.sparkner.pretrained.TransformerGraph} writes. Any other graph is run as it is, if it takes
 * the ids, masks and types of word pieces and gives a vector for each piece. To add encoders of
 * another kind:
 *
 * <ol>
 *   <li>Another file that says how words are cut becomes a {@code tokenizer.json} when it is read,
 *       as {@code VocabularyFile} does; {@link org.sparkner.pretrained.PretrainedEncoderReader}
 *       chooses it by the files that it finds.
 *   <li>Another architecture is a constant of {@link org.sparkner.pretrained.EncoderArchitecture};
 *       {@code WeightNames} maps its names, {@link org.sparkner.pretrained.EncoderConfig} reads its
 *       sizes, and {@code src/test/resources/encoders} gets a small one.
 *   <li>Another graph, or another library than ONNX Runtime, stands beside {@code OnnxGraph}: ids
 *       in, a vector for each piece out.
 *   <li>What must be known to read a saved model again goes into {@link
 *       org.sparkner.pretrained.ContextualVectors}, which the manifest holds, and the files
 *       themselves become parts of the model.
 *   <li>{@code src/test/resources/tiny-encoder} is an encoder of 6 values to test with.
 * </ol>
 */
package org.sparkner.pretrained;
