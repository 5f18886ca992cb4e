/** Tests of what dialects differ in. */
@org.jspecify.annotations.NullMarked
package org.aludel.dialects.mysql;
