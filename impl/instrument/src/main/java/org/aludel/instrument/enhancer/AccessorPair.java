package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the two accessors of an attribute. Each tests one bit, of the state's mask or, for an object without state, of
 * the class's, and touches the plain field when it is clear.
 */
final class AccessorPair {

    private static final int VISIBILITY = ACC_PUBLIC | ACC_PROTECTED | ACC_PRIVATE;

    private final ClassVisitor out;
    private final String owner;
    private final Hierarchy.Accessor accessor;
    private final AttributeIndex index;
    private final int attribute;
    private final Type type;

    AccessorPair(ClassVisitor out, String owner, Hierarchy.Accessor accessor, AttributeIndex index, int attribute) {
        this.out = out;
        this.owner = owner;
        this.accessor = accessor;
        this.index = index;
        this.attribute = attribute;
        this.type = Type.getType(accessor.field().descriptor());
    }

    void generate() {
        getter();
        setter();
    }

    private void getter() {
        MethodVisitor code = start(accessor.getter(), "()" + type.getDescriptor());
        int state = 1;
        Label plain = new Label();
        Label tracked = new Label();
        branchOnState(code, state, tracked);
        testTraps(code, "read", plain);
        code.visitVarInsn(ALOAD, 0);
        index.push(code, attribute);
        code.visitMethodInsn(INVOKESTATIC, Names.TRAPS, "onRead", "(L" + Names.INSTRUMENTED + ";I)V", false);
        code.visitJumpInsn(GOTO, plain);
        code.visitLabel(tracked);
        code.visitFrame(F_APPEND, 1, new Object[] {Names.STATE}, 0, null);
        testState(code, state, "trapRead", plain);
        code.visitVarInsn(ALOAD, state);
        code.visitVarInsn(ALOAD, 0);
        index.push(code, attribute);
        code.visitMethodInsn(INVOKEVIRTUAL, Names.STATE, "onRead", "(Ljava/lang/Object;I)V", false);
        code.visitLabel(plain);
        code.visitFrame(F_SAME, 0, null, 0, null);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, owner, accessor.field().name(), type.getDescriptor());
        code.visitInsn(type.getOpcode(IRETURN));
        end(code, 5, 2);
    }

    private void setter() {
        MethodVisitor code = start(accessor.setter(), "(" + type.getDescriptor() + ")V");
        int state = 1 + type.getSize();
        Label plain = new Label();
        Label tracked = new Label();
        branchOnState(code, state, tracked);
        testTraps(code, "write", plain);
        code.visitVarInsn(ALOAD, 0);
        index.push(code, attribute);
        code.visitVarInsn(type.getOpcode(ILOAD), 1);
        Boxing.box(code, type);
        code.visitMethodInsn(
                INVOKESTATIC,
                Names.TRAPS,
                "onWrite",
                "(L" + Names.INSTRUMENTED + ";ILjava/lang/Object;)Ljava/lang/Object;",
                false);
        Boxing.unbox(code, type);
        code.visitVarInsn(type.getOpcode(ISTORE), 1);
        code.visitJumpInsn(GOTO, plain);
        code.visitLabel(tracked);
        code.visitFrame(F_APPEND, 1, new Object[] {Names.STATE}, 0, null);
        testState(code, state, "trapWrite", plain);
        code.visitVarInsn(ALOAD, state);
        code.visitVarInsn(ALOAD, 0);
        index.push(code, attribute);
        code.visitVarInsn(type.getOpcode(ILOAD), 1);
        Boxing.box(code, type);
        code.visitMethodInsn(
                INVOKEVIRTUAL,
                Names.STATE,
                "onWrite",
                "(Ljava/lang/Object;ILjava/lang/Object;)Ljava/lang/Object;",
                false);
        Boxing.unbox(code, type);
        code.visitVarInsn(type.getOpcode(ISTORE), 1);
        code.visitLabel(plain);
        code.visitFrame(F_SAME, 0, null, 0, null);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(type.getOpcode(ILOAD), 1);
        code.visitFieldInsn(PUTFIELD, owner, accessor.field().name(), type.getDescriptor());
        code.visitInsn(RETURN);
        end(code, 6, state + 1);
    }

    private void branchOnState(MethodVisitor code, int state, Label tracked) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, owner, Names.STATE_FIELD, Names.STATE_DESC);
        code.visitVarInsn(ASTORE, state);
        code.visitVarInsn(ALOAD, state);
        code.visitJumpInsn(IFNONNULL, tracked);
    }

    private void testTraps(MethodVisitor code, String mask, Label clear) {
        code.visitFieldInsn(GETSTATIC, owner, Names.TRAPS_FIELD, Names.TRAPS_DESC);
        code.visitFieldInsn(GETFIELD, Names.TRAPS, mask, "J");
        jumpIfClear(code, clear);
    }

    private void testState(MethodVisitor code, int state, String mask, Label clear) {
        code.visitVarInsn(ALOAD, state);
        code.visitFieldInsn(GETFIELD, Names.STATE, mask, "J");
        jumpIfClear(code, clear);
    }

    private void jumpIfClear(MethodVisitor code, Label clear) {
        index.pushMask(code, attribute);
        code.visitInsn(LAND);
        code.visitInsn(LCONST_0);
        code.visitInsn(LCMP);
        code.visitJumpInsn(IFEQ, clear);
    }

    private MethodVisitor start(String name, String descriptor) {
        int access = (accessor.field().access() & VISIBILITY) | ACC_SYNTHETIC;
        MethodVisitor code = out.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int maxStack, int maxLocals) {
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }
}
