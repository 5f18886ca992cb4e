@org.jspecify.annotations.NullMarked
package org.aludel.dialects.informix;
