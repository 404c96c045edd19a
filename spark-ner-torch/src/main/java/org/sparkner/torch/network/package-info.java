/**
 * The networks of {@link org.sparkner.model.Architecture} on libtorch, on a processor or a GPU: the
 * backend that {@code trainingBackend = torch} chooses. Layers compute on packed rows without
 * padding, in the order that the core's layers have, so that dropout masks, which come from the
 * core, fall on the same values. The loss of the emissions is the core's too: emissions are copied
 * out, and their gradient is copied in.
 *
 * <p>All that a step makes outside the heap lives in one {@code PointerScope}. Nothing here knows
 * how encoders are fine-tuned.
 */
package org.sparkner.torch.network;
