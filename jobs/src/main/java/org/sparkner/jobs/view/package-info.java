/** The command {@code view}: what tagging wrote, as a page for a browser. */
package org.sparkner.jobs.view;
