package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Overrides the inherited {@code clone()} in the root of a mapped hierarchy that has none of its own, so that a copy
 * never shares the state of its original, whoever calls.
 */
final class CloneOverride {

    private static final String OF_OBJECT = "()Ljava/lang/Object;";

    private final ClassVisitor out;
    private final Hierarchy hierarchy;
    private final TypeInfo type;

    CloneOverride(ClassVisitor out, Hierarchy hierarchy, TypeInfo type) {
        this.out = out;
        this.hierarchy = hierarchy;
        this.type = type;
    }

    void generate() {
        if (type.methods().stream().anyMatch(CloneOverride::isClone)) {
            return; // its own calls of super.clone() are rewritten
        }
        for (TypeInfo.MethodInfo inherited : inherited()) {
            override(inherited);
        }
    }

    private List<TypeInfo.MethodInfo> inherited() {
        @Nullable String superName = type.superName();
        for (TypeInfo t = hierarchy.find(superName); t != null; t = hierarchy.find(superName)) {
            List<TypeInfo.MethodInfo> found = new ArrayList<>();
            for (TypeInfo.MethodInfo method : t.methods()) {
                if (isClone(method) && (method.access() & (ACC_PUBLIC | ACC_PROTECTED)) != 0) {
                    found.add(method);
                }
            }
            if (!found.isEmpty()) {
                found.removeIf(method -> (method.access() & ACC_FINAL) != 0);
                return found;
            }
            superName = t.superName();
        }
        return "java/lang/Object".equals(superName)
                ? List.of(new TypeInfo.MethodInfo(ACC_PROTECTED, "clone", OF_OBJECT))
                : List.of();
    }

    private static boolean isClone(TypeInfo.MethodInfo method) {
        return method.name().equals("clone") && (method.access() & (ACC_STATIC | ACC_PRIVATE)) == 0;
    }

    private void override(TypeInfo.MethodInfo inherited) {
        int access = (inherited.access() & (ACC_PUBLIC | ACC_PROTECTED)) | ACC_SYNTHETIC;
        MethodVisitor code = out.visitMethod(
                access, "clone", inherited.descriptor(), null, new String[] {"java/lang/CloneNotSupportedException"});
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, type.superName(), "clone", inherited.descriptor(), false);
        code.visitMethodInsn(INVOKESTATIC, Names.TYPE, "detachClone", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
        Boxing.unbox(code, Type.getReturnType(inherited.descriptor()));
        code.visitInsn(ARETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
    }
}
