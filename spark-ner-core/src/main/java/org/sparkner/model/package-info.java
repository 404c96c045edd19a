/**
 * The saved model: what it consists of ({@link org.sparkner.model.NerModel}) and how it is written,
 * read and verified. A manifest, the lexicon and the weights as safetensors; nothing executable and
 * no Java serialisation. Knows no file system but the local one: others implement {@link
 * org.sparkner.model.ModelSource} and {@link org.sparkner.model.ModelTarget}. Nothing of the
 * network that trains a model, nor of the engine that runs it, may live here.
 */
package org.sparkner.model;
