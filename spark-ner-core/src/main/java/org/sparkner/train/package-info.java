/**
 * Training on one machine: the first pass over the corpus, batches, the optimiser, early stopping,
 * checkpoints and the loop. {@link org.sparkner.train.Trainer} is the door. Knows nothing of Spark
 * or of the command line; DeepLearning4J stays behind {@link org.sparkner.network}.
 */
package org.sparkner.train;
