/**
 * The linear-chain conditional random field (Lafferty et al. 2001): score, log Z, marginals,
 * gradients, Viterbi, n-best and span posteriors over flat arrays of emissions. Sums run in log
 * space and double precision. Knows label sets for their legal transitions, and no network, words
 * or files.
 */
package org.sparkner.crf;
