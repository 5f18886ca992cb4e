/**
 * The Chinook music shop: artists, albums, tracks, genres, playlists, customers, employees with managers, invoices and
 * lines. Plain classes; what makes them mapped are the annotations.
 */
package org.aludel.quickstart.model;
