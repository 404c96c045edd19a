/** The command {@code sign}. */
package org.sparkner.jobs.sign;
