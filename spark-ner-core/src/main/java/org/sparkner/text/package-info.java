/**
 * Sentences, tokens and their offsets in a text, and the normalisation of tokens for lookup.
 *
 * <p>What lives here reads a string and returns UTF-16 offsets into that string; nothing here
 * changes a character. No labels, models or files may be known here.
 */
package org.sparkner.text;
