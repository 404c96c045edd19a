/**
 * Training on libtorch: the device that computes, and arrays on their way to it and back. What
 * learns stands in the packages below. No other module knows a type of libtorch; the core finds
 * what is here by {@link java.util.ServiceLoader}.
 *
 * <p>Every object of libtorch that Java holds lies outside of the heap, where the garbage collector
 * does not see how large it is. So whatever makes tensors does so within a {@link
 * org.bytedeco.javacpp.PointerScope}, which frees them at its end; what lives longer is taken out
 * by {@link org.bytedeco.javacpp.Pointer#retainReference} and released by its owner.
 */
package org.sparkner.torch;
