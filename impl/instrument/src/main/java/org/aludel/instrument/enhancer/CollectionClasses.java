package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_BRIDGE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ACC_TRANSIENT;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Enhances collection classes of programs: methods marked as appenders and removers tell at their begin, by straight-line
 * code, whom the collection belongs to.
 */
final class CollectionClasses extends ClassVisitor {

    private static final String PACKAGE = "org/aludel/orm/";
    private static final String APPENDER = "L" + PACKAGE + "CollectionAppender;";
    private static final String REMOVER = "L" + PACKAGE + "CollectionRemover;";
    private static final String COLLECTION = PACKAGE + "instrument/InstrumentedCollection";
    private static final String LINK = PACKAGE + "instrument/CollectionLink";
    private static final String LINK_DESC = "L" + LINK + ";";
    private static final String FIELD = Names.PREFIX + "link";

    private String name = "";

    private CollectionClasses(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The enhanced class file; null if the class is no collection class, or is enhanced already. */
    static byte @Nullable [] enhance(ClassReader reader) {
        if (!marksRoles(reader) || List.of(reader.getInterfaces()).contains(COLLECTION)) {
            return null;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new CollectionClasses(writer), 0);
        return writer.toByteArray();
    }

    /** Looks at the constant pool only. */
    private static boolean marksRoles(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item == 0 || reader.readByte(item - 1) != 1) {
                continue;
            }
            int length = reader.readUnsignedShort(item);
            if (length == APPENDER.length() || length == REMOVER.length()) {
                String text = text(reader, item, length, buffer);
                if (text.equals(APPENDER) || text.equals(REMOVER)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(ClassReader reader, int item, int length, char[] buffer) {
        for (int i = 0; i < length; i++) {
            buffer[i] = (char) reader.readByte(item + 2 + i);
        }
        return new String(buffer, 0, length);
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = className;
        String[] present = interfaces == null ? new String[0] : interfaces;
        String[] widened = Arrays.copyOf(present, present.length + 1);
        widened[present.length] = COLLECTION;
        String generic = signature == null ? null : signature + "L" + COLLECTION + ";";
        super.visit(version, access, className, generic, superName, widened);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
        Type[] parameters = Type.getArgumentTypes(descriptor);
        boolean able = (access & (ACC_STATIC | ACC_ABSTRACT | ACC_BRIDGE)) == 0
                && parameters.length == 1
                && parameters[0].getSort() == Type.OBJECT;
        return able ? new Telling(next, parameters[0].getInternalName()) : next;
    }

    @Override
    public void visitEnd() {
        visitField(ACC_PRIVATE | ACC_TRANSIENT | ACC_SYNTHETIC, FIELD, LINK_DESC, null, null)
                .visitEnd();
        MethodVisitor getter = super.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, FIELD, "()" + LINK_DESC, null, null);
        getter.visitCode();
        getter.visitVarInsn(ALOAD, 0);
        getter.visitFieldInsn(GETFIELD, name, FIELD, LINK_DESC);
        getter.visitInsn(ARETURN);
        getter.visitMaxs(1, 1);
        getter.visitEnd();
        MethodVisitor setter = super.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, FIELD, "(" + LINK_DESC + ")V", null, null);
        setter.visitCode();
        setter.visitVarInsn(ALOAD, 0);
        setter.visitVarInsn(ALOAD, 1);
        setter.visitFieldInsn(PUTFIELD, name, FIELD, LINK_DESC);
        setter.visitInsn(RETURN);
        setter.visitMaxs(2, 2);
        setter.visitEnd();
        super.visitEnd();
    }

    /** A method with one argument, which tells if it is marked. */
    private static final class Telling extends MethodVisitor {

        private final String parameter;
        private boolean appends;
        private boolean removes;

        Telling(MethodVisitor next, String parameter) {
            super(Opcodes.ASM9, next);
            this.parameter = parameter;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            appends |= descriptor.equals(APPENDER);
            removes |= descriptor.equals(REMOVER);
            return super.visitAnnotation(descriptor, visible);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (appends) {
                super.visitVarInsn(ALOAD, 0);
                super.visitVarInsn(ALOAD, 1);
                String descriptor = "(L" + COLLECTION + ";Ljava/lang/Object;)Ljava/lang/Object;";
                super.visitMethodInsn(INVOKESTATIC, LINK, "adding", descriptor, false);
                if (!parameter.equals("java/lang/Object")) {
                    super.visitTypeInsn(CHECKCAST, parameter);
                }
                super.visitVarInsn(ASTORE, 1);
            } else if (removes) {
                super.visitVarInsn(ALOAD, 0);
                super.visitVarInsn(ALOAD, 1);
                String descriptor = "(L" + COLLECTION + ";Ljava/lang/Object;)V";
                super.visitMethodInsn(INVOKESTATIC, LINK, "removing", descriptor, false);
            }
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(appends || removes ? Math.max(maxStack, 2) : maxStack, maxLocals);
        }
    }
}
