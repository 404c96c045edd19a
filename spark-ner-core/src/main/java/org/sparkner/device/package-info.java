/**
 * The devices that training computes on: what an option names, and who has a GPU. Knows no library
 * that computes.
 */
package org.sparkner.device;
