/**
 * Failures that a user can mend, each with the exit code of the command line. Everything may depend
 * on this package.
 */
package org.sparkner.error;
