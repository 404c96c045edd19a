/**
 * The saved model: what it consists of ({@link org.sparkner.model.NerModel}) and how it is written,
 * read and verified.
 *
 * <p>A model is a directory of <em>parts</em>: the <em>manifest</em>, which says what the model is
 * and has the length and the SHA-256 of every other part; the lexicon; the weights as safetensors;
 * and, where the network reads one, a pretrained encoder. Nothing is executable and there is no
 * Java serialisation. {@link org.sparkner.model.Architecture} names the parts of a network and
 * their sizes, from which the shapes of all tensors follow.
 *
 * <p>The format has a version, {@link org.sparkner.model.Manifest#FORMAT_VERSION}. A manifest has
 * all fields of its version and no others; the models in the resources of the tests hold that
 * version 1 is read as it was written. A change of what a file means takes a new version.
 *
 * <p>Knows no file system but the local one: others implement {@link
 * org.sparkner.model.ModelSource} and {@link org.sparkner.model.ModelTarget}. Nothing of the
 * network that trains a model, nor of the engine that runs it, may live here.
 */
package org.sparkner.model;
