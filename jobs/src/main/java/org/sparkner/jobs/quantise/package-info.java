/**
 * The command {@code quantise}: writes a saved model with its pretrained encoder in another
 * precision.
 */
package org.sparkner.jobs.quantise;
