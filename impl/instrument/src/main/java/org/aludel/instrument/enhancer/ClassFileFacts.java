package org.aludel.instrument.enhancer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a class file for what the enhancer wants to know of it, without its code. */
public final class ClassFileFacts extends ClassVisitor {

    private static final Set<String> MAPPED = Set.of("Lorg/aludel/orm/Mapped;", "Lorg/aludel/orm/MappedSuperclass;");
    private static final String INSTRUMENT = "Lorg/aludel/orm/Instrument;";
    private static final String UNMAPPED = "Lorg/aludel/orm/Unmapped;";
    private static final String RELATIONSHIP = "Lorg/aludel/orm/Relationship;";

    private final List<FieldInfo> fields = new ArrayList<>();
    private final List<TypeInfo.MethodInfo> methods = new ArrayList<>();
    private final List<String> instruments = new ArrayList<>();
    private String name = "";
    private @Nullable String superName;
    private boolean annotated;
    private boolean enhanced;

    private ClassFileFacts() {
        super(Opcodes.ASM9);
    }

    /** Reads a class file. */
    public static ClassFileFacts read(byte[] classFile) {
        return read(new ClassReader(classFile));
    }

    static ClassFileFacts read(ClassReader reader) {
        ClassFileFacts facts = new ClassFileFacts();
        reader.accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return facts;
    }

    /** The description of the class; mapped if annotated so or already enhanced. */
    public TypeInfo type() {
        return new TypeInfo(name, superName, annotated || enhanced, List.copyOf(fields), List.copyOf(methods));
    }

    /** Whether the class has been enhanced. */
    public boolean isEnhanced() {
        return enhanced;
    }

    /** Internal names of the classes that the class or package names for instrumentation. */
    public List<String> instruments() {
        return List.copyOf(instruments);
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String superclass,
            String @Nullable [] interfaces) {
        name = className;
        superName = superclass;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotated |= MAPPED.contains(descriptor);
        return descriptor.equals(INSTRUMENT) ? new NamedClasses() : null;
    }

    @Override
    public FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        return new FieldFacts(access, field, descriptor);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (method.equals(Names.LOAD)) {
            enhanced = true;
        } else if (TypeInfo.MethodInfo.matters(method, descriptor)) {
            methods.add(new TypeInfo.MethodInfo(access, method, descriptor));
        }
        return null;
    }

    private final class FieldFacts extends FieldVisitor {

        private final int access;
        private final String field;
        private final String descriptor;
        private boolean unmapped;
        private boolean relationship;

        FieldFacts(int access, String field, String descriptor) {
            super(Opcodes.ASM9);
            this.access = access;
            this.field = field;
            this.descriptor = descriptor;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            unmapped |= annotation.equals(UNMAPPED);
            relationship |= annotation.equals(RELATIONSHIP);
            return null;
        }

        @Override
        public void visitEnd() {
            fields.add(new FieldInfo(field, descriptor, access, unmapped, relationship));
        }
    }

    private final class NamedClasses extends AnnotationVisitor {

        NamedClasses() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitArray(String member) {
            return this;
        }

        @Override
        public void visit(@Nullable String member, Object value) {
            if (value instanceof Type type) {
                instruments.add(type.getInternalName());
            }
        }
    }
}
