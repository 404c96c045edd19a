/**
 * Word and character vocabularies, and pretrained word vectors as files hold them. Tables of
 * vectors that learn live with the network, not here.
 */
package org.sparkner.lexicon;
