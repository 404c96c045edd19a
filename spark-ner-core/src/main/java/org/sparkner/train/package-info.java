/**
 * Training on one machine: the first pass over the corpus, batches, the optimiser, early stopping,
 * checkpoints and the loop. {@link org.sparkner.train.Trainer} is the door. Where the steps are
 * made is the concern of {@link org.sparkner.train.Steps}: here, or by workers in {@code
 * org.sparkner.train.rounds}, of which nothing here knows. Knows nothing of Spark or of the command
 * line; DeepLearning4J stays behind {@link org.sparkner.network}.
 */
package org.sparkner.train;
