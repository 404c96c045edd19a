/**
 * The command {@code distill}: a teacher tags text, and a student learns from it. It is made of
 * {@code tag}'s reading and of {@code train}.
 */
package org.sparkner.jobs.distill;
