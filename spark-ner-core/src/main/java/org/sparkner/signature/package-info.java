/**
 * Signatures of models, with Ed25519 of the JDK (RFC 8032): who makes a model signs its manifest,
 * which has the digest of every part; who loads it says whose signature it needs. What a model
 * consists of is the business of {@code org.sparkner.model}; whoever opens a model of a user's
 * choice has its source guarded by {@link org.sparkner.signature.TrustedKeys}.
 */
package org.sparkner.signature;
