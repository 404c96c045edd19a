/**
 * The network as DeepLearning4J layers, and {@link org.sparkner.network.GraphNetwork}, which
 * assembles them.
 *
 * <p>A <em>character encoder</em> makes one vector of the characters of a word. The <em>word
 * encoder</em> reads, for each token, the vector of its word, that vector and those of its
 * features, and gives a vector of the token in its sentence; it has one to three <em>layers</em>.
 * The <em>decoder</em> turns these into <em>emissions</em>, the scores of labels, and has the loss.
 * A layer computes on <em>packed rows</em>: one row per token, longest sentences first, without
 * padding.
 *
 * <p>A layer's algorithm is written once over {@link org.sparkner.network.Arithmetic}: in float it
 * runs on the hot kernels, in double on plain loops, so that the gradient check in double precision
 * checks the code that trains. The engine of {@code org.sparkner.tagger} computes the same without
 * gradients and without this package; so each part of a network is written there too.
 *
 * <p>To add a word encoder, let the compiler lead:
 *
 * <ol>
 *   <li>Add a constant to {@link org.sparkner.model.WordEncoder} with the numbers of its blocks of
 *       weights and its source. {@link org.sparkner.model.EncoderLayer} derives the tensors and
 *       their names in the file from these numbers. Its name in settings is the constant's in lower
 *       case.
 *   <li>A recurrent encoder is the elementwise part of a step: implement {@code Cell}, here with
 *       its derivative, and {@code StepCell} in {@code org.sparkner.tagger} without it, and add
 *       both to the switches that no longer compile. The products, the order of time and both
 *       directions are there already.
 *   <li>One without recurrence also says so in {@link org.sparkner.model.WordEncoder#recurrent},
 *       and sees a window of tokens: {@code WindowLayer} here, {@code WindowSteps} there.
 *   <li>Initial weights that are neither Glorot's nor zero are added to {@code ParameterLayout}.
 *   <li>Add it to {@code Architectures} of the tests: the gradient check, the invariance to the
 *       batch and the comparison of engine and graph then cover it.
 *   <li>Describe it beside the other choices of the option {@code wordEncoder}.
 * </ol>
 *
 * <p>To add a character encoder:
 *
 * <ol>
 *   <li>Add a constant to {@link org.sparkner.model.CharacterEncoder}; {@link
 *       org.sparkner.model.Architecture#characterSize} says how long its vector is, and {@link
 *       org.sparkner.model.Weights} which tensors it has.
 *   <li>Write a {@code SequenceConfiguration} and a {@code SequenceLayer} that read ids of
 *       characters, and choose them in {@code GraphNetwork}.
 *   <li>Implement {@code CharacterVectors} in {@code org.sparkner.tagger}. A word's vector must
 *       depend on the word alone, since the engine keeps it.
 *   <li>Add it to {@code Architectures} of the tests, and describe it beside the other choices of
 *       the option {@code characterEncoder}.
 * </ol>
 *
 * <p>A decoder is added in the same way: {@link org.sparkner.model.Decoder}, a {@code SequenceLoss}
 * here, a {@link org.sparkner.crf.LabelDecoder} for the engine. What draws random numbers has a
 * {@code RandomPlace} of its own.
 *
 * <p>Each part of a network is written once more in {@code org.sparkner.torch.network}, over
 * libtorch. To add a library, implement {@link org.sparkner.network.NetworkBackend} in a module of
 * its own, out of {@link org.sparkner.network.NetworkParameters}, {@link
 * org.sparkner.network.RandomPlace}, {@link org.sparkner.network.TokenLayout}, {@link
 * org.sparkner.network.DistinctWords} and {@link org.sparkner.network.EmissionLoss}, and name it in
 * {@code META-INF/services}.
 *
 * <p>No type of DeepLearning4J or ND4J appears in a public signature. Nothing here knows of Spark,
 * of files or of how training is scheduled.
 */
package org.sparkner.network;
