package org.aludel.instrument.enhancer;

import org.objectweb.asm.Opcodes;

/**
 * A field as the enhancer sees it.
 *
 * @param access flags of the class file
 * @param unmapped whether it is annotated as no attribute
 * @param relationship whether it is annotated as a relation, which no column fills
 */
public record FieldInfo(String name, String descriptor, int access, boolean unmapped, boolean relationship) {

    /** Whether the field of a mapped class is an attribute. */
    public boolean isAttribute() {
        return !unmapped && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC)) == 0;
    }
}
