/**
 * Training on several machines, in rounds.
 *
 * <p>A <em>worker</em> has a shard of the sentences and a <em>replica</em> of the network. In a
 * <em>round</em> each makes the same number of local steps from the same state, by the learner and
 * the optimiser of {@link org.sparkner.train}. The driver takes the mean of what they
 * <em>contribute</em>, weighted by tokens, and the next round begins with it (local SGD). The dense
 * parameters travel whole, word vectors by the rows that changed.
 *
 * <p>{@link org.sparkner.train.rounds.RoundTrainer} is the door. It reaches workers through {@link
 * org.sparkner.train.rounds.Workers}: what a worker sends is a function of the round, the state and
 * its shard alone, computed by {@link org.sparkner.train.rounds.Replica}, so that whoever carries
 * the bytes cannot change a weight.
 *
 * <p>This package stands on {@code org.sparkner.train}, which does not know it. It knows no
 * cluster: neither Spark nor sockets nor files may be known here.
 */
package org.sparkner.train.rounds;
