/**
 * Database servers for tests. A test asks {@link org.aludel.testing.Databases} for a fresh database; the server behind it
 * is started by the first test of a build that needs it, shared by all modules, and stops by itself when nobody has used
 * it for a while. A server of one's own can be named instead.
 */
@NullMarked
package org.aludel.testing;

import org.jspecify.annotations.NullMarked;
