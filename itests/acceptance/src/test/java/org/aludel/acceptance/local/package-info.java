/** The CDI extension without container transactions: sessions commit by themselves. */
package org.aludel.acceptance.local;
