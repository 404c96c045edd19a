/** Which of the devices that Spark gives out a task, or the driver, computes an encoder on. */
package org.sparkner.spark.device;
