package org.aludel.instrument.enhancer;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes what a mapped class gets besides its accessors and its loading code: fields, registration, constructor. */
final class GeneratedMembers {

    static final int REGISTRATION_STACK = 3;

    private static final int CONSTANT =
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

    private final ClassVisitor out;
    private final Hierarchy hierarchy;
    private final TypeInfo type;
    private final List<FieldInfo> attributes;
    private final boolean root;
    private final boolean isAbstract;

    GeneratedMembers(ClassVisitor out, Hierarchy hierarchy, TypeInfo type, int access) {
        this.out = out;
        this.hierarchy = hierarchy;
        this.type = type;
        this.attributes = type.attributes();
        this.root = hierarchy.mappedAncestor(type) == null;
        this.isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** @param initializer whether a static initializer is to be written, because the class has none of its own */
    void generate(boolean initializer, @Nullable Long serialVersion) {
        fields(serialVersion);
        if (initializer) {
            MethodVisitor method = start(ACC_STATIC | ACC_SYNTHETIC, "<clinit>", "()V");
            register(method);
            method.visitInsn(RETURN);
            end(method, REGISTRATION_STACK, 0);
        }
        loaderConstructor();
        typeOfInstance();
        if (root) {
            state();
            new CloneOverride(out, hierarchy, type).generate();
        }
        if (!isAbstract) {
            factory();
        }
        AttributeIndex index = new AttributeIndex(type.name(), root);
        for (int i = 0; i < attributes.size(); i++) {
            new AccessorPair(out, type.name(), hierarchy.accessor(type, attributes.get(i)), index, i).generate();
        }
        new RawAccess(out, type, attributes, index).generate();
        new RowLoading(out, type, attributes, index).generate();
    }

    private void fields(@Nullable Long serialVersion) {
        if (root) {
            // Not transient: the state is written as its snapshot, so that a copy keeps key and unloaded attributes.
            field(ACC_PROTECTED | ACC_SYNTHETIC, Names.STATE_FIELD, Names.STATE_DESC, null);
        }
        field(CONSTANT, Names.TYPE_FIELD, Names.TYPE_DESC, null);
        field(CONSTANT, Names.TRAPS_FIELD, Names.TRAPS_DESC, null);
        if (!root) {
            field(CONSTANT, Names.OFFSET_FIELD, "I", null);
            for (int i = 0; i < attributes.size(); i++) {
                field(CONSTANT, Names.mask(i), "J", null);
            }
        }
        if (serialVersion != null) {
            field(CONSTANT, "serialVersionUID", "J", serialVersion);
        }
    }

    private void field(int access, String name, String descriptor, @Nullable Object value) {
        out.visitField(access, name, descriptor, null, value).visitEnd();
    }

    /** Code without branches or locals, that can stand before any other. */
    void register(MethodVisitor code) {
        String self = type.name();
        code.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "lookup",
                "()Ljava/lang/invoke/MethodHandles$Lookup;",
                false);
        code.visitLdcInsn(attributes.stream().map(FieldInfo::name).collect(Collectors.joining(",")));
        code.visitMethodInsn(
                INVOKESTATIC,
                Names.TYPE,
                "register",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;)" + Names.TYPE_DESC,
                false);
        code.visitInsn(DUP);
        code.visitFieldInsn(PUTSTATIC, self, Names.TYPE_FIELD, Names.TYPE_DESC);
        code.visitMethodInsn(INVOKEVIRTUAL, Names.TYPE, "traps", "()" + Names.TRAPS_DESC, false);
        code.visitFieldInsn(PUTSTATIC, self, Names.TRAPS_FIELD, Names.TRAPS_DESC);
        if (root) {
            return;
        }
        code.visitFieldInsn(GETSTATIC, self, Names.TYPE_FIELD, Names.TYPE_DESC);
        code.visitMethodInsn(INVOKEVIRTUAL, Names.TYPE, "offset", "()I", false);
        code.visitFieldInsn(PUTSTATIC, self, Names.OFFSET_FIELD, "I");
        for (int i = 0; i < attributes.size(); i++) {
            code.visitFieldInsn(GETSTATIC, self, Names.OFFSET_FIELD, "I");
            AttributeIndex.pushInt(code, i);
            code.visitInsn(IADD);
            code.visitMethodInsn(INVOKESTATIC, Names.STATE, "bit", "(I)J", false);
            code.visitFieldInsn(PUTSTATIC, self, Names.mask(i), "J");
        }
    }

    /** Skips the user's constructors through all mapped classes; an unmapped superclass runs its own. */
    private void loaderConstructor() {
        String superName = type.superName() == null ? "java/lang/Object" : type.superName();
        TypeInfo superType = hierarchy.find(superName);
        boolean mappedSuper = superType != null && superType.mapped();
        if (superType != null && !mappedSuper) {
            requireConstructor(superType);
        }
        MethodVisitor code = start(ACC_PROTECTED | ACC_SYNTHETIC, "<init>", Names.LOADER_DESC);
        code.visitVarInsn(ALOAD, 0);
        if (mappedSuper) {
            code.visitVarInsn(ALOAD, 1);
        }
        code.visitMethodInsn(INVOKESPECIAL, superName, "<init>", mappedSuper ? Names.LOADER_DESC : "()V", false);
        code.visitInsn(RETURN);
        end(code, 2, 2);
    }

    private void requireConstructor(TypeInfo superType) {
        for (TypeInfo.MethodInfo method : superType.methods()) {
            if (method.name().equals("<init>") && isAccessible(method.access(), superType)) {
                return;
            }
        }
        throw new EnhancementException(
                "ALU-0404",
                "the unmapped superclass " + EnhancingVisitor.javaName(superType.name())
                        + " has no accessible constructor without arguments, so rows cannot become objects; where: "
                        + EnhancingVisitor.javaName(type.name())
                        + "; what to do: give it one, or annotate the superclass with @MappedSuperclass");
    }

    private boolean isAccessible(int access, TypeInfo declaring) {
        if ((access & ACC_PRIVATE) != 0) {
            return false;
        }
        return (access & (ACC_PUBLIC | ACC_PROTECTED)) != 0
                || packageOf(declaring).equals(packageOf(type));
    }

    private static String packageOf(TypeInfo type) {
        return type.name().substring(0, Math.max(0, type.name().lastIndexOf('/')));
    }

    private void typeOfInstance() {
        MethodVisitor code = start(ACC_PUBLIC | ACC_SYNTHETIC, Names.TYPE_FIELD, "()" + Names.TYPE_DESC);
        code.visitFieldInsn(GETSTATIC, type.name(), Names.TYPE_FIELD, Names.TYPE_DESC);
        code.visitInsn(ARETURN);
        end(code, 1, 1);
    }

    private void state() {
        MethodVisitor getter = start(ACC_PUBLIC | ACC_SYNTHETIC, Names.STATE_FIELD, "()" + Names.STATE_DESC);
        getter.visitVarInsn(ALOAD, 0);
        getter.visitFieldInsn(GETFIELD, type.name(), Names.STATE_FIELD, Names.STATE_DESC);
        getter.visitInsn(ARETURN);
        end(getter, 1, 1);
        MethodVisitor setter = start(ACC_PUBLIC | ACC_SYNTHETIC, Names.STATE_FIELD, "(" + Names.STATE_DESC + ")V");
        setter.visitVarInsn(ALOAD, 0);
        setter.visitVarInsn(ALOAD, 1);
        setter.visitFieldInsn(PUTFIELD, type.name(), Names.STATE_FIELD, Names.STATE_DESC);
        setter.visitInsn(RETURN);
        end(setter, 2, 2);
    }

    private void factory() {
        MethodVisitor code = start(ACC_PUBLIC | ACC_SYNTHETIC, Names.NEW, "()Ljava/lang/Object;");
        code.visitTypeInsn(NEW, type.name());
        code.visitInsn(DUP);
        code.visitInsn(ACONST_NULL);
        code.visitMethodInsn(INVOKESPECIAL, type.name(), "<init>", Names.LOADER_DESC, false);
        code.visitInsn(ARETURN);
        end(code, 3, 1);
    }

    private MethodVisitor start(int access, String name, String descriptor) {
        MethodVisitor code = out.visitMethod(access, name, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, int maxStack, int maxLocals) {
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }
}
