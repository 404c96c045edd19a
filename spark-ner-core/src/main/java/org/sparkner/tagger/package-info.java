/**
 * Tagging: the engine and the small public API, {@link org.sparkner.tagger.Tagger}. Reads a model,
 * lays its weights out for the kernels once, and tags batches of sentences from then on. Knows
 * nothing of training and of deep-learning libraries.
 */
package org.sparkner.tagger;
