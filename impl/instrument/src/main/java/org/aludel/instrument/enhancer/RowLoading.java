package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the straight-line code that fills fields from a row, each by the getter of its type, without boxing. */
final class RowLoading {

    private static final int READER = 1;
    private static final int COLUMNS = 2;
    private static final int COLUMN = 3;

    private final ClassVisitor out;
    private final TypeInfo type;
    private final List<FieldInfo> attributes;
    private final AttributeIndex index;

    RowLoading(ClassVisitor out, TypeInfo type, List<FieldInfo> attributes, AttributeIndex index) {
        this.out = out;
        this.type = type;
        this.attributes = attributes;
        this.index = index;
    }

    void generate() {
        MethodVisitor code = out.visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, Names.LOAD, Names.LOAD_DESC, null, null);
        code.visitCode();
        if (!index.root()) {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, READER);
            code.visitVarInsn(ALOAD, COLUMNS);
            code.visitMethodInsn(INVOKESPECIAL, type.superName(), Names.LOAD, Names.LOAD_DESC, false);
        }
        boolean first = true;
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).relationship()) {
                continue;
            }
            load(code, i, first);
            first = false;
        }
        code.visitInsn(RETURN);
        code.visitMaxs(4, 4);
        code.visitEnd();
    }

    private void load(MethodVisitor code, int attribute, boolean first) {
        FieldInfo field = attributes.get(attribute);
        Label next = new Label();
        code.visitVarInsn(ALOAD, COLUMNS);
        index.push(code, attribute);
        code.visitInsn(IALOAD);
        code.visitVarInsn(ISTORE, COLUMN);
        code.visitVarInsn(ILOAD, COLUMN);
        code.visitJumpInsn(IFLT, next);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, READER);
        code.visitVarInsn(ILOAD, COLUMN);
        read(code, Type.getType(field.descriptor()));
        code.visitFieldInsn(PUTFIELD, type.name(), field.name(), field.descriptor());
        code.visitLabel(next);
        if (first) {
            code.visitFrame(F_APPEND, 1, new Object[] {INTEGER}, 0, null);
        } else {
            code.visitFrame(F_SAME, 0, null, 0, null);
        }
    }

    private static void read(MethodVisitor code, Type type) {
        String name = type.getClassName();
        if (Boxing.isPrimitive(type)) {
            get(code, "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1), type.getDescriptor());
        } else if (name.equals("java.lang.String")) {
            get(code, "getString", type.getDescriptor());
        } else if (name.equals("java.math.BigDecimal")) {
            get(code, "getBigDecimal", type.getDescriptor());
        } else {
            get(code, "getObject", "Ljava/lang/Object;");
            Boxing.unbox(code, type);
        }
    }

    private static void get(MethodVisitor code, String getter, String result) {
        code.visitMethodInsn(INVOKEINTERFACE, Names.READER, getter, "(I)" + result, true);
    }
}
