/**
 * Models by their names, such as {@code en}: found among the resources of the class path, then in
 * directories of models. Nothing is ever fetched. What a model consists of, and how its digests are
 * verified, is the business of {@code org.sparkner.model}; a place where models lie is a {@link
 * org.sparkner.catalog.ModelShelf}.
 */
package org.sparkner.catalog;
