/**
 * The params of the stages: for each group of options an interface with a param, a getter and a
 * setter for each of them, written by {@code build-tools/generate-options} from the declarations in
 * {@code org.sparkner.option}, whose package comment says how to add one. Nothing here knows a
 * stage.
 */
package org.sparkner.spark.param;
