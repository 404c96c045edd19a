/**
 * Tagging: the engine and the small public API, {@link org.sparkner.tagger.Tagger}. The engine lays
 * the weights of a network out for the kernels once and tags batches of sentences from then on; the
 * linear labeler does so with a linear model.
 *
 * <p>A word's <em>projection</em> is what it adds to the first layer by itself: its vector, that of
 * its characters and its features, multiplied with their weights. Projections are kept. What
 * depends on the sentence, such as its place in a phrase of a gazetteer, is added afterwards.
 *
 * <p>A new word encoder, character encoder or decoder has its forward pass here; {@code
 * org.sparkner.network} says how to add one. What a sentence gets must not depend on the sentences
 * beside it in a batch, to the bit.
 *
 * <p>Knows nothing of training and of deep-learning libraries.
 */
package org.sparkner.tagger;
