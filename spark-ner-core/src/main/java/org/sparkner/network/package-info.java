/**
 * The network as DeepLearning4J layers: encoders of characters and of words, outputs with their
 * losses, and {@link org.sparkner.network.TaggerNetwork}, which assembles them. No DeepLearning4J
 * or ND4J type appears in a public signature. Knows nothing of Spark, of files or of how training
 * is scheduled.
 *
 * <p>A layer's algorithm is written once over {@link org.sparkner.network.Arithmetic}: in float it
 * runs on the hot kernels, in double on plain loops, so that the gradient check in double precision
 * checks the code that trains.
 */
package org.sparkner.network;
