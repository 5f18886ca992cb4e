/** What programs hear of changes, and the collections by which they make them. */
@org.jspecify.annotations.NullUnmarked
package org.aludel.orm.internal.events;
