/** A small CDI application over Aludel: mapped beans, an injected session, container transactions. */
package org.aludel.quickstart;
