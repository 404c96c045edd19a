/**
 * Pretrained encoders that learn: transformers of the kinds that {@link
 * org.sparkner.pretrained.EncoderArchitecture} knows, their gradients by libtorch's autograd, and
 * AdamW. What learns with them, schedules and checkpoints, is the core's.
 */
package org.sparkner.torch.encoder;
