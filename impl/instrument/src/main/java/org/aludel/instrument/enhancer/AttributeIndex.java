package org.aludel.instrument.enhancer;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How code of a class knows the run-time index and mask of its attributes: constants in a root, else static finals. */
record AttributeIndex(String owner, boolean root) {

    private static final int LAST_BIT = 63;

    void push(MethodVisitor code, int local) {
        if (root) {
            pushInt(code, local);
            return;
        }
        code.visitFieldInsn(Opcodes.GETSTATIC, owner, Names.OFFSET_FIELD, "I");
        pushInt(code, local);
        code.visitInsn(Opcodes.IADD);
    }

    void pushMask(MethodVisitor code, int local) {
        if (root) {
            code.visitLdcInsn(1L << Math.min(local, LAST_BIT));
        } else {
            code.visitFieldInsn(Opcodes.GETSTATIC, owner, Names.mask(local), "J");
        }
    }

    static void pushInt(MethodVisitor code, int value) {
        if (value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        }
    }
}
