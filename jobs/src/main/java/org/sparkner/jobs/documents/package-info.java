/**
 * Tagged documents as a page for a browser: what tagging wrote, in any of its formats, read again
 * and shown by {@code org.sparkner.view}. Shared by {@code view} and {@code tag --view}.
 */
package org.sparkner.jobs.documents;
