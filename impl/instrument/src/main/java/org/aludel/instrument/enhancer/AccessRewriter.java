package org.aludel.instrument.enhancer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces reads and writes of mapped fields by calls of their accessors. The calls take from the stack and leave on it
 * just what the instructions did, so that frames and stack sizes stay as they are.
 */
final class AccessRewriter extends MethodVisitor {

    private static final int FIRST_VERSION_WITH_NESTMATES = Opcodes.V11;

    private final Hierarchy hierarchy;
    private final ClassReader source;
    private final Runnable onChange;
    private final String descriptor;
    private final boolean detachClones;
    private final boolean tellsInit;
    private boolean earlyPart;
    private int pendingNews;
    private int writes;
    private @Nullable Set<Integer> writesToThis;

    /**
     * @param detachClones whether the class is the root of a mapped hierarchy, where copies lose their state
     * @param tellsInit whether constructors are told to listeners, which is so in the root of a mapped hierarchy
     */
    AccessRewriter(
            MethodVisitor next,
            Hierarchy hierarchy,
            ClassReader source,
            String method,
            String descriptor,
            boolean detachClones,
            boolean tellsInit,
            Runnable onChange) {
        super(Opcodes.ASM9, next);
        this.hierarchy = hierarchy;
        this.source = source;
        this.onChange = onChange;
        this.descriptor = descriptor;
        this.detachClones = detachClones;
        this.earlyPart = method.equals("<init>");
        this.tellsInit = tellsInit && earlyPart;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            pendingNews++;
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String methodDescriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, method, methodDescriptor, isInterface);
        if (opcode != Opcodes.INVOKESPECIAL) {
            return;
        }
        if (method.equals("<init>")) {
            constructorCalled(owner);
        } else if (detachClones && method.equals("clone") && methodDescriptor.startsWith("()")) {
            detach(methodDescriptor);
        }
    }

    /** The constructor call without a NEW of its own is the one of this() or super(). */
    private void constructorCalled(String owner) {
        if (pendingNews > 0) {
            pendingNews--;
            return;
        }
        boolean first = earlyPart;
        earlyPart = false;
        if (first && tellsInit && !owner.equals(source.getClassName())) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETSTATIC, source.getClassName(), Names.TRAPS_FIELD, Names.TRAPS_DESC);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    Names.TRAPS,
                    "onInit",
                    "(L" + Names.INSTRUMENTED + ";" + Names.TRAPS_DESC + ")V",
                    false);
            onChange.run();
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(tellsInit ? Math.max(maxStack, 2) : maxStack, maxLocals);
    }

    private void detach(String cloneDescriptor) {
        super.visitMethodInsn(
                Opcodes.INVOKESTATIC, Names.TYPE, "detachClone", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
        String type = Type.getReturnType(cloneDescriptor).getInternalName();
        if (!type.equals("java/lang/Object")) {
            super.visitTypeInsn(Opcodes.CHECKCAST, type);
        }
        onChange.run();
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String fieldDescriptor) {
        boolean read = opcode == Opcodes.GETFIELD;
        boolean write = opcode == Opcodes.PUTFIELD;
        int ordinal = write ? writes++ : -1;
        Hierarchy.Accessor accessor = read || write ? hierarchy.accessor(owner, field, fieldDescriptor) : null;
        if (accessor == null || (write && earlyPart && owner.equals(source.getClassName()) && isToThis(ordinal))) {
            super.visitFieldInsn(opcode, owner, field, fieldDescriptor);
            return;
        }
        boolean special = accessor.isPrivate() && version() < FIRST_VERSION_WITH_NESTMATES;
        super.visitMethodInsn(
                special ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL,
                owner,
                read ? accessor.getter() : accessor.setter(),
                read ? "()" + fieldDescriptor : "(" + fieldDescriptor + ")V",
                false);
        onChange.run();
    }

    private int version() {
        return source.readUnsignedShort(6);
    }

    private boolean isToThis(int ordinal) {
        if (writesToThis == null) {
            writesToThis = EarlyWrites.toThis(source, descriptor);
        }
        return writesToThis.contains(ordinal);
    }
}
