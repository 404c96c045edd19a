/**
 * Training on one machine: the first pass over the corpus, batches, the optimiser, early stopping,
 * checkpoints and the loop. {@link org.sparkner.train.Training} is the door for whoever offers
 * training to users, who describes it by {@link org.sparkner.train.TrainingParts}; {@link
 * org.sparkner.train.Trainer} and {@link org.sparkner.train.LinearTrainer} train what is in memory.
 * Where the steps are made is the concern of {@link org.sparkner.train.Steps}: here, or by workers
 * in {@code org.sparkner.train.rounds}, of which nothing here knows. Knows nothing of Spark or of
 * the command line; DeepLearning4J stays behind {@link org.sparkner.network}.
 */
package org.sparkner.train;
