/**
 * How good predicted tags are: precision, recall and F1 of entities as conlleval counts them or as
 * the strict reading of a scheme does, scores of plain labels, bootstrap intervals, the confusion
 * of types, and their reports. Knows tags only: no model, no corpus, no file.
 */
package org.sparkner.eval;
