/**
 * Label sets, the IOB1, IOB2 and BIOES codecs between tag sequences and entity spans, and the
 * transitions that a scheme allows. Knows nothing of text, files or models.
 */
package org.sparkner.tags;
