/** Tests of the extension, and the model whose loads they watch. */
@org.jspecify.annotations.NullMarked
package org.aludel.junit;
