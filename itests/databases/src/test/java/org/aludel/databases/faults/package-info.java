/** What the toolkit does when servers end its connections at any moment. */
@org.jspecify.annotations.NullMarked
package org.aludel.databases.faults;
