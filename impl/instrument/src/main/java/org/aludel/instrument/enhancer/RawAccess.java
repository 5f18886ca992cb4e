package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the access of fields by run-time index, without traps; indexes of superclasses go to them. */
final class RawAccess {

    private static final String GET = "(I)Ljava/lang/Object;";
    private static final String SET = "(ILjava/lang/Object;)V";

    private final ClassVisitor out;
    private final TypeInfo type;
    private final List<FieldInfo> attributes;
    private final AttributeIndex index;

    RawAccess(ClassVisitor out, TypeInfo type, List<FieldInfo> attributes, AttributeIndex index) {
        this.out = out;
        this.type = type;
        this.attributes = attributes;
        this.index = index;
    }

    void generate() {
        MethodVisitor getter = start(GET);
        forEach(getter, GET, this::get);
        end(getter, 2, 2);
        MethodVisitor setter = start(SET);
        forEach(setter, SET, this::set);
        end(setter, 4, 3);
    }

    private interface Body {
        void write(MethodVisitor code, FieldInfo field);
    }

    private void forEach(MethodVisitor code, String descriptor, Body body) {
        Label other = new Label();
        Label[] cases = new Label[attributes.size()];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = new Label();
        }
        if (cases.length > 0) {
            code.visitVarInsn(ILOAD, 1);
            if (!index.root()) {
                code.visitFieldInsn(GETSTATIC, type.name(), Names.OFFSET_FIELD, "I");
                code.visitInsn(ISUB);
            }
            code.visitTableSwitchInsn(0, cases.length - 1, other, cases);
            for (int i = 0; i < cases.length; i++) {
                code.visitLabel(cases[i]);
                code.visitFrame(F_SAME, 0, null, 0, null);
                body.write(code, attributes.get(i));
            }
            code.visitLabel(other);
            code.visitFrame(F_SAME, 0, null, 0, null);
        }
        if (index.root()) {
            refuse(code);
        } else {
            delegate(code, descriptor);
        }
    }

    private void get(MethodVisitor code, FieldInfo field) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, type.name(), field.name(), field.descriptor());
        Boxing.box(code, Type.getType(field.descriptor()));
        code.visitInsn(ARETURN);
    }

    /** Null gives a primitive field its default value. */
    private void set(MethodVisitor code, FieldInfo field) {
        Type fieldType = Type.getType(field.descriptor());
        if (Boxing.isPrimitive(fieldType)) {
            Label present = new Label();
            code.visitVarInsn(ALOAD, 2);
            code.visitJumpInsn(IFNONNULL, present);
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(zero(fieldType));
            code.visitFieldInsn(PUTFIELD, type.name(), field.name(), field.descriptor());
            code.visitInsn(RETURN);
            code.visitLabel(present);
            code.visitFrame(F_SAME, 0, null, 0, null);
        }
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 2);
        Boxing.unbox(code, fieldType);
        code.visitFieldInsn(PUTFIELD, type.name(), field.name(), field.descriptor());
        code.visitInsn(RETURN);
    }

    private static int zero(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> LCONST_0;
            case Type.FLOAT -> FCONST_0;
            case Type.DOUBLE -> DCONST_0;
            default -> ICONST_0;
        };
    }

    private void delegate(MethodVisitor code, String descriptor) {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, 1);
        if (descriptor.equals(SET)) {
            code.visitVarInsn(ALOAD, 2);
        }
        code.visitMethodInsn(INVOKESPECIAL, type.superName(), Names.RAW, descriptor, false);
        code.visitInsn(descriptor.equals(SET) ? RETURN : ARETURN);
    }

    private static void refuse(MethodVisitor code) {
        code.visitVarInsn(ILOAD, 1);
        code.visitMethodInsn(INVOKESTATIC, Names.TYPE, "noSuchAttribute", "(I)Ljava/lang/RuntimeException;", false);
        code.visitInsn(ATHROW);
    }

    private MethodVisitor start(String descriptor) {
        MethodVisitor code = out.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, Names.RAW, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int maxStack, int maxLocals) {
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }
}
