/** The suite on the databases that run here, and what the suite itself promises. */
@org.jspecify.annotations.NullMarked
package org.aludel.compliance;
