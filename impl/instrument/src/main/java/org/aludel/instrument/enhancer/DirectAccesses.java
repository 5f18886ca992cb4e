package org.aludel.instrument.enhancer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds accesses of mapped fields that no enhancer has rewritten. */
public final class DirectAccesses {

    private final Hierarchy hierarchy;

    public DirectAccesses(Types types) {
        this.hierarchy = new Hierarchy(types);
    }

    /** Internal names of the classes that a class or package names for instrumentation. */
    public static List<String> instrumentsOf(byte[] classFile) {
        return ClassFileFacts.read(classFile).instruments();
    }

    /** Describes each direct access in a class, except in what the enhancer itself added. */
    public List<String> in(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        List<String> found = new ArrayList<>();
        reader.accept(new Finder(EnhancingVisitor.javaName(reader.getClassName()), found), ClassReader.SKIP_FRAMES);
        return found;
    }

    private final class Finder extends ClassVisitor {

        private final String className;
        private final List<String> found;

        Finder(String className, List<String> found) {
            super(Opcodes.ASM9);
            this.className = className;
            this.found = found;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (method.startsWith(Names.PREFIX)) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {

                private int line;
                private boolean early = method.equals("<init>");
                private int pendingNews;

                @Override
                public void visitLineNumber(int number, org.objectweb.asm.Label start) {
                    line = number;
                }

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    pendingNews += opcode == Opcodes.NEW ? 1 : 0;
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean itf) {
                    if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && pendingNews-- <= 0) {
                        early = false; // that was this() or super()
                        pendingNews = 0;
                    }
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String fieldDescriptor) {
                    boolean instance = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
                    if (instance && !early && hierarchy.accessor(owner, name, fieldDescriptor) != null) {
                        found.add(className + "." + method + " line " + line
                                + (opcode == Opcodes.GETFIELD ? " reads " : " writes ")
                                + EnhancingVisitor.javaName(owner) + "." + name);
                    }
                }
            };
        }
    }
}
