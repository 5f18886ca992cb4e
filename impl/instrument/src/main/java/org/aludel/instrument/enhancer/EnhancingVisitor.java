package org.aludel.instrument.enhancer;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Passes a class file through, rewriting accesses, and adding members at its end if it is mapped. */
final class EnhancingVisitor extends ClassVisitor {

    private final ClassReader reader;
    private final Hierarchy hierarchy;
    private final TypeInfo type;
    private final boolean adds;
    private final boolean root;
    private final @Nullable GeneratedMembers members;
    private boolean changed;
    private boolean initialized;

    EnhancingVisitor(
            ClassVisitor next, ClassReader reader, Hierarchy hierarchy, TypeInfo type, boolean alreadyEnhanced) {
        super(Opcodes.ASM9, next);
        this.reader = reader;
        this.hierarchy = hierarchy;
        this.type = type;
        this.adds = type.mapped() && !alreadyEnhanced;
        this.root = adds && hierarchy.mappedAncestor(type) == null;
        this.members = adds ? new GeneratedMembers(next, hierarchy, type, reader.getAccess()) : null;
    }

    boolean changed() {
        return changed;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        if (!adds) {
            super.visit(version, access, name, signature, superName, interfaces);
            return;
        }
        refuseWhatCannotBeMapped(access, superName);
        changed = true;
        String[] present = interfaces == null ? new String[0] : interfaces;
        String[] widened = Arrays.copyOf(present, present.length + 1);
        widened[present.length] = Names.INSTRUMENTED;
        String generic = signature == null ? null : signature + "L" + Names.INSTRUMENTED + ";";
        super.visit(version, access, name, generic, superName, widened);
    }

    private void refuseWhatCannotBeMapped(int access, @Nullable String superName) {
        boolean isRecord = "java/lang/Record".equals(superName);
        if ((access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) != 0 || isRecord) {
            throw new EnhancementException(
                    "ALU-0403",
                    "only classes can be mapped, no interfaces, enums or records; where: " + javaName(type.name())
                            + "; what to do: make it a class, or remove the annotation");
        }
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        FieldInfo field = type.field(name, descriptor);
        boolean loses = adds && field != null && field.isAttribute();
        return super.visitField(loses ? access & ~Opcodes.ACC_FINAL : access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (name.startsWith(Names.PREFIX) || descriptor.equals(Names.LOADER_DESC)) {
            return next;
        }
        MethodVisitor rewriter =
                new AccessRewriter(next, hierarchy, reader, name, descriptor, root, root, () -> changed = true);
        if (!adds || !name.equals("<clinit>")) {
            return rewriter;
        }
        initialized = true;
        return new RegistrationFirst(rewriter, Objects.requireNonNull(members));
    }

    @Override
    public void visitEnd() {
        if (members != null) {
            members.generate(!initialized, SerialVersion.of(reader));
        }
        super.visitEnd();
    }

    static String javaName(String internalName) {
        return internalName.replace('/', '.');
    }

    /** Puts the registration before the user's static initializer, which may make instances. */
    private static final class RegistrationFirst extends MethodVisitor {

        private final GeneratedMembers members;

        RegistrationFirst(MethodVisitor next, GeneratedMembers members) {
            super(Opcodes.ASM9, next);
            this.members = members;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            members.register(mv);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(Math.max(maxStack, GeneratedMembers.REGISTRATION_STACK), maxLocals);
        }
    }
}
