/** Jakarta transactions over real servers, without an application server. */
package org.aludel.databases.jta;
