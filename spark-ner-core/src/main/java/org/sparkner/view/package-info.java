/**
 * Pages for a browser: tagged documents with their entities, and what other pages are made of. A
 * page is one file that opens without a network. Whatever it shows is data: JSON in elements that
 * no browser runs, set as text by the page's own scripts, beside which its policy lets none run.
 *
 * <p>Belongs here: what every page needs ({@link org.sparkner.view.Page}), documents and how they
 * are read from what tagging wrote. Does not belong here: reading files, Spark, and the report of
 * an evaluation or a training, which is the commands'.
 */
package org.sparkner.view;
