/**
 * Vectors of tokens in their sentence, from a pretrained transformer encoder in ONNX: word pieces,
 * windows over long sentences, and the one class that knows ONNX Runtime. Knows neither the network
 * that reads the vectors nor models on disk.
 */
package org.sparkner.pretrained;
