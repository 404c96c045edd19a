/**
 * The tagger as Spark ML stages: {@code NerTagger}, {@code NerTaggerModel}, {@code
 * EntityEvaluator}. Columns, params, broadcast and storage live here; what a network or a tokeniser
 * is does not: the core is reached through its {@code train}, {@code tagger}, {@code model}, {@code
 * text}, {@code tags} and {@code eval} packages only, and no DL4J type appears.
 */
package org.sparkner.spark;
