/** The quickstart and its transactions in containers: the same tests in Weld and in application servers. */
package org.aludel.servers;
