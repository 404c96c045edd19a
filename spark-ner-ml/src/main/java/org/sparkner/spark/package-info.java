/**
 * The tagger as Spark ML stages, for users: {@code NerTagger}, {@code NerTaggerModel}, {@code
 * EntityEvaluator}, and the SQL function {@code NerFunctions}. What they are made of has packages
 * of its own below, none of which knows the stages. What a network or a tokeniser is does not live
 * here: no type of DeepLearning4J appears.
 */
package org.sparkner.spark;
